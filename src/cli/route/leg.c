#include "route/leg_details.h"

#include "options/compass.h"
#include "output/label.h"
#include "output/format_number.h"
#include "output/report.h"

#include <math.h>

geodist_neighbour cli_nearest_city(const options *chosen, geodist_point point)
{
    geodist_neighbour nearest;
    geodist_nearest(point, (geodist_nearest_query){1, INFINITY, 0}, &nearest, 1);
    nearest.metres = cli_distance(chosen->on, point, nearest.place.point);
    nearest.bearing = cli_bearings(chosen->on, point, nearest.place.point).initial;
    return nearest;
}

details cli_find_details(const options *chosen, const stop *from, const stop *to)
{
    geodist_point a = from->place.point, b = to->place.point;
    details found = {
        .sphere = geodist_distance_on(chosen->on.radius, a, b) / chosen->unit->metres,
        .wgs84 = geodist_wgs84_distance(a, b) / chosen->unit->metres,
        .bearings = cli_bearings(chosen->on, a, b),
        .midpoint = cli_waypoint(chosen->on, a, b, 0.5),
    };
    found.nearest = cli_nearest_city(chosen, found.midpoint);
    return found;
}

void cli_put_detail_name(sink *out, const char *name)
{
    cli_put(out, "  ");
    cli_put_padded(out, name, 17);
}

/* Two decimals more than usual, for the models differ by less than a hundredth. */
static void put_exact_length(sink *out, const options *chosen, double length)
{
    cli_put_fixed(out, length,
                  chosen->precision < 0 ? chosen->unit->decimals + 2 : chosen->precision);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
}

void cli_put_both_models(sink *out, const options *chosen, double sphere, double wgs84)
{
    cli_put_detail_name(out, "sphere");
    put_exact_length(out, chosen, sphere);
    cli_put(out, "\n");
    cli_put_detail_name(out, "wgs84");
    put_exact_length(out, chosen, wgs84);
    cli_put(out, "\n");
    cli_put_detail_name(out, "difference");
    cli_put(out, wgs84 > sphere ? "+" : "");
    put_exact_length(out, chosen, wgs84 - sphere);
    if (sphere > 0) {
        cli_put(out, wgs84 > sphere ? ", +" : ", ");
        cli_put_fixed(out, (wgs84 - sphere) / sphere * 100, 3);
        cli_put(out, " %");
    }
    cli_put(out, "\n");
}

void cli_put_nearest_city(sink *out, const options *chosen, geodist_point point)
{
    geodist_neighbour nearest = cli_nearest_city(chosen, point);
    cli_put_detail_name(out, "nearest city");
    cli_put_label(out, &nearest.place);
    cli_put(out, ", ");
    cli_put_length(out, chosen, nearest.metres / chosen->unit->metres);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
    if (nearest.metres > 0) {
        cli_put(out, " ");
        cli_put_bearing(out, nearest.bearing);
    }
    cli_put(out, "\n");
}

static void put_end(sink *out, const char *name, const geodist_place *place)
{
    cli_put_detail_name(out, name);
    cli_put_coordinate(out, place->point);
    if (place->city != GEODIST_NO_ROW && place->population) {
        cli_put(out, ", population ");
        cli_put_count(out, place->population);
    }
    cli_put(out, "\n");
}

void cli_put_details(sink *out, const options *chosen, const stop *from, const stop *to)
{
    details found = cli_find_details(chosen, from, to);
    cli_put_both_models(out, chosen, found.sphere, found.wgs84);
    cli_put_detail_name(out, "initial bearing");
    cli_put_bearing(out, found.bearings.initial);
    cli_put(out, "\n");
    cli_put_detail_name(out, "final bearing");
    cli_put_bearing(out, found.bearings.final);
    cli_put(out, "\n");
    cli_put_detail_name(out, "midpoint");
    cli_put_point(out, chosen, found.midpoint);
    cli_put(out, "\n");
    cli_put_nearest_city(out, chosen, found.midpoint);
    put_end(out, "from", &from->place);
    put_end(out, "to", &to->place);
}
