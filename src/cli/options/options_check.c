/* Which options go together. */
#include "options/options.h"
#include "output/report.h"

#include <math.h>

static bool complain(sink *errors, const char *sentence)
{
    cli_put(errors, "geodist: ");
    cli_put(errors, sentence);
    cli_put(errors, "\n");
    return false;
}

/* What is wrong, or NULL. */
static const char *objection(const options *chosen)
{
    bool measures = chosen->task == MEASURE, is_near = chosen->task == NEAR;
    bool is_text = chosen->format == cli_formats;
    bool is_table = !is_text && !chosen->format->nested;
    if (chosen->task == DIRECT && (isnan(chosen->bearing) || !chosen->distance))
        return "--from needs --bearing and --distance";
    if (chosen->task != DIRECT && (!isnan(chosen->bearing) || chosen->distance))
        return "--bearing and --distance need --from";
    if (chosen->within && !is_near)
        return "--within needs --near";
    if (chosen->count && !is_near && chosen->task != SEARCH)
        return "--count needs --near or --search";
    if (chosen->population && !is_near && chosen->task != LIST)
        return "--min-population needs --near or --list";
    if (chosen->waypoints >= 0 && !measures)
        return "--waypoints needs a journey";
    if (chosen->detailed && !measures && chosen->task != DIRECT)
        return "--long needs a journey";
    if (chosen->detailed && (chosen->quiet || is_table))
        return "--long goes neither with --quiet nor with tables of text";
    if (chosen->waypoints >= 0 && !chosen->quiet && is_table)
        return "--waypoints does not go with tables of text";
    if (chosen->csv_header && !measures)
        return "--csv-header needs a stream of journeys";
    if (chosen->on.radius_is_chosen && !chosen->on.model->is_sphere)
        return "--radius is that of a sphere, which wgs84 is not";
    return NULL;
}

/* A name of several words is one argument. */
static bool refuse_operand(const options *chosen, sink *errors)
{
    if (chosen->task == LIST)
        return cli_refuse(errors, "--list takes no place, but", chosen->operands[0], " is given\n");
    return cli_refuse(errors, "one place is enough, but", chosen->operands[0],
                      " is given as well; quote what has several words\n");
}

static bool read_length(options *chosen, const char *what, const char *length, sink *errors)
{
    return !length || cli_read_length(length, chosen->unit, &chosen->metres) ||
           cli_refuse(errors, what, length, " is no length such as 100, 62.5mi or 54nmi\n");
}

bool cli_check_options(options *chosen, sink *errors)
{
    if (chosen->task >= SELF_TEST)
        return true;
    const char *wrong = objection(chosen);
    if (wrong)
        return complain(errors, wrong);
    if (chosen->task != MEASURE && chosen->operand_count)
        return refuse_operand(chosen, errors);
    return read_length(chosen, "distance", chosen->distance, errors) &&
           read_length(chosen, "--within", chosen->within, errors);
}
