/* Lists of cells: the values of --add and --fields. */
#ifndef CLI_FIELD_LIST_H
#define CLI_FIELD_LIST_H

#include "options/unit.h"
#include "output/writer.h"

/* What a cell says. First of a place, then of a journey or a neighbour, then of a line. */
typedef enum {
    FIELD_LABEL,
    FIELD_NAME,
    FIELD_REGION,
    FIELD_COUNTRY,
    FIELD_COUNTRY_CODE,
    FIELD_LAT,
    FIELD_LON,
    FIELD_POPULATION,
    FIELD_KIND,
    FIELD_IATA,
    FIELD_ICAO,
    FIELD_GEONAMES_ID,
    FIELD_RIVALS,
    FIELD_DISTANCE,
    FIELD_BEARING,
    FIELD_ERROR,
    FIELD_NAMES
} field_name;

/* Whether each place has a cell of its own. */
static inline bool gd_is_of_place(field_name field)
{
    return field < FIELD_DISTANCE;
}

typedef struct {
    field_name field;
    geodist_text column; /* the column name that was given, or empty */
} wanted_field;

enum { GD_FIELDS_MAX = 32 };

typedef struct {
    size_t count;
    wanted_field fields[GD_FIELDS_MAX];
} field_list;

/* The names of the fields (a word_list). */
const char *gd_field_name(size_t index);

/* Parses "distance,label=place": names of fields with commas between them, each perhaps with '='
 * and a column name. distance may be written with the unit in use (distance_km). A column name that
 * is a unit other than the one in use, alone or after "distance_", is refused. Explains on
 * `errors`, as about that option, what is wrong. The list must last as long as the result. */
bool gd_parse_field_list(field_list *parsed, const char *option, const char *list, const unit *in,
                         writer *errors);

static inline bool gd_has_field(const field_list *list, field_name field)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->fields[i].field == field)
            return true;
    return false;
}

#endif
