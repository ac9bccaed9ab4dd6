/* For tests/bench/nearest:
 *
 *     nearest CITIES
 *         writes the points of all cities.
 *     nearest QUERIES ROWS METRES
 *         times the search for the nearest city to each point of QUERIES. Prints seconds: of
 *         geodist_nearest_many(), and of geodist_nearest() for 1 and for 10 places, ten times as
 * long as it took for every tenth point. Writes what the first found: rows as u32, metres as
 *         doubles.
 *
 * A file of points holds the latitudes of all, then their longitudes, as doubles. */
#include <geodist.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static double now(void)
{
    struct timespec time;
    timespec_get(&time, TIME_UTC);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double *read_doubles(const char *path, size_t *count)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        exit(1);
    *count = (size_t)ftell(file) / sizeof(double);
    double *read = malloc(*count * sizeof *read);
    rewind(file);
    if (!read || fread(read, sizeof *read, *count, file) != *count)
        exit(1);
    fclose(file);
    return read;
}

static void write_all(const char *path, const void *from, size_t size, size_t count)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(from, size, count, file) != count || fclose(file) != 0)
        exit(1);
}

static double time_one_by_one(geodist_points points, size_t count, size_t places)
{
    static geodist_neighbour found[10];
    geodist_nearest_query query = {places, INFINITY, 0, 0};
    double start = now();
    for (size_t i = 0; i < count; i++)
        if (geodist_nearest(geodist_sphere, (geodist_point){points.lat[i], points.lon[i]}, query,
                            found, 10) != places)
            exit(1);
    return now() - start;
}

static void write_cities(const char *path)
{
    geodist_table table = geodist_table_info();
    uint32_t cities = table.places - table.airports;
    double *points = malloc(2 * cities * sizeof *points);
    if (!points)
        exit(1);
    for (uint32_t row = 0; row < cities; row++) {
        geodist_place place;
        geodist_place_at(row, &place);
        points[row] = place.point.lat;
        points[cities + row] = place.point.lon;
    }
    write_all(path, points, sizeof *points, 2 * cities);
    free(points);
}

int main(int count, char **words)
{
    if (count == 2) {
        write_cities(words[1]);
        return 0;
    }
    if (count != 4)
        return 2;
    size_t numbers;
    double *lat = read_doubles(words[1], &numbers);
    size_t queries = numbers / 2;
    geodist_points points = {lat, lat + queries};
    uint32_t *rows = malloc(queries * sizeof *rows);
    double *metres = malloc(queries * sizeof *metres);
    if (!rows || !metres)
        return 1;
    geodist_nearest_query one = {1, INFINITY, 0, 0};
    memset(rows, 0, queries * sizeof *rows);
    memset(metres, 0, queries * sizeof *metres);
    double start = now();
    geodist_nearest_many(geodist_sphere, points, queries, one, rows, metres);
    double many = now() - start;
    double single = 10 * time_one_by_one(points, queries / 10, 1);
    printf("%.6f %.6f %.6f\n", many, single, 10 * time_one_by_one(points, queries / 10, 10));
    write_all(words[2], rows, sizeof *rows, queries);
    write_all(words[3], metres, sizeof *metres, queries);
    return 0;
}
