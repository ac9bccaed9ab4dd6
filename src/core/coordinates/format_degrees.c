/* A number of degrees as text. */
#include <geodist.h>

size_t geodist_format_degrees(double degrees, char *buffer, size_t capacity)
{
    (void)degrees;
    if (capacity)
        buffer[0] = 0;
    return 0;
}
