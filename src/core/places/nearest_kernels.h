/* The arithmetic of a search for the nearest places: bounds of the distances from a point to the
 * boxes of a group, and the distances to the places of a leaf, each for GD_TREE_FAN at a time.
 *
 * All of it is approximate, to find the few places that are then measured. Distances are compared
 * as haversines, sin^2 of half the angle at the centre of the sphere. */
#ifndef GD_NEAREST_KERNELS_H
#define GD_NEAREST_KERNELS_H

#include "geometry/angle.h"
#include "places/nearest_tree.h"

#if defined(__SSE2__)
#  include <emmintrin.h>
#endif

/* More than any haversine. */
static const float far_haversine = 4;

/* Haversines computed here have a relative error of at most 2^-17, and below 1e-15 an absolute one
 * of at most 1e-20. So a place can only be as near as another, or nearer, if its haversine is at
 * most this many times as large. */
static const float haversine_slack = 1 + 0x1p-15f;

/* The point that is searched around, valid and with a longitude within -180 to 180. */
typedef struct {
    int32_t lat, lon;          /* whole units of 1e-5 degrees, with the biases of the table */
    float lat_rest, lon_rest;  /* the rest of such a unit */
    float cos_lat;
    uint16_t xyz[3];           /* as in the boxes */
} gd_origin;

/* ---- Trigonometry --------------------------------------------------------------------- */

/* The sine of 0 to pi / 2. Minimax, 9.4e-7 (relative) before rounding. */
static inline float rough_sine(float x)
{
    float t = x * x;
    return x * (0.99999906f + t * (-0.166655534f + t * (0.00831189113f + t * -0.000184878705f)));
}

/* sin^2 (x / 2) for x squared, up to pi. Minimax, 1.0e-6 (relative) before rounding. */
static inline float haversine_of_square(float t)
{
    return t * (0.249999749f +
                t * (-0.020832239f +
                     t * (0.000693635388f + t * (-1.21839258e-05f + t * 1.13251916e-07f))));
}

/* A coordinate from -1 to 1 as in the boxes, rounded. */
static inline uint16_t box_units(float coordinate)
{
    const float scale = (float)GD_TREE_SCALE;
    return (uint16_t)(coordinate * scale + (scale + 0.5f));
}

static inline gd_origin gd_origin_of(geodist_point point)
{
    const float half_circle = 3.14159265f;
    double lat = point.lat * 1e5 + (double)GD_LAT_BIAS_E5;
    double lon = point.lon * 1e5 + (double)GD_LON_BIAS_E5;
    gd_origin origin = {.lat = (int32_t)lat, .lon = (int32_t)lon};
    origin.lat_rest = (float)(lat - origin.lat);
    origin.lon_rest = (float)(lon - origin.lon);
    origin.cos_lat = rough_sine((float)((90 - fabs(point.lat)) * degree));
    float sin_lat = rough_sine((float)(fabs(point.lat) * degree));
    float east = (float)(fabs(point.lon) * degree);
    float sin_lon = rough_sine(east > half_circle / 2 ? half_circle - east : east);
    float cos_lon = rough_sine(fabsf(half_circle / 2 - east));
    cos_lon = east > half_circle / 2 ? -cos_lon : cos_lon;
    origin.xyz[0] = box_units(origin.cos_lat * cos_lon);
    origin.xyz[1] = box_units(origin.cos_lat * (point.lon < 0 ? -sin_lon : sin_lon));
    origin.xyz[2] = box_units(point.lat < 0 ? -sin_lat : sin_lat);
    return origin;
}

/* ---- Boxes ---------------------------------------------------------------------------- */

/* The key of a node: the square of a distance no point of its box is nearer than, in the units of
 * the boxes, with the number of the node in its group in place of the lowest bits. */
enum {
    GD_KEY_FAR = 0x7f000000, /* above all keys and limits */
    GD_KEY_NODE = GD_TREE_FAN - 1
};

/* The keys of all places within a haversine are at most this. */
static inline int32_t gd_key_limit(float haversine)
{
    const float scale = 4.0f * (float)GD_TREE_SCALE * (float)GD_TREE_SCALE * 1.000001f;
    return haversine < 1.1f ? (int32_t)(haversine * scale) + GD_TREE_FAN + 1 : GD_KEY_FAR - 1;
}

#if defined(__SSE2__)

static inline __m128i load_16(const void *bytes)
{
    return _mm_loadu_si128(bytes);
}

/* How far away a coordinate is from eight ranges. */
static inline __m128i gaps(const unsigned char *group, int axis, int half, __m128i coordinate)
{
    const unsigned char *least = group + 2 * GD_TREE_FAN * axis + 16 * half;
    return _mm_or_si128(_mm_subs_epu16(load_16(least), coordinate),
                        _mm_subs_epu16(coordinate, load_16(least + 3 * 2 * GD_TREE_FAN)));
}

static inline void gd_group_keys(const unsigned char *group, const uint16_t xyz[3],
                                 int32_t keys[GD_TREE_FAN])
{
    __m128i number = _mm_setr_epi32(0, 1, 2, 3), four = _mm_set1_epi32(4);
    __m128i zero = _mm_setzero_si128(), squares_bits = _mm_set1_epi32(~GD_KEY_NODE);
    for (int half = 0; half < 2; half++) {
        __m128i x = gaps(group, 0, half, _mm_set1_epi16((short)xyz[0]));
        __m128i y = gaps(group, 1, half, _mm_set1_epi16((short)xyz[1]));
        __m128i z = gaps(group, 2, half, _mm_set1_epi16((short)xyz[2]));
        __m128i xy0 = _mm_unpacklo_epi16(x, y), xy1 = _mm_unpackhi_epi16(x, y);
        __m128i z0 = _mm_unpacklo_epi16(z, zero), z1 = _mm_unpackhi_epi16(z, zero);
        __m128i sum0 = _mm_add_epi32(_mm_madd_epi16(xy0, xy0), _mm_madd_epi16(z0, z0));
        __m128i sum1 = _mm_add_epi32(_mm_madd_epi16(xy1, xy1), _mm_madd_epi16(z1, z1));
        __m128i *to = (__m128i *)(void *)(keys + 8 * half);
        _mm_storeu_si128(to, _mm_or_si128(_mm_and_si128(sum0, squares_bits), number));
        number = _mm_add_epi32(number, four);
        _mm_storeu_si128(to + 1, _mm_or_si128(_mm_and_si128(sum1, squares_bits), number));
        number = _mm_add_epi32(number, four);
    }
}

/* Keys are compared as floats, which have the same order: they are positive and not NaN. */
static inline __m128 float_keys(const int32_t keys[GD_TREE_FAN], int quarter)
{
    return _mm_castsi128_ps(load_16(keys + 4 * quarter));
}

static inline int32_t gd_least_key(const int32_t keys[GD_TREE_FAN])
{
    __m128 least = _mm_min_ps(_mm_min_ps(float_keys(keys, 0), float_keys(keys, 1)),
                              _mm_min_ps(float_keys(keys, 2), float_keys(keys, 3)));
    least = _mm_min_ps(least, _mm_movehl_ps(least, least));
    least = _mm_min_ps(least, _mm_shuffle_ps(least, least, 1));
    return _mm_cvtsi128_si32(_mm_castps_si128(least));
}

static inline __m128i above(const int32_t keys[GD_TREE_FAN], int quarter, __m128i limit)
{
    return _mm_cmpgt_epi32(load_16(keys + 4 * quarter), limit);
}

static inline unsigned gd_keys_within(const int32_t keys[GD_TREE_FAN], int32_t key_limit)
{
    __m128i limit = _mm_set1_epi32(key_limit);
    __m128i first = _mm_packs_epi32(above(keys, 0, limit), above(keys, 1, limit));
    __m128i second = _mm_packs_epi32(above(keys, 2, limit), above(keys, 3, limit));
    return 0xffff ^ (unsigned)_mm_movemask_epi8(_mm_packs_epi16(first, second));
}

#else

/* Sets the keys of the nodes of a group. */
static inline void gd_group_keys(const unsigned char *group, const uint16_t xyz[3],
                                 int32_t keys[GD_TREE_FAN])
{
    int32_t sums[GD_TREE_FAN] = {0};
    for (int axis = 0; axis < 3; axis++)
        for (int i = 0; i < GD_TREE_FAN; i++) {
            const unsigned char *at = group + 2 * (GD_TREE_FAN * axis + i);
            int32_t least = at[0] | at[1] << 8;
            int32_t largest = at[6 * GD_TREE_FAN] | at[6 * GD_TREE_FAN + 1] << 8;
            int32_t below = least - xyz[axis], beyond = xyz[axis] - largest;
            int32_t gap = below > beyond ? below : beyond;
            sums[i] += gap > 0 ? gap * gap : 0;
        }
    for (int i = 0; i < GD_TREE_FAN; i++)
        keys[i] = (sums[i] & ~GD_KEY_NODE) | i;
}

static inline int32_t gd_least_key(const int32_t keys[GD_TREE_FAN])
{
    int32_t least = keys[0];
    for (int i = 1; i < GD_TREE_FAN; i++)
        least = keys[i] < least ? keys[i] : least;
    return least;
}

/* A bit for each key that is at most the limit. */
static inline unsigned gd_keys_within(const int32_t keys[GD_TREE_FAN], int32_t key_limit)
{
    unsigned found = 0;
    for (int i = 0; i < GD_TREE_FAN; i++)
        found |= (unsigned)(keys[i] <= key_limit) << i;
    return found;
}

#endif

/* Sets the keys of the nodes of a group; those without a city of the class to GD_KEY_FAR. */
static inline void gd_find_keys(const gd_tree *tree, unsigned level, uint32_t group,
                                const uint16_t xyz[3], unsigned least_class,
                                int32_t keys[GD_TREE_FAN])
{
    gd_group_keys(tree->groups[level] + (size_t)GD_GROUP_SIZE * group, xyz, keys);
    if (least_class == 0)
        return;
    const unsigned char *classes = tree->classes[level] + (size_t)GD_TREE_FAN * group;
    for (int i = 0; i < GD_TREE_FAN; i++)
        keys[i] = classes[i] < least_class ? GD_KEY_FAR | i : keys[i];
}

/* ---- Leaves --------------------------------------------------------------------------- */

static inline uint64_t load_position(const unsigned char *at)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    uint64_t word; /* a loop of these can be turned into vectors */
    memcpy(&word, at, sizeof word);
    return word;
#else
    return load_u64(at);
#endif
}

/* How many places the leaf has. */
static inline uint32_t gd_leaf_count(const gd_tree *tree, uint32_t leaf)
{
    uint32_t left = tree->row_count - leaf * GD_TREE_FAN;
    return left < GD_TREE_FAN ? left : GD_TREE_FAN;
}

static inline const unsigned char *gd_leaf_positions(const gd_tree *tree, uint32_t leaf)
{
    return table_at(GD_FIELD_POSITIONS_AT) +
           GD_POSITION_SIZE * (size_t)(tree->first_row + leaf * GD_TREE_FAN);
}

/* Sets the haversines from the origin to the places of a leaf; far_haversine for places that it
 * does not have and those with fewer people. With a and b the differences of latitude and longitude
 *
 *     haversine = sin^2 (a / 2) + cos lat1 cos lat2 sin^2 (b / 2).
 *
 * The cosine is the sine of the distance from the pole, and all terms are positive, so that nothing
 * cancels. */
static inline void gd_leaf_haversines(const gd_tree *tree, uint32_t leaf, const gd_origin *from,
                                      uint32_t min_population, float haversines[GD_TREE_FAN])
{
    const float unit = 1.74532925e-7f; /* of 1e-5 degrees, in radians */
    const unsigned char *positions = gd_leaf_positions(tree, leaf);
    int32_t lat[GD_TREE_FAN], lon[GD_TREE_FAN], round = 36000000;
    for (int i = 0; i < GD_TREE_FAN; i++) {
        uint64_t packed = load_position(positions + GD_POSITION_SIZE * i);
        lat[i] = (int32_t)(packed >> (GD_LON_BITS + GD_DIVISION_BITS));
        lon[i] = (int32_t)(packed >> GD_DIVISION_BITS & ((1 << GD_LON_BITS) - 1));
    }
    for (int i = 0; i < GD_TREE_FAN; i++) {
        int32_t difference = lon[i] - from->lon;
        difference -= difference > round / 2 ? round : 0;
        difference += difference < -round / 2 ? round : 0;
        float north = ((float)(lat[i] - from->lat) - from->lat_rest) * unit;
        float across = ((float)difference - from->lon_rest) * unit;
        float from_pole = (9000000 - fabsf((float)(lat[i] - GD_LAT_BIAS_E5))) * unit;
        haversines[i] =
            haversine_of_square(north * north) +
            from->cos_lat * rough_sine(from_pole) * haversine_of_square(across * across);
    }
    uint32_t count = gd_leaf_count(tree, leaf), row = tree->first_row + leaf * GD_TREE_FAN;
    for (uint32_t i = count; i < GD_TREE_FAN; i++)
        haversines[i] = far_haversine;
    for (uint32_t i = 0; min_population && i < count; i++)
        if ((place_facts(row + i) & GD_POPULATION_MASK) < min_population)
            haversines[i] = far_haversine;
}

#endif
