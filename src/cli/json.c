/* One JSON object for a journey, on one line. */
#include "report.h"

#include "escape.h"
#include "number.h"

static void put_string_or_null(sink *out, geodist_text text)
{
    if (text.length)
        cli_put_json_string(out, text);
    else
        cli_put(out, "null");
}

/* The same keys for every place; null where a coordinate or a city has nothing to tell. */
static void put_place(sink *out, const geodist_place *place)
{
    cli_put(out, "{\"name\":");
    put_string_or_null(out, place->name);
    cli_put(out, ",\"region\":");
    put_string_or_null(out, place->region);
    cli_put(out, ",\"country\":");
    put_string_or_null(out, place->country);
    cli_put(out, ",\"country_code\":");
    put_string_or_null(out, place->country_code);
    cli_put(out, ",\"lat\":");
    cli_put_shortest(out, place->point.lat);
    cli_put(out, ",\"lon\":");
    cli_put_shortest(out, place->point.lon);
    cli_put(out, "}");
}

/* The members that a whole journey and each of its legs have alike. */
static void put_stretch(sink *out, const options *chosen, const stop *from, const stop *to,
                        double length)
{
    cli_put(out, "{\"from\":");
    put_place(out, &from->place);
    cli_put(out, ",\"to\":");
    put_place(out, &to->place);
    cli_put(out, ",\"distance\":");
    cli_put_length(out, chosen, length);
}

static void put_legs(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 1; i < travelled->count && !out->failure; i++) {
        const stop *from = &travelled->stops[i - 1], *to = &travelled->stops[i];
        cli_put(out, i == 1 ? ",\"legs\":[" : ",");
        put_stretch(out, chosen, from, to, cli_leg(chosen, from, to));
        cli_put(out, "}");
    }
    cli_put(out, "]");
}

void cli_put_json_line(sink *out, const options *chosen, const journey *travelled)
{
    const stop *first = travelled->stops, *last = first + travelled->count - 1;
    put_stretch(out, chosen, first, last, travelled->total);
    cli_put(out, ",\"unit\":");
    cli_put_json_string(out, geodist_literal(chosen->unit->name));
    cli_put(out, ",\"model\":\"sphere\"");
    if (travelled->count > 2)
        put_legs(out, chosen, travelled);
    cli_put(out, "}");
}

void cli_put_json_trouble(sink *out, const options *chosen, const trouble *why)
{
    static sink reason;
    (void)chosen;
    cli_open_sink(&reason, -1, sizeof reason.bytes - 1);
    cli_put_trouble(&reason, why, false);
    cli_put(out, "{\"error\":");
    cli_put_json_string(out, (geodist_text){reason.bytes, reason.length});
    cli_put(out, "}");
}
