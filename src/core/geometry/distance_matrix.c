/* The distances of all points of one list from all of another. */
#include <geodist.h>

enum {
    CHUNK = 1024,   /* points to which one is measured at a time */
    BAND = 8       /* rows that are measured before they are copied to columns */
};

/* One point as often as a chunk has points. */
typedef struct {
    double lat[CHUNK], lon[CHUNK];
} repeated_point;

static geodist_points part(geodist_points points, size_t start)
{
    return (geodist_points){points.lat + start, points.lon + start};
}

static void measure_row(geodist_earth earth, geodist_point from, geodist_points to, size_t count,
                        repeated_point *repeated, double *metres)
{
    for (size_t i = 0; i < CHUNK && i < count; i++) {
        repeated->lat[i] = from.lat;
        repeated->lon[i] = from.lon;
    }
    for (size_t start = 0; start < count; start += CHUNK)
        geodist_distance_many(earth, (geodist_points){repeated->lat, repeated->lon},
                              part(to, start), count - start < CHUNK ? count - start : CHUNK,
                              metres + start);
}

/* Copies what stands right of a band of rows to the rows below the band. All rows of the band are
 * copied together, since each element below is on another page. */
static void mirror(double *metres, size_t count, size_t start, size_t end)
{
    for (size_t j = end; j < count; j++)
        for (size_t i = start; i < end; i++)
            metres[j * count + i] = metres[i * count + j];
}

/* A distance is the same in both directions, to the last bit: half of them are measured. */
static void measure_among(geodist_earth earth, geodist_points points, size_t count,
                          repeated_point *repeated, double *metres)
{
    for (size_t start = 0, end; start < count; start = end) {
        end = count - start < BAND ? count : start + BAND;
        for (size_t i = start; i < end; i++)
            measure_row(earth, (geodist_point){points.lat[i], points.lon[i]}, part(points, start),
                        count - start, repeated, metres + i * count + start);
        mirror(metres, count, start, end);
    }
}

void geodist_distance_matrix(geodist_earth earth, geodist_points from, size_t from_count,
                             geodist_points to, size_t to_count, double *metres)
{
    repeated_point repeated;
    if (from.lat == to.lat && from.lon == to.lon && from_count == to_count) {
        measure_among(earth, from, from_count, &repeated, metres);
        return;
    }
    for (size_t i = 0; i < from_count && to_count; i++) /* without results `metres` may be NULL */
        measure_row(earth, (geodist_point){from.lat[i], from.lon[i]}, to, to_count, &repeated,
                    metres + i * to_count);
}
