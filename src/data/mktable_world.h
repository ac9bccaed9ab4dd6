/* The text tables in memory: areas, places and the names of both. */
#ifndef MKTABLE_WORLD_H
#define MKTABLE_WORLD_H

#include "mktable_name_index.h"

#define GD_NO_ROW UINT32_MAX

typedef struct {
    geodist_text name;
    geodist_text country;     /* alpha-2; empty for another area */
    geodist_text code;        /* admin1 of a region */
    geodist_text description; /* of another area */
    geodist_text cities;      /* of another area: names, separated by | */
    geodist_text names[4];    /* as name_classes in mktable_world.c, separated by | */
    uint32_t parent;          /* the index of its country; of a country, its own */
    uint32_t population;
    uint32_t city[GD_AREA_CITIES]; /* rows, or GD_NO_ROW */
} gd_area;

typedef struct {
    geodist_text name;
    double lat;
    double lon;
    uint32_t division; /* index of an area */
    uint32_t facts;    /* as in table/table.h */
    uint32_t id;       /* of a city: GeoNames; of an airport: the letters of its IATA code, the first
                        * in the lowest byte */
} gd_named_place;

/* The rows of the names: places, then areas. */
typedef struct {
    gd_area *areas; /* countries, regions, other areas, each in the order of their table */
    uint32_t country_count;
    uint32_t division_count; /* countries and regions */
    uint32_t area_count;
    gd_named_place *places; /* cities, then airports */
    uint32_t city_count;
    uint32_t place_count;
    gd_name_list names;
} gd_world;

/* Read a text table from a folder each, in this order: countries and regions before places, cities
 * before airports. Cities of less than min_population are left out, except capitals; so are airports
 * that serve few people. */
void gd_read_countries(gd_world *to, const char *folder);
void gd_read_regions(gd_world *to, const char *folder);
void gd_read_cities(gd_world *to, const char *folder, double min_population);
void gd_read_airports(gd_world *to, const char *folder, double min_population);
void gd_read_other_areas(gd_world *to, const char *folder);

/* Adds the names of all areas: their rows follow those of all places. */
void gd_add_area_names(gd_world *to);

/* Adds a city. Its row is the number of places before it. */
void gd_add_city(gd_world *to, gd_named_place added);

/* Adds a name of a place. */
void gd_add_place_name(gd_world *to, geodist_text name, uint32_t row, unsigned name_class);

/* The country of a row: the index of its area, or GD_NO_ROW for another area. */
static inline uint32_t gd_country_of(const gd_world *in, uint32_t row)
{
    if (row < in->place_count)
        return in->areas[in->places[row].division].parent;
    uint32_t area = row - in->place_count;
    return area < in->division_count ? in->areas[area].parent : (uint32_t)GD_NO_ROW;
}

static inline bool gd_is_city(const gd_world *in, uint32_t row)
{
    return row < in->city_count;
}

static inline uint32_t gd_population(const gd_named_place *city)
{
    return city->facts & GD_POPULATION_MASK;
}

/* An approximate distance, good enough to compare two places close by. */
double gd_kilometres(const gd_named_place *of, double lat, double lon);

#endif
