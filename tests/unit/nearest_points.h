/* Random points for searches of nearest places: most are where a search could go wrong. */
#ifndef NEAREST_POINTS_H
#define NEAREST_POINTS_H

#include "pairs.h"
#include "table/table.h"

typedef enum {
    anywhere, /* mostly at sea */
    near_place,
    at_place,
    beside_place, /* within centimetres, also where the same unit of degrees is rounded otherwise */
    near_pole,
    near_antimeridian,
    between_places, /* at the middle of two places that are often neighbours */
    nearest_point_classes
} nearest_point_class;

static inline geodist_point nearest_point(nearest_point_class class, uint64_t *seed)
{
    uint32_t count = table_field(GD_FIELD_PLACES),
             row = (uint32_t)(random_bits(seed) % (count - 1));
    geodist_point random = random_point(seed), place = place_point(row),
                  next = place_point(row + 1);
    double lat = random_shift(seed, -9, 0), lon = random_shift(seed, -9, 0);
    switch (class) {
    case near_place:
        return shifted(place, random_between(seed, -0.1, 0.1), random_between(seed, -0.1, 0.1));
    case at_place:
        return place;
    case beside_place:
        return shifted(place, lat * 1e-4, lon * 1e-4);
    case near_pole:
        return (geodist_point){copysign(90 - fabs(random_shift(seed, -13, 1)), random.lat),
                               random.lon};
    case near_antimeridian:
        return (geodist_point){random.lat, copysign(180, random.lon) + lon};
    case between_places:
        return (geodist_point){(place.lat + next.lat) / 2, (place.lon + next.lon) / 2};
    case anywhere:
    case nearest_point_classes:
        break;
    }
    return random;
}

#endif
