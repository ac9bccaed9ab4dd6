#include "commands/neighbours.h"

#include "output/escape.h"

#include <stdlib.h>

enum { DEFAULT_COUNT = 10 };

static unsigned kinds_of(const options *asked)
{
    static const unsigned kinds[] = {[KIND_CITY] = GEODIST_CITIES,
                                     [KIND_AIRPORT] = GEODIST_AIRPORTS,
                                     [KIND_ANY] = GEODIST_CITIES | GEODIST_AIRPORTS};
    return kinds[asked->kind];
}

neighbours gd_open_neighbours(const options *asked)
{
    size_t all = geodist_table_info().places;
    size_t count = asked->count ? (size_t)asked->count : asked->within ? all : DEFAULT_COUNT;
    if (count > all)
        count = all;
    return (neighbours){.earth = gd_earth(asked),
                        .query = {.max_count = count + 1,
                                  .max_metres = asked->metres,
                                  .min_population = (uint32_t)asked->min_population,
                                  .kinds = kinds_of(asked)},
                        .max_count = count};
}

void gd_close_neighbours(neighbours *of)
{
    free(of->items);
    *of = (neighbours){.count = 0};
}

/* Room for so many more, unless there is; what was found before is lost. */
static bool make_room(neighbours *of, size_t capacity)
{
    if (capacity <= of->capacity)
        return true;
    free(of->items);
    of->items = calloc(capacity, sizeof *of->items);
    of->capacity = of->items ? capacity : 0;
    return of->items;
}

static size_t find(neighbours *of, geodist_point point)
{
    return geodist_nearest(of->earth, point, of->query, of->items, of->capacity);
}

static void leave_out(neighbours *of, uint32_t row)
{
    size_t kept = 0;
    for (size_t i = 0; i < of->count; i++)
        if (of->items[i].place.row != row)
            of->items[kept++] = of->items[i];
    of->count = kept;
}

bool gd_find_neighbours(neighbours *of, const geodist_place *centre)
{
    enum { FIRST_CAPACITY = 64 };
    bool counted = of->query.max_count <= FIRST_CAPACITY;
    of->count = 0;
    if (!make_room(of, counted ? of->query.max_count : FIRST_CAPACITY))
        return false;
    size_t found = find(of, centre->point);
    if (found > of->capacity) {
        if (!make_room(of, found))
            return false;
        found = find(of, centre->point);
    }
    of->count = found;
    if (centre->row != GEODIST_NO_ROW)
        leave_out(of, centre->row);
    if (of->count > of->max_count)
        of->count = of->max_count;
    return true;
}

void gd_find_nearest(const neighbours *of, geodist_points points, size_t count, uint32_t *rows,
                     double *metres)
{
    geodist_nearest_many(of->earth, points, count, of->query, rows, metres);
}

void gd_put_no_neighbour(writer *out, const options *asked, geodist_text centre)
{
    static const char *const names[] = {
        [KIND_CITY] = "city", [KIND_AIRPORT] = "airport", [KIND_ANY] = "place"};
    gd_put(out, "no such ");
    gd_put(out, names[asked->kind]);
    gd_put(out, " is near ");
    gd_put_quoted(out, centre);
}
