#include "commands/destination.h"

#include "options/compass.h"
#include "output/csv_writer.h"
#include "route/leg_details.h"
#include "output/label.h"
#include "output/format_number.h"
#include "output/report.h"
#include "commands/subject.h"

/* "100.0 km east (90.0°) of Nairobi, Kenya: -1.28333,37.71490" */
void cli_put_arrival(sink *out, const options *chosen, const arrival *reached)
{
    cli_put_length(out, chosen, chosen->metres / chosen->unit->metres);
    cli_put(out, " ");
    cli_put(out, chosen->unit->name);
    cli_put(out, " ");
    cli_put_bearing(out, reached->bearings.initial);
    cli_put(out, " of ");
    cli_put_label(out, &reached->from->place);
    cli_put(out, ": ");
    cli_put_point(out, chosen, reached->point);
    if (!chosen->detailed)
        return;
    cli_put(out, "\n");
    cli_put_detail_name(out, "final bearing");
    cli_put_bearing(out, reached->bearings.final);
    cli_put(out, "\n");
    cli_put_nearest_city(out, chosen, reached->point);
}

static void put_row(sink *out, const options *chosen, const arrival *reached, const char *mark)
{
    const double numbers[] = {reached->bearings.initial, chosen->metres, reached->point.lat,
                              reached->point.lon, reached->bearings.final};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        cli_put(out, mark);
        if (i == 1)
            cli_put_length(out, chosen, numbers[i] / chosen->unit->metres);
        else
            cli_put_degrees(out, chosen, numbers[i]);
    }
}

void cli_put_tsv_arrival(sink *out, const options *chosen, const arrival *reached)
{
    cli_put_label(out, &reached->from->place);
    put_row(out, chosen, reached, "\t");
}

void cli_put_csv_arrival(sink *out, const options *chosen, const arrival *reached)
{
    cli_put_csv_label(out, &reached->from->place);
    put_row(out, chosen, reached, ",");
}

outcome cli_run_direct(const options *chosen, sink *out, sink *errors)
{
    stop from;
    outcome end = cli_find_subject(chosen, &from, errors);
    if (end != ANSWERED)
        return end;
    arrival reached = {.from = &from};
    cli_destination(chosen->on, from.place.point, chosen->bearing, 0, &reached.bearings.initial);
    reached.point = cli_destination(chosen->on, from.place.point, chosen->bearing, chosen->metres,
                                    &reached.bearings.final);
    if (chosen->quiet)
        cli_put_point(out, chosen, reached.point);
    else
        chosen->format->put_arrival(out, chosen, &reached);
    if (chosen->detailed && !chosen->format->fine)
        return ANSWERED; /* whose lines have ends */
    cli_put(out, "\n");
    return ANSWERED;
}
