/* A text after the name of a place that says in which region or country it is. */
#ifndef GD_QUALIFIER_H
#define GD_QUALIFIER_H

#include "places/name_index.h"

typedef struct {
    uint32_t id;                       /* gd_candidates_id() of its key */
    unsigned char count;               /* of areas */
    unsigned char names; /* the first so many areas have it as their name, the others
                          * as an alias or code; all of them, if it is nobody's name */
    bool in_capitals; /* it is two capital letters */
    uint16_t postal; /* the state or province of that postal code, or
                      * GD_NO_DIVISION */
    uint16_t areas[GD_READINGS_MAX]; /* regions and countries that it can mean */
} gd_qualifier;

enum { GD_NO_DIVISION = 0xFFFF };

/* Which areas of a qualifier count: all; those of which it is the name, not an alias (Altai, not
 * Altai Krai); of these, for a postal code, only the state or province. */
typedef enum { GD_ALL_READINGS, GD_NAMES_ONLY, GD_POSTAL } gd_readings;

/* False, and count 0, if no region or country has this name or code. */
bool gd_read_qualifier(geodist_text text, gd_qualifier *read);

/* The region or country in which a row lies: the region of a place, the country of a region; of a
 * country or another area GD_NO_DIVISION. */
uint32_t gd_division_of(uint32_t row);

/* How many of the region and the country of a division the qualifier means: 0, 1 or 2. */
unsigned gd_count_divisions(const gd_qualifier *qualifier, uint32_t division, gd_readings readings);

/* Whether two divisions match the qualifier in different meanings of it. */
bool gd_readings_differ(const gd_qualifier *qualifier, uint32_t division, uint32_t other);

#endif
