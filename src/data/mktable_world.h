/* The tables in memory: divisions and places, and the name indexes of their names. */
#ifndef MKTABLE_WORLD_H
#define MKTABLE_WORLD_H

#include "mktable_names.h"

typedef struct {
    geodist_text name;
    geodist_text country; /* alpha-2 */
    geodist_text code;    /* admin1; empty for a country */
    uint32_t parent;      /* its country's index; a country's own */
} division;

typedef struct {
    geodist_text name;
    double lat;
    double lon;
    uint32_t division;
    uint32_t facts; /* population and kind as the image packs them */
} place;

typedef struct {
    division *divisions; /* countries first, each part in the order of the tables */
    uint32_t division_count;
    uint32_t country_count;
    name_index division_names;
    place *places;
    uint32_t place_count;
    name_index place_names;
} world;

/* Reads countries.tsv, regions.tsv, places.tsv and overrides.tsv from a folder. Places of
 * fewer people are left out, capitals never. Both name indexes come back sorted. */
void read_world(world *into, const char *folder, double least_population);

#endif
