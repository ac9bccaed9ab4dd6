#include "table/place_columns.h"

#include "output/escape.h"
#include "output/format_number.h"
#include "table/axis_name.h"
#include "text/slice.h"

#include <stdlib.h>

/* What is looked for, and where. */
typedef struct {
    const record_cells *header;
    bool positions_only;
    writer *errors;
} search;

/* ---- Messages ---------------------------------------------------------------------- */

static columns_status refuse(const search *in, const char *before, geodist_text text,
                             const char *after)
{
    gd_put(in->errors, "geodist: ");
    gd_put(in->errors, before);
    gd_put(in->errors, " ");
    gd_put_quoted(in->errors, text);
    gd_put(in->errors, after);
    gd_put(in->errors, "\n");
    return COLUMNS_WRONG;
}

static columns_status refuse_unknown(const search *in, geodist_text wanted)
{
    gd_put(in->errors, "geodist: no column ");
    gd_put_quoted(in->errors, wanted);
    if (in->positions_only) {
        gd_put(in->errors, "; with --no-header a column is a position from 1 to ");
        gd_put_integer(in->errors, in->header->count);
    } else {
        gd_put(in->errors, " in the header ");
        gd_put_quoted(in->errors, in->header->record);
    }
    gd_put(in->errors, "\n");
    return COLUMNS_WRONG;
}

/* "geodist: column 'lon' is a longitude, and the order is latitude, longitude: write 'lat+lon'" */
static columns_status refuse_order(const search *in, geodist_text lon, geodist_text lat)
{
    gd_put(in->errors, "geodist: column ");
    gd_put_quoted(in->errors, lon);
    gd_put(in->errors, " is a longitude, and the order is latitude, longitude");
    if (lat.length) {
        gd_put(in->errors, ": write '");
        gd_put_escaped(in->errors, lat);
        gd_put(in->errors, "+");
        gd_put_escaped(in->errors, lon);
        gd_put(in->errors, "'");
    }
    gd_put(in->errors, "\n");
    return COLUMNS_WRONG;
}

/* ---- One column -------------------------------------------------------------------- */

/* How many columns have the name; sets *index to the first of them. */
static size_t count_named(const search *in, geodist_text name, size_t *index,
                          bool (*same)(geodist_text, geodist_text))
{
    size_t matches = 0;
    for (size_t i = in->header->count; i-- > 0;)
        if (same(in->header->cells[i], name)) {
            *index = i;
            matches++;
        }
    return matches;
}

/* The number that the text is, or 0. */
static size_t parse_number(geodist_text text)
{
    size_t number = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (!is_digit(text.bytes[i]) || number > SIZE_MAX / 16)
            return 0;
        number = number * 10 + (size_t)(text.bytes[i] - '0');
    }
    return number;
}

/* Sets *matches to 0 if there is no such column. A name comes before a position: a column may be
 * called 2. */
static void look_for(const search *in, geodist_text wanted, size_t *index, size_t *matches)
{
    size_t position = parse_number(wanted);
    *matches = 0;
    if (!in->positions_only) {
        *matches = count_named(in, wanted, index, same_text);
        if (*matches == 0)
            *matches = count_named(in, wanted, index, gd_same_in_any_case);
    }
    if (*matches == 0 && position - 1 < in->header->count) {
        *index = position - 1;
        *matches = 1;
    }
}

/* ---- The list ---------------------------------------------------------------------- */

static void add_column(place_columns *found, size_t index)
{
    size_t slot = found->wanted.count++;
    found->wanted.columns[slot] = (wanted_column){index, slot};
    found->places[found->place_count - 1].count++;
}

static void begin_place(place_columns *found)
{
    found->places[found->place_count++] = (place_column){.first_slot = found->wanted.count};
}

/* A place: a column of that name, or else columns with '+' between them. */
static columns_status find_place(const search *in, place_columns *found, geodist_text wanted)
{
    size_t index, matches;
    geodist_text part, rest = wanted;
    bool is_last = false;
    begin_place(found);
    look_for(in, wanted, &index, &matches);
    bool is_joined = matches == 0 && memchr(wanted.bytes, '+', wanted.length);
    while (!is_last) {
        is_last = !is_joined || !memchr(rest.bytes, '+', rest.length);
        part = is_joined ? trim(cut(rest, '+', &rest)) : wanted;
        look_for(in, part, &index, &matches);
        if (matches == 0)
            return refuse_unknown(in, part);
        if (matches > 1)
            return refuse(in, "several columns are called", part,
                          "; give the position of the one that is meant");
        if (found->wanted.count == GD_TABLE_COLUMNS_MAX)
            return refuse(in, "--columns has more than 1024 columns; the last is", part, "");
        add_column(found, index);
    }
    return COLUMNS_FOUND;
}

static geodist_text name_of(const search *in, const place_columns *found, size_t slot)
{
    return in->positions_only ? (geodist_text){NULL, 0}
                              : in->header->cells[found->wanted.columns[slot].index];
}

static axis axis_of(const search *in, const place_columns *found, size_t slot)
{
    return slot < found->wanted.count ? gd_axis_of(name_of(in, found, slot)) : AXIS_NONE;
}

/* ---- Latitudes and longitudes ------------------------------------------------------ */

/* Joins a single column that is a latitude with the single column after it, which must be a
 * longitude. A longitude must not stand first. */
static columns_status check_axes(const search *in, place_columns *found)
{
    size_t kept = 0;
    for (size_t i = 0; i < found->place_count; i++) {
        place_column at = found->places[i];
        axis first = axis_of(in, found, at.first_slot);
        axis second = axis_of(in, found, at.first_slot + 1);
        geodist_text name = name_of(in, found, at.first_slot);
        geodist_text next =
            name_of(in, found, at.first_slot + (at.first_slot + 1 < found->wanted.count));
        bool is_last = i + 1 == found->place_count;
        if (at.count == 2 && second == AXIS_LATITUDE)
            return first == AXIS_LATITUDE
                       ? refuse(in, "column", next, " is a latitude; where is the longitude?")
                       : refuse_order(in, name, next);
        if (first == AXIS_LONGITUDE && at.count <= 2)
            return refuse_order(in, name, second == AXIS_LATITUDE ? next : (geodist_text){NULL, 0});
        if (first == AXIS_LATITUDE && at.count == 1) {
            if (is_last || found->places[i + 1].count != 1 || second != AXIS_LONGITUDE)
                return refuse(in, "column", name,
                              " is a latitude; the column of its longitude must follow it");
            i++;
            at.count = 2;
        }
        at.is_point = at.count == 2 && first == AXIS_LATITUDE && second == AXIS_LONGITUDE;
        at.name = name;
        found->places[kept++] = at;
    }
    found->place_count = kept;
    return COLUMNS_FOUND;
}

static int compare_columns(const void *left, const void *right)
{
    const wanted_column *a = left, *b = right;
    return (a->index > b->index) - (a->index < b->index);
}

static columns_status find_all(const search *in, place_columns *found, const record_cells *wanted)
{
    columns_status status = COLUMNS_FOUND;
    for (size_t i = 0; i < wanted->count && status == COLUMNS_FOUND; i++)
        status = find_place(in, found, wanted->cells[i]);
    if (status == COLUMNS_FOUND)
        status = check_axes(in, found);
    if (status != COLUMNS_FOUND)
        return status;
    found->table_width = in->header->count;
    found->may_pair = found->place_count >= 4 && found->place_count % 2 == 0 &&
                      found->wanted.count == found->place_count;
    qsort(found->wanted.columns, found->wanted.count, sizeof *found->wanted.columns,
          compare_columns);
    return COLUMNS_FOUND;
}

columns_status gd_find_columns(place_columns *found, const char *list, const record_cells *header,
                               bool positions_only, writer *errors)
{
    search in = {header, positions_only, errors};
    record_cells wanted;
    columns_status status = COLUMNS_NO_MEMORY;
    *found = (place_columns){.wanted.columns =
                                 calloc(GD_TABLE_COLUMNS_MAX, sizeof *found->wanted.columns),
                             .places = calloc(GD_TABLE_PLACES_MAX, sizeof *found->places)};
    if (gd_split_record(&wanted, geodist_string(list), ',') && found->wanted.columns &&
        found->places)
        status = wanted.count > GD_TABLE_PLACES_MAX
                     ? refuse(&in, "--columns has more than 512 places:", geodist_string(list), "")
                     : find_all(&in, found, &wanted);
    gd_free_cells(&wanted);
    return status;
}

void gd_free_columns(place_columns *columns)
{
    free(columns->wanted.columns);
    free(columns->places);
    *columns = (place_columns){.places = NULL};
}
