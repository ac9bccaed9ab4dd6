/* A line of bare numbers -> points. */
#include "coordinates/plain_pair.h"
#include "coordinates/coordinate_list_simd.h"
#include "text/slice.h"

static bool is_separator(char byte)
{
    return byte == ',' || is_space(byte);
}

size_t geodist_parse_points(geodist_text text, double *lat, double *lon, size_t capacity)
{
    size_t count = gd_read_points_line(text, lat, lon, capacity);
    if (count > 0)
        return count;
    for (size_t at = 0, start = 0;; start = at) {
        geodist_point read;
        while (at < text.length && is_separator(text.bytes[at]))
            at++;
        if (at == text.length)
            return count;
        if ((count > 0 && at == start) || !gd_read_pair_at(text, &at, &read))
            return 0;
        if (count < capacity) {
            lat[count] = read.lat;
            lon[count] = read.lon;
        }
        count++;
    }
}
