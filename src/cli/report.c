#include "report.h"

#include "label.h"
#include "number.h"

double cli_leg(const options *chosen, const stop *from, const stop *to)
{
    return geodist_distance_on(chosen->radius, from->place.point, to->place.point) /
           chosen->unit->metres;
}

double cli_total(const options *chosen, const journey *travelled)
{
    double total = 0;
    for (size_t i = 1; i < travelled->count; i++)
        total += cli_leg(chosen, &travelled->stops[i - 1], &travelled->stops[i]);
    return total;
}

void cli_put_length(sink *out, const options *chosen, double length)
{
    int usual = chosen->format->fine ? chosen->unit->fine_decimals : chosen->unit->decimals;
    cli_put_fixed(out, length, chosen->precision < 0 ? usual : chosen->precision);
}

static void put_length_and_unit(sink *out, const options *chosen, double length)
{
    cli_put(out, ": ");
    cli_put_length(out, chosen, length);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
    cli_put(out, "\n");
}

static void put_text(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 1; i < travelled->count && !out->failure; i++) {
        const stop *from = &travelled->stops[i - 1], *to = &travelled->stops[i];
        cli_put_label(out, &from->place);
        cli_put(out, " to ");
        cli_put_label(out, &to->place);
        put_length_and_unit(out, chosen, cli_leg(chosen, from, to));
    }
    if (travelled->count > 2) {
        cli_put(out, "total");
        put_length_and_unit(out, chosen, cli_total(chosen, travelled));
    }
}

void cli_put_report(sink *out, const options *chosen, const journey *travelled)
{
    if (!chosen->quiet) {
        chosen->format->put(out, chosen, travelled);
        return;
    }
    cli_put_length(out, chosen, cli_total(chosen, travelled));
    cli_put(out, "\n");
}

const format cli_formats[] = {
    {"text", false, put_text},
    {"json", true, cli_put_json},
    {NULL, false, NULL},
};
