/* The tables in memory: divisions and places, and the name indexes of their names. */
#ifndef MKTABLE_WORLD_H
#define MKTABLE_WORLD_H

#include "mktable_name_index.h"

typedef struct {
    geodist_text name;
    geodist_text country; /* alpha-2 */
    geodist_text code;    /* admin1; empty for a country */
    uint32_t parent;      /* its country's index; a country's own */
} gd_division;

typedef struct {
    geodist_text name;
    double lat;
    double lon;
    uint32_t division;
    uint32_t facts; /* population and kind as the image packs them */
} gd_named_place;

typedef struct {
    gd_division *divisions; /* countries first, each part in the order of the tables */
    uint32_t division_count;
    uint32_t country_count;
    gd_name_list division_names;
    gd_named_place *places;
    uint32_t place_count;
    gd_name_list place_names;
} gd_world;

/* Reads countries.tsv, regions.tsv, places.tsv and overrides.tsv from a folder. Places of
 * fewer people are left out, capitals never. Both name indexes come back sorted. */
void gd_read_world(gd_world *into, const char *folder, double least_population);

#endif
