#include "formats/place_cell.h"

#include "output/format_number.h"
#include "output/put_label.h"

static void put_label_cell(writer *out, cell_style style, const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE];
    switch (style.quotes) {
    case QUOTES_NEVER:
        gd_put_label(out, place);
        break;
    case QUOTES_ALWAYS:
        gd_put_csv_label(out, place);
        break;
    case QUOTES_IF_NEEDED:
        gd_put_text_cell(out, style,
                         (geodist_text){label, geodist_label(place, label, sizeof label)});
        break;
    }
}

void gd_put_place_cell(writer *out, cell_style style, field_name field, const geodist_place *place)
{
    switch (field) {
    case FIELD_LABEL:
        put_label_cell(out, style, place);
        break;
    case FIELD_NAME:
        gd_put_text_cell(out, style, place->name);
        break;
    case FIELD_REGION:
        gd_put_text_cell(out, style, place->region);
        break;
    case FIELD_COUNTRY:
        gd_put_text_cell(out, style, place->country);
        break;
    case FIELD_COUNTRY_CODE:
        gd_put_text(out, place->country_code);
        break;
    case FIELD_LAT:
        gd_put_degrees(out, place->point.lat);
        break;
    case FIELD_LON:
        gd_put_degrees(out, place->point.lon);
        break;
    case FIELD_POPULATION:
        gd_put_integer(out, place->population);
        break;
    case FIELD_KIND:
        if (place->kind == GEODIST_CITY) /* the common case, without a search for its end */
            gd_put(out, "city");
        else
            gd_put(out, gd_kind_name(place->kind));
        break;
    case FIELD_IATA:
        if (place->iata[0])
            gd_put(out, place->iata);
        break;
    case FIELD_ICAO:
        if (place->icao[0])
            gd_put(out, place->icao);
        break;
    case FIELD_GEONAMES_ID:
        gd_put_integer(out, place->geonames_id);
        break;
    case FIELD_RIVALS:
        gd_put_integer(out, place->rivals);
        break;
    case FIELD_DISTANCE:
    case FIELD_BEARING:
    case FIELD_ERROR:
    case FIELD_NAMES:
        break;
    }
}

void gd_put_column_name(writer *out, cell_style style, const wanted_field *of, geodist_text place,
                        const unit *in)
{
    bool has_place = gd_is_of_place(of->field) && place.length;
    bool has_unit = of->field == FIELD_DISTANCE && !of->column.length;
    const geodist_text parts[] = {
        has_place ? place : geodist_string(""),
        geodist_string(has_place ? "_" : ""),
        of->column.length ? of->column : geodist_string(gd_field_name(of->field)),
        geodist_string(has_unit ? "_" : ""),
        geodist_string(has_unit ? in->name : ""),
    };
    gd_put_joined_cell(out, style, parts, sizeof parts / sizeof *parts);
}
