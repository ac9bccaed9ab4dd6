#include "mktable_overrides.h"

#include "places/score.h"
#include "text/slice.h"

enum { KIND, KEY, COUNTRY, LAT, LON, POPULATION, NOTE, CELLS };

static bool in_country(const gd_world *in, const gd_named_place *of, geodist_text country)
{
    return same_text(in->areas[of->division].country, country);
}

/* The city that an override refers to: the one of the highest score in its country within 10 km;
 * GD_NO_ROW if there is none. */
static uint32_t city_near(const gd_world *in, const gd_tsv_row *row)
{
    double lat = gd_number_cell(row, LAT, -90, 90), lon = gd_number_cell(row, LON, -180, 180);
    uint32_t best = GD_NO_ROW;
    for (uint32_t i = 0; i < in->city_count; i++)
        if (in_country(in, &in->places[i], row->cells[COUNTRY]) &&
            gd_kilometres(&in->places[i], lat, lon) < 10 &&
            (best == GD_NO_ROW ||
             gd_city_base(in->places[i].facts) > gd_city_base(in->places[best].facts)))
            best = i;
    return best;
}

static bool is_kind(const gd_tsv_row *row, const char *kind)
{
    return same_text(row->cells[KIND], geodist_string(kind));
}

void gd_read_overrides(gd_world *to, const char *folder, double min_population)
{
    gd_tsv overrides = gd_open_tsv(folder, "overrides.tsv");
    for (gd_tsv_row row; gd_next_row(&overrides, CELLS, &row);) {
        if (is_kind(&row, "drop"))
            continue;
        uint32_t near = city_near(to, &row);
        if (near == GD_NO_ROW) {
            if (min_population <= 0)
                gd_fail("%s:%zu: no place within 10 km", row.file, row.line);
        } else if (is_kind(&row, "alias") || is_kind(&row, "first")) {
            gd_add_place_name(to, row.cells[KEY], near, GD_CLASS_KNOWN);
        } else if (is_kind(&row, "code")) {
            gd_add_place_name(to, row.cells[KEY], near, GD_CLASS_CITY_CODE);
        } else if (is_kind(&row, "place")) {
            double population = gd_number_cell(&row, POPULATION, 0, GD_POPULATION_MASK);
            if (population >= min_population)
                gd_add_city(to, (gd_named_place){.name = row.cells[KEY],
                                                 .lat = gd_number_cell(&row, LAT, -90, 90),
                                                 .lon = gd_number_cell(&row, LON, -180, 180),
                                                 .division = to->places[near].division,
                                                 .facts = (uint32_t)population});
        } else {
            gd_fail("%s:%zu: unknown kind '%.*s'", row.file, row.line, (int)row.cells[KIND].length,
                    row.cells[KIND].bytes);
        }
    }
}

/* The candidate of the key that is nearest to the point of the override, in its country and within
 * 50 km. */
static void put_first(gd_world *in, const gd_tsv_row *row)
{
    size_t count, at = gd_find_name(&in->names, row->cells[KEY], &count);
    double lat = gd_number_cell(row, LAT, -90, 90), lon = gd_number_cell(row, LON, -180, 180);
    gd_candidate *nearest = NULL;
    double least = 50;
    for (size_t i = at; i < at + count; i++) {
        gd_candidate *candidate = &in->names.candidates[i];
        if (!gd_is_city(in, candidate->row))
            continue;
        const gd_named_place *named = &in->places[candidate->row];
        double away = gd_kilometres(named, lat, lon);
        if (in_country(in, named, row->cells[COUNTRY]) && away < least) {
            least = away;
            nearest = candidate;
        }
    }
    if (nearest)
        nearest->first = true;
}

/* A name of a city that is neither main, English nor former name, or of an airport besides its main
 * name. */
static bool is_other_name(const gd_world *in, const gd_candidate *of)
{
    if (of->row >= in->place_count || gd_is_code(of))
        return false;
    return of->name_class >= (gd_is_city(in, of->row) ? GD_CLASS_SHARED : GD_CLASS_KNOWN);
}

/* Removes the names of a key that are neither main, English nor former names. */
static void drop(gd_world *in, const gd_tsv_row *row, bool must_exist)
{
    size_t count, at = gd_find_name(&in->names, row->cells[KEY], &count);
    gd_candidate *candidates = in->names.candidates;
    size_t kept = at;
    for (size_t i = at; i < at + count; i++) {
        if (!is_other_name(in, &candidates[i]))
            candidates[kept++] = candidates[i];
    }
    if (kept == at + count && must_exist)
        gd_fail("%s:%zu: no name to drop", row->file, row->line);
    memmove(candidates + kept, candidates + at + count,
            (in->names.count - at - count) * sizeof *candidates);
    in->names.count -= at + count - kept;
}

void gd_apply_overrides(gd_world *in, const char *folder, double min_population)
{
    gd_tsv overrides = gd_open_tsv(folder, "overrides.tsv");
    for (gd_tsv_row row; gd_next_row(&overrides, CELLS, &row);) {
        if (is_kind(&row, "drop"))
            drop(in, &row, min_population <= 0);
        else if (is_kind(&row, "first"))
            put_first(in, &row);
    }
}
