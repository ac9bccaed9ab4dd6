#include "output/label.h"

#include "output/format_number.h"

/* What the table says can be shown as it is (tests/unit/test_report.c). */
static void put_part(sink *out, geodist_text part)
{
    if (part.length) {
        cli_put_text(out, (geodist_text){", ", 2});
        cli_put_text(out, part);
    }
}

static bool shows_region(const geodist_place *place)
{
    return place->region.length && !place->region_repeats;
}

void cli_put_label(sink *out, const geodist_place *place)
{
    if (place->city == GEODIST_NO_ROW) {
        cli_put_coordinate(out, place->point);
        return;
    }
    cli_put_text(out, place->name);
    if (shows_region(place))
        put_part(out, place->region);
    put_part(out, place->country);
}

void cli_put_label_beside(sink *out, const geodist_place *place, const geodist_place *other)
{
    if (shows_region(place) && cli_same_text(place->country, other->country)) {
        cli_put_text(out, place->name);
        put_part(out, place->region);
    } else {
        cli_put_label(out, place);
    }
}

void cli_put_coordinate(sink *out, geodist_point point)
{
    cli_put_shortest(out, point.lat);
    cli_put(out, ",");
    cli_put_shortest(out, point.lon);
}
