/* Seeded random pairs of points in the classes for which accuracy is promised. */
#ifndef PAIRS_H
#define PAIRS_H

#include <geodist.h>
#include <math.h>

typedef struct {
    geodist_point from, to;
} pair;

typedef enum {
    any_pair,
    near_identical,
    near_antipodal,
    polar,
    date_line,
    tiny_separation, /* 1e-300 to 1e-5 degrees, which only points near {0, 0} can have */
    tiny_antipodal,  /* as far from antipodes */
    pair_classes
} pair_class;

static const char *const pair_class_names[pair_classes] = {
    "random", "near-identical", "near-antipodal", "polar", "date line", "tiny", "tiny antipodal",
};

/* splitmix64 (S. Vigna): the state is any 64-bit number. */
static inline uint64_t random_bits(uint64_t *state)
{
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static inline double random_between(uint64_t *state, double low, double high)
{
    return low + (high - low) * ((double)(random_bits(state) >> 11) * 0x1p-53);
}

/* A length of either sign between 10^low and 10^high, every power of ten as likely as any
 * other; one in eight is zero. */
static inline double random_shift(uint64_t *state, double low, double high)
{
    uint64_t bits = random_bits(state);
    double size = bits % 8 ? pow(10, random_between(state, low, high)) : 0;
    return bits & 8 ? size : -size;
}

static inline geodist_point random_point(uint64_t *state)
{
    double z = random_between(state, -1, 1);
    return (geodist_point){asin(z) * 57.29577951308232, random_between(state, -180, 180)};
}

static inline geodist_point shifted(geodist_point point, double lat, double lon)
{
    return (geodist_point){fmax(-90, fmin(90, point.lat + lat)), point.lon + lon};
}

static inline pair random_pair(pair_class class, uint64_t *state)
{
    geodist_point from = random_point(state);
    geodist_point to = random_point(state);
    double lat, lon; /* drawn one after the other: arguments have no order */
    switch (class) {
    case near_identical:
        lat = random_shift(state, -9, 0);
        lon = random_shift(state, -9, 0);
        to = shifted(from, lat, lon);
        break;
    case near_antipodal:
        lat = random_shift(state, -12, 0);
        lon = random_shift(state, -12, 0);
        to = (geodist_point){-from.lat, from.lon > 0 ? from.lon - 180 : from.lon + 180};
        to = shifted(to, lat, lon);
        break;
    case polar:
        from.lat = copysign(90 - fabs(random_shift(state, -13, 0.5)), from.lat);
        to.lat = copysign(90 - fabs(random_shift(state, -13, 0.5)), to.lat);
        break;
    case date_line:
        from.lon = 180 - fabs(random_shift(state, -13, 1));
        to.lon = -180 + fabs(random_shift(state, -13, 1));
        if (random_bits(state) % 2)
            to.lat = shifted(from, random_shift(state, -9, 0), 0).lat;
        break;
    case tiny_separation:
        if (random_bits(state) % 2)
            from.lat = random_shift(state, -300, -5);
        from.lon = random_shift(state, -300, -5);
        lat = random_shift(state, -300, -5);
        lon = random_shift(state, -300, -5);
        to = shifted(from, lat, lon);
        break;
    case tiny_antipodal:
        from.lat = random_shift(state, -300, -5);
        from.lon = random_shift(state, -300, -5);
        lat = random_shift(state, -300, -5);
        to = (geodist_point){lat - from.lat, random_bits(state) % 2 ? 180 : -180};
        break;
    default:
        break;
    }
    return (pair){from, to};
}

#endif
