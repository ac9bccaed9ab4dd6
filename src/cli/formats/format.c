#include "formats/format.h"

#include "output/format_number.h"

const format *gd_format(const options *asked)
{
    static const format *const formats[] = {
        [FORMAT_TEXT] = &gd_text_format,       [FORMAT_TSV] = &gd_delimited_format,
        [FORMAT_CSV] = &gd_delimited_format,   [FORMAT_JSON] = &gd_json_format,
        [FORMAT_GEOJSON] = &gd_geojson_format,
    };
    return formats[asked->format];
}

static int machine_decimals(const options *asked)
{
    return asked->precision < 0 ? gd_unit(asked)->machine_decimals : asked->precision;
}

int gd_length_decimals(const options *asked)
{
    if (gd_is_for_programs(asked))
        return machine_decimals(asked);
    return asked->precision < 0 ? gd_unit(asked)->decimals : asked->precision;
}

void gd_put_machine_length(writer *out, const options *asked, double length)
{
    gd_put_fixed(out, length, machine_decimals(asked));
}

void gd_put_unit_length(writer *out, const options *asked, double length)
{
    gd_put_fixed(out, length, gd_length_decimals(asked));
}

void gd_put_length(writer *out, const options *asked, double metres)
{
    gd_put_unit_length(out, asked, metres / gd_unit(asked)->metres);
}

void gd_put_angle(writer *out, const options *asked, double degrees)
{
    gd_put_fixed(out, degrees, gd_is_for_programs(asked) || asked->quiet ? 8 : 5);
}

void gd_put_point(writer *out, const options *asked, geodist_point point)
{
    gd_put_angle(out, asked, point.lat);
    gd_put(out, ",");
    gd_put_angle(out, asked, point.lon);
}

geodist_path gd_leg_path(const options *asked, const route *of, size_t index)
{
    return geodist_path_between(gd_earth(asked), of->stops[index - 1].place.point,
                                of->stops[index].place.point);
}

double gd_waypoint_fraction(const options *asked, int index)
{
    return index / (asked->waypoints + 1.0);
}
