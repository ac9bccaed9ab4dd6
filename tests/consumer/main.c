#include <geodist.h>
#include <stdio.h>

int main(void)
{
    geodist_place here, there;
    if (geodist_find(geodist_string("nairobi"), &here, NULL) != GEODIST_OK ||
        geodist_find(geodist_string("El Paso, TX"), &there, NULL) != GEODIST_OK)
        return 1;
    printf("%.*s to %.*s: %.1f km\n", (int)here.name.length, here.name.bytes,
           (int)there.name.length, there.name.bytes,
           geodist_distance(geodist_sphere, here.point, there.point) / 1000);
    return 0;
}
