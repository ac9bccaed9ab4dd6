#include "output/put_label.h"

#include "output/csv_writer.h"
#include "output/format_number.h"
#include "text/slice.h"

/* A buffer of its own for the label is used only if the writer has no room: to clear it, as the
 * compiler is told to do, takes longer than to write most labels. */
static void put_copied_label(writer *out, const geodist_place *place,
                             void (*put)(writer *out, geodist_text text))
{
    char label[GEODIST_LABEL_SIZE];
    put(out, (geodist_text){label, geodist_label(place, label, sizeof label)});
}

static void put_text(writer *out, geodist_text text)
{
    gd_put_text(out, text);
}

void gd_put_label(writer *out, const geodist_place *place)
{
    char *room = gd_reserve(out, GEODIST_LABEL_SIZE);
    if (room)
        gd_commit(out, geodist_label(place, room, GEODIST_LABEL_SIZE));
    else
        put_copied_label(out, place, put_text);
}

void gd_put_csv_label(writer *out, const geodist_place *place)
{
    char *room = gd_reserve(out, GEODIST_LABEL_SIZE + 2);
    size_t length = room ? geodist_label(place, room + 1, GEODIST_LABEL_SIZE) : 0;
    if (room && !memchr(room + 1, '"', length)) {
        room[0] = room[length + 1] = '"';
        gd_commit(out, length + 2);
    } else {
        put_copied_label(out, place, gd_put_csv_field);
    }
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
