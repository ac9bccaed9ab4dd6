/* The text tables in memory: divisions, places and the names of both. */
#ifndef MKTABLE_WORLD_H
#define MKTABLE_WORLD_H

#include "mktable_name_index.h"

typedef struct {
    geodist_text name;
    geodist_text country; /* alpha-2 */
    geodist_text code;    /* admin1; empty for a country */
    uint32_t parent;      /* the index of its country; of a country, its own */
} gd_division;

typedef struct {
    geodist_text name;
    double lat;
    double lon;
    uint32_t division;
    uint32_t facts; /* population and kind, as in table/table.h */
    uint32_t geonames_id;
} gd_named_place;

typedef struct {
    gd_division *divisions; /* countries first, both in the order of their table */
    uint32_t division_count;
    uint32_t country_count;
    gd_name_list division_names;
    gd_named_place *places;
    uint32_t place_count;
    gd_name_list place_names;
} gd_world;

/* Reads countries.tsv, regions.tsv, places.tsv and overrides.tsv from a folder. Places of less than
 * min_population are left out, except capitals. Both lists of names are sorted. */
void gd_read_world(gd_world *into, const char *folder, double min_population);

#endif
