#include "route/matrix.h"

#include <math.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 64 };

/* The array with room for so many elements, or NULL if memory is lacking. */
static void *grow(void *array, size_t capacity, size_t size)
{
    return capacity <= SIZE_MAX / size ? realloc(array, capacity * size) : NULL;
}

static bool grow_numbers(double **numbers, size_t capacity)
{
    double *grown = grow(*numbers, capacity, sizeof *grown);
    if (grown)
        *numbers = grown;
    return grown != NULL;
}

static bool make_room(matrix *of)
{
    size_t capacity = of->capacity ? 2 * of->capacity : FIRST_CAPACITY;
    if (of->count < of->capacity)
        return true;
    matrix_place *places = grow(of->places, capacity, sizeof *places);
    if (!places)
        return false;
    of->places = places;
    if (!grow_numbers(&of->lat, capacity) || !grow_numbers(&of->lon, capacity) ||
        !grow_numbers(&of->distances, capacity))
        return false;
    of->capacity = capacity;
    return true;
}

static geodist_text copy_to(char *bytes, geodist_text text)
{
    if (text.length) /* its bytes may be NULL */
        memcpy(bytes, text.bytes, text.length);
    return (geodist_text){bytes, text.length};
}

static void add(matrix *of, const matrix_place *place, geodist_point point)
{
    of->lat[of->count] = point.lat;
    of->lon[of->count] = point.lon;
    of->places[of->count++] = *place;
}

bool gd_add_to_matrix(matrix *of, const geodist_place *place)
{
    if (!make_room(of))
        return false;
    add(of, &(matrix_place){.found = true, .row = place->row, .rivals = place->rivals},
        place->point);
    return true;
}

bool gd_add_unknown_to_matrix(matrix *of, geodist_text text, geodist_text reason, uint64_t line)
{
    char *copy = malloc(text.length + reason.length + 1);
    if (!copy || !make_room(of)) {
        free(copy);
        return false;
    }
    matrix_place added = {.line = line};
    added.text = copy_to(copy, text);
    added.reason = copy_to(copy + text.length, reason);
    added.copy = copy;
    add(of, &added, (geodist_point){NAN, NAN});
    return true;
}

void gd_free_matrix(matrix *of)
{
    for (size_t i = 0; i < of->count; i++)
        free(of->places[i].copy);
    free(of->places);
    free(of->lat);
    free(of->lon);
    free(of->distances);
}

geodist_place gd_matrix_place(const matrix *of, size_t index)
{
    geodist_place place;
    if (!geodist_place_at(of->places[index].row, &place))
        place = (geodist_place){.point = {of->lat[index], of->lon[index]}, .row = GEODIST_NO_ROW};
    place.rivals = of->places[index].rivals;
    return place;
}

void gd_measure_matrix_part(matrix *of, geodist_earth earth, double unit_metres, size_t index,
                            size_t first, size_t count)
{
    geodist_points from = {of->lat + index, of->lon + index},
                   to = {of->lat + first, of->lon + first};
    double *distances = of->distances + first;
    geodist_distance_matrix(earth, from, 1, to, count, distances);
    for (size_t i = 0; i < count; i++)
        distances[i] /= unit_metres;
}

void gd_measure_matrix_row(matrix *of, geodist_earth earth, double unit_metres, size_t index)
{
    gd_measure_matrix_part(of, earth, unit_metres, index, 0, of->count);
}
