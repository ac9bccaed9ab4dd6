/* CSV, and for every other format TSV: the same cells with commas and quotes, or with TABs. */
#include "formats/format.h"

#include "formats/place_cell.h"
#include "output/format_number.h"

cell_style gd_cell_style(const options *asked)
{
    return asked->format == FORMAT_CSV ? (cell_style){',', QUOTES_ALWAYS}
                                       : (cell_style){'\t', QUOTES_NEVER};
}

/* ---- Which cells a row has --------------------------------------------------------- */

/* What a row has without --fields. */
static const field_list *usual_fields(row_kind kind)
{
    static const field_list of_journey = {2, {{.field = FIELD_LABEL}, {.field = FIELD_DISTANCE}}};
    static const field_list of_located = {11,
                                          {{.field = FIELD_LABEL},
                                           {.field = FIELD_LAT},
                                           {.field = FIELD_LON},
                                           {.field = FIELD_REGION},
                                           {.field = FIELD_COUNTRY},
                                           {.field = FIELD_COUNTRY_CODE},
                                           {.field = FIELD_POPULATION},
                                           {.field = FIELD_KIND},
                                           {.field = FIELD_IATA},
                                           {.field = FIELD_ICAO},
                                           {.field = FIELD_RIVALS}}};
    static const field_list of_near = {13,
                                       {{.field = FIELD_NAME},
                                        {.field = FIELD_REGION},
                                        {.field = FIELD_COUNTRY},
                                        {.field = FIELD_COUNTRY_CODE},
                                        {.field = FIELD_LAT},
                                        {.field = FIELD_LON},
                                        {.field = FIELD_POPULATION},
                                        {.field = FIELD_DISTANCE},
                                        {.field = FIELD_BEARING},
                                        {.field = FIELD_KIND},
                                        {.field = FIELD_IATA},
                                        {.field = FIELD_ICAO},
                                        {.field = FIELD_GEONAMES_ID}}};
    static const field_list of_place = {11,
                                        {{.field = FIELD_NAME},
                                         {.field = FIELD_REGION},
                                         {.field = FIELD_COUNTRY},
                                         {.field = FIELD_COUNTRY_CODE},
                                         {.field = FIELD_LAT},
                                         {.field = FIELD_LON},
                                         {.field = FIELD_POPULATION},
                                         {.field = FIELD_KIND},
                                         {.field = FIELD_IATA},
                                         {.field = FIELD_ICAO},
                                         {.field = FIELD_GEONAMES_ID}}};
    static const field_list *const lists[] = {[ROW_JOURNEY] = &of_journey,
                                              [ROW_LOCATED] = &of_located,
                                              [ROW_NEAR] = &of_near,
                                              [ROW_PLACE] = &of_place};
    return lists[kind];
}

static const field_list *fields_of(const options *asked, row_kind kind)
{
    return asked->fields.count ? &asked->fields : usual_fields(kind);
}

/* How many places a row has a cell for, for each field of a place. */
static size_t count_places(row_kind kind, size_t places)
{
    return kind != ROW_JOURNEY ? 1 : places > 2 ? places : 2;
}

/* ---- Rows -------------------------------------------------------------------------- */

/* What the cells of a row are taken from. */
typedef struct {
    const geodist_place *place;    /* of a row about one place, or NULL */
    const route *journey;          /* of a row about several, or NULL */
    const geodist_neighbour *near; /* or NULL */
} row_source;

static void put_distance(writer *out, const options *asked, const row_source *from)
{
    if (from->journey)
        gd_put_unit_length(out, asked, from->journey->total);
    else if (from->near)
        gd_put_machine_length(out, asked, from->near->metres / gd_unit(asked)->metres);
}

/* Of a journey the initial bearing of its first leg. */
static void put_bearing(writer *out, const options *asked, const row_source *from)
{
    if (from->journey)
        gd_put_angle(out, asked,
                     geodist_bearings_between(gd_earth(asked), from->journey->stops[0].place.point,
                                              from->journey->stops[1].place.point)
                         .initial);
    else if (from->near)
        gd_put_angle(out, asked, from->near->bearing);
}

static void put_place_cells(writer *out, cell_style style, field_name field, const route *journey)
{
    for (size_t i = 0; i < journey->count; i++) {
        if (i > 0)
            gd_put_delimiter(out, style);
        gd_put_place_cell(out, style, field, &journey->stops[i].place);
    }
}

static void put_row(writer *out, const options *asked, row_kind kind, const row_source *from)
{
    cell_style style = gd_cell_style(asked);
    const field_list *list = fields_of(asked, kind);
    for (const wanted_field *of = list->fields; of < list->fields + list->count; of++) {
        if (of > list->fields)
            gd_put_delimiter(out, style);
        if (gd_is_of_place(of->field) && from->journey)
            put_place_cells(out, style, of->field, from->journey);
        else if (gd_is_of_place(of->field))
            gd_put_place_cell(out, style, of->field, from->place);
        else if (of->field == FIELD_DISTANCE)
            put_distance(out, asked, from);
        else if (of->field == FIELD_BEARING)
            put_bearing(out, asked, from);
    }
}

static void put_line(writer *out, const options *asked, const route *answer)
{
    put_row(out, asked, ROW_JOURNEY, &(row_source){.journey = answer});
}

static void put_city_row(writer *out, const options *asked, const geodist_place *city,
                         const geodist_neighbour *near, uint64_t line)
{
    (void)line;
    put_row(out, asked, near ? ROW_NEAR : ROW_PLACE, &(row_source){.place = city, .near = near});
}

static void put_located_row(writer *out, const options *asked, const geodist_place *place)
{
    put_row(out, asked, ROW_LOCATED, &(row_source){.place = place});
}

/* ---- Rows without an answer -------------------------------------------------------- */

/* As many cells as an answer has, so that every row has the same shape; all are empty but the one
 * of the error. */
static void put_empty_row(writer *out, const options *asked, row_kind kind, size_t places,
                          geodist_text reason)
{
    cell_style style = gd_cell_style(asked);
    const field_list *list = fields_of(asked, kind);
    for (const wanted_field *of = list->fields; of < list->fields + list->count; of++) {
        size_t cells = gd_is_of_place(of->field) ? count_places(kind, places) : 1;
        for (size_t i = of == list->fields; i < cells; i++)
            gd_put_delimiter(out, style);
        if (of->field == FIELD_ERROR && reason.length)
            gd_put_text_cell(out, style, reason);
    }
}

static void put_failed_line(writer *out, const options *asked, const failed_line *line)
{
    put_empty_row(out, asked, line->kind, line->places, line->reason);
}

static void put_empty_line(writer *out, const options *asked, row_kind kind)
{
    put_empty_row(out, asked, kind, 0, (geodist_text){NULL, 0});
}

/* ---- The header -------------------------------------------------------------------- */

enum { NAME_SIZE = 32 };

/* from, via1, via2, ..., to; no name for rows about one place. */
static geodist_text name_place(row_kind kind, size_t index, size_t places, char bytes[NAME_SIZE])
{
    writer name = gd_memory_writer(bytes, NAME_SIZE);
    if (kind != ROW_JOURNEY)
        return (geodist_text){NULL, 0};
    if (index == 0 || index == places - 1)
        return geodist_string(index == 0 ? "from" : "to");
    gd_put(&name, "via");
    gd_put_integer(&name, index);
    return gd_written_text(&name);
}

static void put_destination_header(writer *out, cell_style style, const unit *in)
{
    gd_put(out, "from_label");
    gd_put_delimiter(out, style);
    gd_put(out, "bearing");
    gd_put_delimiter(out, style);
    gd_put_column_name(out, style, &(wanted_field){.field = FIELD_DISTANCE},
                       (geodist_text){NULL, 0}, in);
    gd_put_delimiter(out, style);
    gd_put(out, "lat");
    gd_put_delimiter(out, style);
    gd_put(out, "lon");
    gd_put_delimiter(out, style);
    gd_put(out, "final_bearing\n");
}

static void put_header(writer *out, const options *asked, row_kind kind, size_t places)
{
    char bytes[NAME_SIZE];
    cell_style style = {gd_cell_style(asked).delimiter, QUOTES_IF_NEEDED};
    if (kind == ROW_DESTINATION) {
        put_destination_header(out, style, gd_unit(asked));
        return;
    }
    const field_list *list = fields_of(asked, kind);
    places = count_places(kind, places);
    for (const wanted_field *of = list->fields; of < list->fields + list->count; of++) {
        size_t cells = gd_is_of_place(of->field) ? places : 1;
        for (size_t i = 0; i < cells; i++) {
            if (i > 0 || of > list->fields)
                gd_put_delimiter(out, style);
            gd_put_column_name(out, style, of, name_place(kind, i, places, bytes), gd_unit(asked));
        }
    }
    gd_put(out, "\n");
}

/* ---- Destinations ------------------------------------------------------------------ */

/* The place, bearing, distance, latitude, longitude and bearing on arrival. */
static void put_destination_row(writer *out, const options *asked, const destination *reached)
{
    cell_style style = gd_cell_style(asked);
    const double angles[] = {reached->point.lat, reached->point.lon, reached->bearings.final};
    gd_put_place_cell(out, style, FIELD_LABEL, &reached->from);
    gd_put_delimiter(out, style);
    gd_put_angle(out, asked, reached->bearings.initial);
    gd_put_delimiter(out, style);
    gd_put_length(out, asked, reached->metres);
    for (size_t i = 0; i < sizeof angles / sizeof *angles; i++) {
        gd_put_delimiter(out, style);
        gd_put_angle(out, asked, angles[i]);
    }
}

const format gd_delimited_format = {
    .put_route = put_line,
    .put_failed_line = put_failed_line,
    .put_empty_line = put_empty_line,
    .put_city = put_city_row,
    .put_located = put_located_row,
    .put_header = put_header,
    .put_destination = put_destination_row,
};
