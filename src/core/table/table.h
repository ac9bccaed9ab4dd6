/* The layout of the built-in table, and its accessors.
 *
 * The table is one read-only block of little-endian bytes without pointers. src/data/mktable_main.c
 * and mktable_name_index.c write it at build time, table.c embeds it, and it is used in place.
 * Offsets count from its start.
 *
 *   header      the numbers of gd_field, u32 each
 *   expansions  256 times GD_EXPANSION bytes: what each coded byte of a key stands for
 *   lengths     256 bytes: the lengths of the expansions
 *   positions   u64 for each place, cities first, then airports: position and division. From the
 *               next multiple of 64 bytes on, so that a leaf of the tree of cities is two lines of
 *               the cache
 *   trees       of the cities and of the airports, at multiples of 64 bytes (places/nearest_tree.h)
 *   places      GD_PLACE_SIZE bytes each, in the same order: u32 facts, u32 name, u24 GeoNames id,
 *               or of an airport its IATA code
 *   areas       GD_AREA_SIZE bytes each, countries first, then regions, then other areas: u32 name,
 *               u32 population (of another area: the number of its description), u16 country, the
 *               two letters of the country's code and a NUL, and the rows of two cities in u24:
 *               the capital or seat and the largest besides
 *   names       the texts that places and areas refer to, each once and followed by a NUL
 *   the name index: folded names -> rows (places/name_index.h):
 *     heads     GD_HEAD_SIZE bytes for each block of keys: u64, the first 8 bytes of its first key
 *               as gd_key_head() gives them, and u32, its offset in the blocks
 *     blocks    GD_BLOCK keys each, with all that is said about them, so that a key is found with
 *               few cache misses:
 *       marks     GD_BLOCK bytes: gd_fingerprint() of each key
 *       headers   GD_BLOCK bytes: of the entry of each key
 *       postings  u24 for each key: its only candidate, or GD_LIST_FLAG and the offset of its list
 *                 in the block
 *       entries   the keys (places/key_block.h)
 *       lists     u24 each: a count, then as many candidates: names best first, then codes; the next
 *                 list follows. If the count has GD_COUNTRIES_FLAG, the set of the countries of its
 *                 candidates stands before it in two u24, the lower half first: bit
 *                 (country % GD_COUNTRY_BITS)
 *
 * The rows of places and areas are numbered together: cities, airports, countries, regions, other
 * areas. Cities, and airports, are in an order in which neighbours are close. The division of a
 * place is the number of an area: its region, or its country if it has none. */
#ifndef GD_TABLE_H
#define GD_TABLE_H

#include <geodist.h>

/* Defined in table.c: the table, and the byte after it. */
#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif
extern const unsigned char gd_table[];
extern const unsigned char gd_table_end[];
#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

enum { GD_MAGIC = 0x35544447 }; /* "GDT5" */

typedef enum {
    GD_FIELD_MAGIC,
    GD_FIELD_BYTES,
    GD_FIELD_CHECKSUM, /* CRC-32 of the bytes after this field */
    GD_FIELD_EDITION,  /* the number of a name: YYYY-MM-DD */
    GD_FIELD_CITIES,
    GD_FIELD_PLACES, /* cities and airports */
    GD_FIELD_POSITIONS_AT,
    GD_FIELD_CITY_TREE_AT,
    GD_FIELD_AIRPORT_TREE_AT,
    GD_FIELD_PLACES_AT,
    GD_FIELD_COUNTRIES,
    GD_FIELD_DIVISIONS, /* countries and regions */
    GD_FIELD_AREAS,     /* countries, regions and other areas */
    GD_FIELD_AREAS_AT,
    GD_FIELD_NAMES_AT,
    GD_FIELD_EXPANSIONS_AT,
    GD_FIELD_LENGTHS_AT,
    GD_FIELD_KEYS,
    GD_FIELD_AMBIGUOUS, /* how many of the keys have several candidates */
    GD_FIELD_HEADS_AT,
    GD_FIELD_BLOCKS_AT,
    GD_FIELDS
} gd_field;

enum {
    GD_BLOCK = 32,    /* keys of a block; what the last one lacks is zeros */
    GD_HEAD_SIZE = 12,
    GD_HEADERS_AT = GD_BLOCK, /* in a block */
    GD_POSTINGS_AT = 2 * GD_BLOCK,
    GD_ENTRIES_AT = 5 * GD_BLOCK,
    GD_EXPANSION = 8, /* the most bytes that one coded byte stands for */
    GD_PLACE_SIZE = 11,
    GD_POSITION_SIZE = 8,
    GD_AREA_SIZE = 19
};

/* A candidate, as postings and lists hold it: u24 of a row and the class of the name. */
enum {
    GD_ROW_BITS = 18,
    GD_ROWS_MAX = 1 << GD_ROW_BITS,
    GD_ROW_MASK = GD_ROWS_MAX - 1,
    GD_CLASS_BITS = 3,
    GD_CLASS_MASK = (1 << GD_CLASS_BITS) - 1,
    GD_LIST_FLAG = 1 << 23, /* in a posting: the other bits are the offset of a list */
    GD_FIRST_FLAG = 1 << 23, /* in a list: names of a higher score follow */
    GD_COUNTRIES_FLAG = 1 << 23, /* in the count of a list */
    GD_QUALIFIER_FLAG = 1 << 22, /* on the first candidate: a country or region is among them */
    GD_SPLIT_FLAG = 1 << 21      /* on the first candidate: the key is also the name of a better known
                                  * place, followed by a name of its region or country */
};

enum {
    GD_COUNTRY_BITS = 48,
    GD_READINGS_MAX = 24 /* the most areas that one key names */
};

/* What kind of name of a place or area a key is, best first: the weight of the score depends on it.
 */
typedef enum {
    GD_CLASS_PRIMARY,   /* its name */
    GD_CLASS_KNOWN,     /* its English or former name, or a plain form of it; of an area also its
                         * official names and those in its official languages */
    GD_CLASS_SHARED,    /* its name in two languages or more */
    GD_CLASS_OTHER,     /* any other name */
    GD_CLASS_CITY_CODE, /* a metropolitan code or common abbreviation of a city */
    GD_CLASS_CODE,      /* a code of an airport, country or region */
    GD_CLASSES
} gd_class;

/* The facts of a city: its population, and above it flags. */
enum {
    GD_POPULATION_BITS = 25,
    GD_POPULATION_MASK = (1 << GD_POPULATION_BITS) - 1,
    GD_CAPITAL = 1 << 25,       /* of a country */
    GD_OLDER = 1 << 26,         /* it is in an older source only */
    GD_GONE = 1 << 27,          /* abandoned, destroyed or historical */
    GD_REGION_REPEATS = 1 << 28, /* its region only repeats its name: labels leave it out */
    GD_DISTRICT = 1 << 29,       /* of a city */
    GD_SEAT = 1 << 30            /* of its region */
};
/* Its name, region and country lead to another place: labels have its GeoNames id. */
#define GD_NAMESAKE (UINT32_C(1) << 31)

/* The facts of an airport: four letters of its ICAO code, the first in the lowest bits, 1 for A and
 * 0 for none, and above them its size. */
enum { GD_ICAO_LETTER_BITS = 5, GD_AIRPORT_SIZE_SHIFT = 20 };

typedef enum {
    GD_AIRPORT_OTHER,
    GD_AIRPORT_SCHEDULED, /* with scheduled service */
    GD_AIRPORT_MEDIUM,    /* of medium size, with scheduled service */
    GD_AIRPORT_LARGE
} gd_airport_size;

/* The position of a place: latitude, longitude (both in 1e-5 degrees, biased) and division, from
 * the highest bits to the lowest. */
enum {
    GD_LON_BITS = 26,
    GD_DIVISION_BITS = 13,
    GD_LAT_BIAS_E5 = 9000000,
    GD_LON_BIAS_E5 = 18000000
};

/* The number of a name: its offset in the names, and above that its length. */
enum { GD_NAME_AT_BITS = 24, GD_NAME_LENGTH_MAX = 255 };

static inline uint32_t load_u24(const unsigned char *at)
{
    return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16;
}

static inline uint32_t load_u32(const unsigned char *at)
{
    return load_u24(at) | (uint32_t)at[3] << 24;
}

static inline uint64_t load_u64(const unsigned char *at)
{
    return load_u32(at) | (uint64_t)load_u32(at + 4) << 32;
}

static inline uint32_t table_field(unsigned field)
{
    return load_u32(gd_table + 4 * (size_t)field);
}

static inline const unsigned char *table_at(unsigned field)
{
    return gd_table + table_field(field);
}

/* NUL-terminated. Number 0 is the empty name. */
static inline geodist_text table_name(uint32_t number)
{
    const unsigned char *at =
        table_at(GD_FIELD_NAMES_AT) + (number & ((UINT32_C(1) << GD_NAME_AT_BITS) - 1));
    return (geodist_text){(const char *)at, number >> GD_NAME_AT_BITS};
}

static inline const unsigned char *place_record(uint32_t row)
{
    return table_at(GD_FIELD_PLACES_AT) + GD_PLACE_SIZE * (size_t)row;
}

/* Position and division. */
static inline uint64_t packed_position(uint32_t row)
{
    return load_u64(table_at(GD_FIELD_POSITIONS_AT) + GD_POSITION_SIZE * (size_t)row);
}

static inline uint32_t place_division(uint32_t row)
{
    return (uint32_t)packed_position(row) & ((1 << GD_DIVISION_BITS) - 1);
}

typedef struct {
    int32_t lat_e5, lon_e5;
} position;

static inline position place_position(uint32_t row)
{
    uint64_t packed = packed_position(row) >> GD_DIVISION_BITS;
    int32_t lon = (int32_t)(packed & ((1 << GD_LON_BITS) - 1));
    return (position){(int32_t)(packed >> GD_LON_BITS) - GD_LAT_BIAS_E5, lon - GD_LON_BIAS_E5};
}

static inline geodist_point place_point(uint32_t row)
{
    position at = place_position(row);
    return (geodist_point){at.lat_e5 / 1e5, at.lon_e5 / 1e5};
}

static inline uint32_t place_facts(uint32_t row)
{
    return load_u32(place_record(row));
}

static inline geodist_text place_name(uint32_t row)
{
    return table_name(load_u32(place_record(row) + 4));
}

/* Of a city its GeoNames id, or 0; of an airport the letters of its IATA code, or NULs. */
static inline const unsigned char *place_id(uint32_t row)
{
    return place_record(row) + 8;
}

static inline bool is_city(uint32_t row)
{
    return row < table_field(GD_FIELD_CITIES);
}

/* A city or an airport. */
static inline bool is_place(uint32_t row)
{
    return row < table_field(GD_FIELD_PLACES);
}

static inline gd_airport_size airport_size(uint32_t row)
{
    return (gd_airport_size)(place_facts(row) >> GD_AIRPORT_SIZE_SHIFT & 3);
}

/* The number of the area in a row that is no place. */
static inline uint32_t area_of_row(uint32_t row)
{
    return row - table_field(GD_FIELD_PLACES);
}

static inline const unsigned char *area_record(uint32_t area)
{
    return table_at(GD_FIELD_AREAS_AT) + GD_AREA_SIZE * (size_t)area;
}

static inline geodist_text area_name(uint32_t area)
{
    return table_name(load_u32(area_record(area)));
}

/* A country or a region. */
static inline bool is_division(uint32_t area)
{
    return area < table_field(GD_FIELD_DIVISIONS);
}

/* Of a country or region. */
static inline uint32_t area_population(uint32_t area)
{
    return load_u32(area_record(area) + 4);
}

/* Of another area: what it is, such as "a continent". */
static inline geodist_text area_description(uint32_t area)
{
    return table_name(load_u32(area_record(area) + 4));
}

/* The country of a region; of a country, itself. */
static inline uint32_t division_country(uint32_t division)
{
    const unsigned char *at = area_record(division) + 8;
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

/* The code of the country of a division. */
static inline geodist_text division_country_code(uint32_t division)
{
    return (geodist_text){(const char *)area_record(division) + 10, 2};
}

enum { GD_AREA_CITIES = 2, GD_NO_CITY = (1 << 24) - 1 };

/* The row of the index-th city of an area, or GD_NO_CITY. */
static inline uint32_t area_city(uint32_t area, unsigned index)
{
    return load_u24(area_record(area) + 13 + 3 * (size_t)index);
}

#endif
