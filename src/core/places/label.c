/* Places in words. */
#include <geodist.h>

size_t geodist_label(const geodist_place *place, char *buffer, size_t capacity)
{
    (void)place;
    if (capacity)
        buffer[0] = 0;
    return 0;
}
