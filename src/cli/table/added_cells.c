#include "table/added_cells.h"

#include "formats/format.h"
#include "output/escape.h"
#include "text/slice.h"

#include <stdlib.h>

/* ---- What is added ----------------------------------------------------------------- */

static bool is_journey(const added_cells *added)
{
    return added->columns->place_count > 1 || added->asked->to;
}

static void choose_fields(added_cells *added)
{
    static const field_list of_journey = {1, {{.field = FIELD_DISTANCE}}};
    static const field_list of_place = {
        3, {{.field = FIELD_LABEL}, {.field = FIELD_LAT}, {.field = FIELD_LON}}};
    if (added->asked->add.count)
        added->fields = added->asked->add;
    else
        added->fields = is_journey(added) ? of_journey : of_place;
}

/* Each cell has a name: a field of a place has one cell for each place of the table. */
static size_t cells_of(const added_cells *added, const wanted_field *of)
{
    return gd_is_of_place(of->field) ? added->columns->place_count : 1;
}

/* A name that was given stands alone if there is one place only. */
static void put_name(writer *out, const added_cells *added, cell_style style,
                     const wanted_field *of, size_t index)
{
    geodist_text place = added->columns->places[index].name;
    if (of->column.length && added->columns->place_count == 1)
        place.length = 0;
    gd_put_column_name(out, style, of, place, gd_unit(added->asked));
}

/* ---- Names that are taken ---------------------------------------------------------- */

typedef struct {
    geodist_text text;
    const wanted_field *added; /* NULL if it is one of the table */
} column_name;

static int compare_names(const void *left, const void *right)
{
    const column_name *a = left, *b = right;
    size_t shorter = a->text.length < b->text.length ? a->text.length : b->text.length;
    int order = shorter ? memcmp(a->text.bytes, b->text.bytes, shorter) : 0;
    return order ? order : (a->text.length > b->text.length) - (a->text.length < b->text.length);
}

/* What the name of an added cell has beside the names of its column and its place. */
enum { NAME_SLACK = 64 };

static size_t room_for_names(const added_cells *added)
{
    size_t room = 0;
    for (size_t i = 0; i < added->fields.count; i++)
        for (size_t j = 0; j < cells_of(added, &added->fields.fields[i]); j++)
            room += added->fields.fields[i].column.length + added->columns->places[j].name.length +
                    NAME_SLACK;
    return room;
}

/* The first name that is there twice and was added, or NULL. */
static const column_name *find_twice(column_name *names, size_t count)
{
    qsort(names, count, sizeof *names, compare_names);
    for (size_t i = 1; i < count; i++)
        if ((names[i].added || names[i - 1].added) && same_text(names[i].text, names[i - 1].text))
            return &names[names[i].added ? i : i - 1];
    return NULL;
}

static columns_status refuse_twice(const column_name *name, writer *errors)
{
    gd_put(errors, "geodist: the table would have two columns ");
    gd_put_quoted(errors, name->text);
    gd_put(errors, "; give another name, such as --add ");
    gd_put(errors, gd_field_name(name->added->field));
    gd_put(errors, "=NAME\n");
    return COLUMNS_WRONG;
}

static columns_status check_names(const added_cells *added, const record_cells *header,
                                  writer *errors)
{
    size_t count = 0, added_count = 0;
    for (size_t i = 0; i < added->fields.count; i++)
        added_count += cells_of(added, &added->fields.fields[i]);
    column_name *names = calloc(header->count + added_count, sizeof *names);
    size_t size = room_for_names(added);
    char *room = malloc(size);
    if (names && room) {
        writer all = gd_memory_writer(room, size);
        for (; count < header->count; count++)
            names[count].text = header->cells[count];
        for (size_t i = 0; i < added->fields.count; i++)
            for (size_t j = 0; j < cells_of(added, &added->fields.fields[i]); j++) {
                size_t start = all.length;
                put_name(&all, added, (cell_style){'\0', QUOTES_NEVER}, &added->fields.fields[i],
                         j);
                names[count++] =
                    (column_name){{room + start, all.length - start}, &added->fields.fields[i]};
            }
    }
    const column_name *twice = names && room ? find_twice(names, count) : NULL;
    columns_status status = !names || !room ? COLUMNS_NO_MEMORY
                            : twice         ? refuse_twice(twice, errors)
                                            : COLUMNS_FOUND;
    free(names);
    free(room);
    return status;
}

/* ---- The plan ---------------------------------------------------------------------- */

static columns_status refuse_journey_field(field_name field, writer *errors)
{
    gd_put(errors, "geodist: --add ");
    gd_put(errors, gd_field_name(field));
    gd_put(errors, " needs two places in --columns, or --to\n");
    return COLUMNS_WRONG;
}

columns_status gd_plan_cells(added_cells *added, const table_header *header, const options *asked,
                             writer *errors)
{
    *added = (added_cells){.asked = asked,
                           .columns = &header->columns,
                           .style = {header->delimiter, QUOTES_IF_NEEDED}};
    choose_fields(added);
    for (size_t i = 0; i < added->fields.count; i++) {
        field_name field = added->fields.fields[i].field;
        if ((field == FIELD_DISTANCE || field == FIELD_BEARING) && !is_journey(added))
            return refuse_journey_field(field, errors);
        added->has_error = added->has_error || field == FIELD_ERROR;
        added->has_places = added->has_places || gd_is_of_place(field) || field == FIELD_BEARING;
    }
    added->is_distance =
        added->fields.count == 1 && added->fields.fields[0].field == FIELD_DISTANCE;
    return asked->no_header ? COLUMNS_FOUND : check_names(added, &header->cells, errors);
}

/* ---- Output ------------------------------------------------------------------------ */

void gd_put_added_names(writer *out, const added_cells *added)
{
    for (size_t i = 0; i < added->fields.count; i++)
        for (size_t j = 0; j < cells_of(added, &added->fields.fields[i]); j++) {
            gd_put_delimiter(out, added->style);
            put_name(out, added, added->style, &added->fields.fields[i], j);
        }
}

/* The stop of the index-th place of the table. False if it has none: numbers in pairs are half as
 * many places. */
static bool find_stop(const added_cells *added, const route *answer, size_t index, size_t *at)
{
    size_t found = answer->count - (added->asked->to != NULL);
    bool in_pairs = found < added->columns->place_count;
    *at = in_pairs ? index / 2 : index;
    return !in_pairs || index % 2 == 0;
}

/* The initial bearing of the first leg. */
static void put_bearing(writer *out, const added_cells *added, const route *answer)
{
    gd_put_angle(out, added->asked,
                 geodist_bearings_between(gd_earth(added->asked), answer->stops[0].place.point,
                                          answer->stops[1].place.point)
                     .initial);
}

void gd_put_added_cells(writer *out, const added_cells *added, const route *answer)
{
    if (added->is_distance) { /* the common case */
        gd_put_delimiter(out, added->style);
        gd_put_machine_length(out, added->asked, answer->total);
        return;
    }
    for (size_t i = 0; i < added->fields.count; i++) {
        const wanted_field *of = &added->fields.fields[i];
        for (size_t j = 0; j < cells_of(added, of); j++) {
            size_t at;
            gd_put_delimiter(out, added->style);
            if (gd_is_of_place(of->field) && find_stop(added, answer, j, &at))
                gd_put_place_cell(out, added->style, of->field, &answer->stops[at].place);
        }
        if (of->field == FIELD_DISTANCE)
            gd_put_machine_length(out, added->asked, answer->total);
        else if (of->field == FIELD_BEARING)
            put_bearing(out, added, answer);
    }
}

void gd_put_failed_cells(writer *out, const added_cells *added, geodist_text reason)
{
    for (size_t i = 0; i < added->fields.count; i++) {
        const wanted_field *of = &added->fields.fields[i];
        for (size_t j = 0; j < cells_of(added, of); j++)
            gd_put_delimiter(out, added->style);
        if (of->field == FIELD_ERROR)
            gd_put_text_cell(out, added->style, reason);
    }
}
