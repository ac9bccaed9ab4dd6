/* The layout of the built-in table, and its only accessors.
 *
 * The image is one read-only run of little-endian bytes without pointers, written by
 * src/data/image.c at build time and used as it lies. Offsets count from its start.
 *
 *   header      the gd_field numbers below, u32 each
 *   places      16 bytes each: u64 position and division, u32 population and kind, u32 name
 *   divisions   8 bytes each, countries first: u32 name, u16 country, 2 letters of its code
 *   names       the text that places and divisions point into
 *   name indexes    two, of places and of divisions: folded names -> who bears them
 *
 * A name_index holds its keys sorted by bytes, in front-coded blocks (name_index.c reads them),
 * and a u24 posting for each key: the one candidate, or where the list of several is. */
#ifndef GD_TABLE_H
#define GD_TABLE_H

#include <geodist.h>

/* Defined in table.c: the image, and the byte behind it. */
#if defined(__GNUC__)
#pragma GCC visibility push(hidden)
#endif
extern const unsigned char gd_table[];
extern const unsigned char gd_table_end[];
#if defined(__GNUC__)
#pragma GCC visibility pop
#endif

enum { GD_MAGIC = 0x31544447 }; /* "GDT1" */

typedef enum {
    GD_FIELD_MAGIC,
    GD_FIELD_BYTES,
    GD_FIELD_CHECKSUM, /* CRC-32 of all that follows this field */
    GD_FIELD_EDITION,  /* the name that is YYYY-MM-DD */
    GD_FIELD_PLACES,
    GD_FIELD_PLACES_AT,
    GD_FIELD_COUNTRIES,
    GD_FIELD_DIVISIONS, /* countries and regions */
    GD_FIELD_DIVISIONS_AT,
    GD_FIELD_NAMES_AT,
    GD_FIELD_EXPANSIONS_AT, /* 256 times 8 bytes: what a coded byte of a key stands for */
    GD_FIELD_LENGTHS_AT,    /* 256 lengths of these */
    GD_FIELD_PLACE_NAMES, /* GD_NAME_INDEX_FIELDS numbers from here on, */
    GD_FIELD_DIVISION_NAMES = GD_FIELD_PLACE_NAMES + 7, /* and from here on */
    GD_FIELDS = GD_FIELD_DIVISION_NAMES + 7
} gd_field;

/* The numbers that describe a name_index, in the order in which the header has them. */
typedef enum {
    GD_NAME_INDEX_KEYS,
    GD_NAME_INDEX_AMBIGUOUS,   /* of these keys, how many have several candidates */
    GD_NAME_INDEX_HEADS_AT,    /* u64 for each block: its first key's first 8 bytes, as head_of() */
    GD_NAME_INDEX_BLOCKS_AT,   /* u32 for each block: where in the text it starts */
    GD_NAME_INDEX_TEXT_AT,
    GD_NAME_INDEX_POSTINGS_AT, /* u24 for each key */
    GD_NAME_INDEX_LISTS_AT,    /* u24: a length, then so many candidates; and so on */
    GD_NAME_INDEX_FIELDS
} gd_name_index_field;

enum {
    GD_BLOCK = 32, /* keys in a block */
    GD_EXPANSION = 8
};

/* A candidate as a posting or a list has it: u24. */
enum {
    GD_ROW_BITS = 20,
    GD_ROW_MASK = (1 << GD_ROW_BITS) - 1,
    GD_CLASS_BITS = 3,
    GD_CLASS_MASK = (1 << GD_CLASS_BITS) - 1,
    GD_LIST_FLAG = 1 << 23,  /* in a posting: the rest is an index into the lists */
    GD_FIRST_FLAG = 1 << 23  /* in a list: put first by hand, whatever its score */
};

/* How a place comes by one of its names; the better classes rank higher. */
typedef enum {
    GD_CLASS_PRIMARY, /* its name */
    GD_CLASS_KNOWN,   /* its English or former name, or a plain form of one */
    GD_CLASS_SHARED,  /* its name in two languages or more */
    GD_CLASS_OTHER,   /* any other name */
    GD_CLASS_CODE,    /* its IATA code, or that of an airport that serves it */
    GD_CLASSES
} gd_class;

/* What a place's third number holds above its population. */
enum {
    GD_POPULATION_BITS = 25,
    GD_POPULATION_MASK = (1 << GD_POPULATION_BITS) - 1,
    GD_CAPITAL = 1 << 25,       /* of a country */
    GD_OLDER = 1 << 26,         /* only an older source has it */
    GD_GONE = 1 << 27,          /* abandoned, destroyed or historical */
    GD_REGION_REPEATS = 1 << 28 /* its region only repeats its name */
};

/* A place's first number: latitude and longitude in 1e-5 degrees, and its division. */
enum {
    GD_LON_BITS = 26,
    GD_DIVISION_BITS = 13,
    GD_LAT_BIAS_E5 = 9000000,
    GD_LON_BIAS_E5 = 18000000
};

/* A name's number: where in the names it starts, and above that its length. */
enum { GD_NAME_AT_BITS = 24 };

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

/* The first 8 bytes of a key as a number that orders as they do; a shorter key counts as
 * followed by zeros. */
static inline uint64_t head_of(geodist_text key)
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

/* Number 0 is the empty name. */
static inline geodist_text table_name(uint32_t number)
{
    const unsigned char *at =
        table_at(GD_FIELD_NAMES_AT) + (number & ((UINT32_C(1) << GD_NAME_AT_BITS) - 1));
    return (geodist_text){(const char *)at, number >> GD_NAME_AT_BITS};
}

static inline const unsigned char *place_record(uint32_t row)
{
    return table_at(GD_FIELD_PLACES_AT) + 16 * (size_t)row;
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

static inline const unsigned char *division_record(uint32_t division)
{
    return table_at(GD_FIELD_DIVISIONS_AT) + 8 * (size_t)division;
}

static inline geodist_text division_name(uint32_t division)
{
    return table_name(load_u32(division_record(division)));
}

/* The country that a region is in; of a country, itself. */
static inline uint32_t division_country(uint32_t division)
{
    const unsigned char *at = division_record(division) + 4;
    return (uint32_t)at[0] | (uint32_t)at[1] << 8;
}

static inline geodist_text division_code(uint32_t division)
{
    return (geodist_text){(const char *)division_record(division) + 6, 2};
}

#endif
