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

void cli_put_fine_length(sink *out, const options *chosen, double length)
{
    cli_put_fixed(out, length,
                  chosen->precision < 0 ? chosen->unit->fine_decimals : chosen->precision);
}

void cli_put_length(sink *out, const options *chosen, double length)
{
    if (chosen->format->fine)
        cli_put_fine_length(out, chosen, length);
    else
        cli_put_fixed(out, length,
                      chosen->precision < 0 ? chosen->unit->decimals : chosen->precision);
}

static void put_length(sink *out, const options *chosen, double length)
{
    cli_put(out, ": ");
    cli_put_length(out, chosen, length);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
}

static void put_text(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 1; i < travelled->count && !out->failure; i++) {
        const stop *from = &travelled->stops[i - 1], *to = &travelled->stops[i];
        cli_put_label(out, &from->place);
        cli_put(out, " to ");
        cli_put_label(out, &to->place);
        put_length(out, chosen, cli_leg(chosen, from, to));
        cli_put(out, "\n");
    }
    if (travelled->count > 2) {
        cli_put(out, "total");
        put_length(out, chosen, travelled->total);
        cli_put(out, "\n");
    }
}

/* A journey of several legs on one line: all of its stops, and the total. */
static void put_text_line(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 0; i < travelled->count; i++) {
        cli_put(out, i == 0 ? "" : " to ");
        cli_put_label(out, &travelled->stops[i].place);
    }
    put_length(out, chosen, travelled->total);
}

/* A label has no TAB in it, nor any other control character. */
static void put_tsv(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 0; i < travelled->count; i++) {
        cli_put_label(out, &travelled->stops[i].place);
        cli_put(out, "\t");
    }
    cli_put_length(out, chosen, travelled->total);
}

/* Names hold quotes now and then, which RFC 4180 doubles. */
static void put_csv(sink *out, const options *chosen, const journey *travelled)
{
    for (size_t i = 0; i < travelled->count; i++) {
        static sink label;
        cli_open_sink(&label, -1, sizeof label.bytes - 1);
        cli_put_label(&label, &travelled->stops[i].place);
        cli_put(out, "\"");
        for (size_t at = 0; at < label.length; at++)
            cli_put_text(out, label.bytes[at] == '"' ? geodist_literal("\"\"")
                                                     : (geodist_text){label.bytes + at, 1});
        cli_put(out, "\",");
    }
    cli_put_length(out, chosen, travelled->total);
}

static void put_nothing(sink *out, const options *chosen, const trouble *why)
{
    (void)out, (void)chosen, (void)why;
}

void cli_put_empty_report(sink *out, const options *chosen, const trouble *why)
{
    if (chosen->quiet)
        cli_put(out, "NaN");
    else
        chosen->format->put_empty(out, chosen, why);
}

void cli_put_report(sink *out, const options *chosen, const journey *travelled)
{
    if (!chosen->quiet && chosen->format->put) {
        chosen->format->put(out, chosen, travelled);
        return;
    }
    if (chosen->quiet)
        cli_put_length(out, chosen, travelled->total);
    else
        chosen->format->put_line(out, chosen, travelled);
    cli_put(out, "\n");
}

const format cli_formats[] = {
    {"text", false, put_text, put_text_line, put_nothing},
    {"tsv", true, NULL, put_tsv, put_nothing},
    {"csv", true, NULL, put_csv, put_nothing},
    {"json", true, NULL, cli_put_json_line, cli_put_json_trouble},
    {NULL, false, NULL, NULL, NULL},
};
