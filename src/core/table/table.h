/* The layout of the built-in table, and its accessors.
 *
 * The table is one read-only block of little-endian bytes without pointers. src/data/mktable_main.c
 * and mktable_name_index.c write it at build time, table.c embeds it, and it is used in place.
 * Offsets count from its start.
 *
 *   header      the numbers of gd_field, u32 each
 *   expansions  256 times GD_EXPANSION bytes: what each coded byte of a key stands for
 *   lengths     256 bytes: the lengths of the expansions
 *   places      GD_PLACE_SIZE bytes each: u64 position and division, u32 population and kind,
 *               u32 name, u24 GeoNames id
 *   divisions   GD_DIVISION_SIZE bytes each, countries first: u32 name, u16 country, the two
 *               letters of the country's code and a NUL
 *   names       the texts that places and divisions refer to, each once and followed by a NUL
 *   two name indexes, of places and of divisions: folded names -> rows (places/name_index.h):
 *     heads     u64 for each block: the first 8 bytes of its first key, as key_head() gives them
 *     blocks    u32 for each block: its offset in the text
 *     text      the keys
 *     postings  u24 for each key: its only candidate, or GD_LIST_FLAG and the index of its list
 *     lists     u24 each: a count, then as many candidates, best first; the next list follows. If
 *               the count has GD_COUNTRIES_FLAG, the set of the countries of its candidates stands
 *               before it in two u24, the lower half first: bit (country % GD_COUNTRY_BITS) */
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

enum { GD_MAGIC = 0x32544447 }; /* "GDT2" */

typedef enum {
    GD_FIELD_MAGIC,
    GD_FIELD_BYTES,
    GD_FIELD_CHECKSUM, /* CRC-32 of the bytes after this field */
    GD_FIELD_EDITION,  /* the number of a name: YYYY-MM-DD */
    GD_FIELD_PLACES,
    GD_FIELD_PLACES_AT,
    GD_FIELD_COUNTRIES,
    GD_FIELD_DIVISIONS, /* countries and regions */
    GD_FIELD_DIVISIONS_AT,
    GD_FIELD_NAMES_AT,
    GD_FIELD_EXPANSIONS_AT,
    GD_FIELD_LENGTHS_AT,
    GD_FIELD_PLACE_NAMES, /* the GD_NAME_INDEX_FIELDS numbers of a name index start here */
    GD_FIELD_DIVISION_NAMES = GD_FIELD_PLACE_NAMES + 7, /* and here */
    GD_FIELDS = GD_FIELD_DIVISION_NAMES + 7
} gd_field;

/* The numbers that describe a name index, in the order of the header. */
typedef enum {
    GD_NAME_INDEX_KEYS,
    GD_NAME_INDEX_AMBIGUOUS, /* how many of the keys have several candidates */
    GD_NAME_INDEX_HEADS_AT,
    GD_NAME_INDEX_BLOCKS_AT,
    GD_NAME_INDEX_TEXT_AT,
    GD_NAME_INDEX_POSTINGS_AT,
    GD_NAME_INDEX_LISTS_AT,
    GD_NAME_INDEX_FIELDS
} gd_name_index_field;

enum {
    GD_BLOCK = 32,    /* keys of a block */
    GD_EXPANSION = 8, /* the most bytes that one coded byte stands for */
    GD_PLACE_SIZE = 19,
    GD_DIVISION_SIZE = 9
};

/* A candidate, as postings and lists hold it: u24 of a row and the class of the name. */
enum {
    GD_ROW_BITS = 18,
    GD_ROWS_MAX = 1 << GD_ROW_BITS,
    GD_ROW_MASK = GD_ROWS_MAX - 1,
    GD_CLASS_BITS = 3,
    GD_CLASS_MASK = (1 << GD_CLASS_BITS) - 1,
    GD_LIST_FLAG = 1 << 23, /* in a posting: the other bits are the index of a list */
    GD_FIRST_FLAG = 1 << 23, /* in a list: put first by overrides.tsv, whatever its score */
    GD_COUNTRIES_FLAG = 1 << 23, /* in the count of a list */
    GD_QUALIFIER_FLAG = 1 << 22 /* on the first candidate of a name of places: the key is also a
                                 * division name */
};

enum { GD_COUNTRY_BITS = 48 };

/* What kind of name of a place a key is, best first: the weight of the score depends on it. */
typedef enum {
    GD_CLASS_PRIMARY, /* its name */
    GD_CLASS_KNOWN,   /* its English or former name, or a plain form of it */
    GD_CLASS_SHARED,  /* its name in two languages or more */
    GD_CLASS_OTHER,   /* any other name */
    GD_CLASS_CODE,    /* the IATA code of the place or of its airport */
    GD_CLASSES
} gd_class;

/* The population of a place, and above it the flags of its kind: together its facts. */
enum {
    GD_POPULATION_BITS = 25,
    GD_POPULATION_MASK = (1 << GD_POPULATION_BITS) - 1,
    GD_CAPITAL = 1 << 25,       /* of a country */
    GD_OLDER = 1 << 26,         /* it is in an older source only */
    GD_GONE = 1 << 27,          /* abandoned, destroyed or historical */
    GD_REGION_REPEATS = 1 << 28 /* its region only repeats its name: labels leave it out */
};

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

/* The first 8 bytes of a key as a big-endian number, which sorts as the bytes do; a shorter key is
 * padded with zeros. */
static inline uint64_t key_head(geodist_text key)
{
    uint64_t head = 0;
    for (size_t i = 0; i < 8; i++)
        head = head << 8 | (i < key.length ? (unsigned char)key.bytes[i] : 0);
    return head;
}

static inline uint32_t table_field(unsigned field)
{
    return load_u32(gd_table + 4 * (size_t)field);
}

static inline uint32_t name_index_field(gd_field name_index, gd_name_index_field which)
{
    return table_field((unsigned)name_index + (unsigned)which);
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

static inline uint32_t place_division(uint32_t row)
{
    return (uint32_t)load_u64(place_record(row)) & ((1 << GD_DIVISION_BITS) - 1);
}

typedef struct {
    int32_t lat_e5, lon_e5;
} position;

static inline position place_position(uint32_t row)
{
    uint64_t packed = load_u64(place_record(row)) >> GD_DIVISION_BITS;
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
    return load_u32(place_record(row) + 8);
}

static inline geodist_text place_name(uint32_t row)
{
    return table_name(load_u32(place_record(row) + 12));
}

/* 0 if the place is not in GeoNames. */
static inline uint32_t place_geonames_id(uint32_t row)
{
    return load_u24(place_record(row) + 16);
}

static inline const unsigned char *division_record(uint32_t division)
{
    return table_at(GD_FIELD_DIVISIONS_AT) + GD_DIVISION_SIZE * (size_t)division;
}

static inline geodist_text division_name(uint32_t division)
{
    return table_name(load_u32(division_record(division)));
}

/* The country of a region; of a country, itself. */
static inline uint32_t division_country(uint32_t division)
{
    const unsigned char *at = division_record(division) + 4;
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

/* The code of the country of a division. */
static inline geodist_text division_country_code(uint32_t division)
{
    return (geodist_text){(const char *)division_record(division) + 6, 2};
}

#endif
