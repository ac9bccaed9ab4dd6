#include "output/put_label.h"

#include "output/csv_writer.h"
#include "output/format_number.h"
#include "text/slice.h"

void gd_put_label(writer *out, const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE];
    char *room = gd_reserve(out, sizeof label);
    if (room)
        gd_commit(out, geodist_label(place, room, sizeof label));
    else
        gd_put_text(out, (geodist_text){label, geodist_label(place, label, sizeof label)});
}

void gd_put_csv_label(writer *out, const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE];
    gd_put_csv_field(out, (geodist_text){label, geodist_label(place, label, sizeof label)});
}

void gd_put_label_beside(writer *out, const geodist_place *place, const geodist_place *other)
{
    geodist_place shortened = *place;
    if (place->region.length && !place->region_repeats && same_text(place->country, other->country))
        shortened.country.length = 0;
    gd_put_label(out, &shortened);
}

void gd_put_coordinate(writer *out, geodist_point point)
{
    gd_put_degrees(out, point.lat);
    gd_put(out, ",");
    gd_put_degrees(out, point.lon);
}
