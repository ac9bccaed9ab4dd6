#include "mktable_world.h"

#include "places/fold.h"
#include "places/score.h"
#include "text/slice.h"

#include <math.h>
#include <stdlib.h>

enum { DIVISIONS_MAX = 1 << GD_DIVISION_BITS, GEONAMES_ID_MAX = (1 << 24) - 1 };

static void add_names(gd_name_list *to, geodist_text names, uint32_t row, unsigned name_class,
                      double score)
{
    while (names.length)
        gd_add_name(to, cut(names, '|', &names), row, name_class, score);
}

static void add_division(gd_world *to, gd_division added, geodist_text aliases)
{
    if (to->division_count == DIVISIONS_MAX)
        gd_fail("more than %d divisions", DIVISIONS_MAX);
    uint32_t row = to->division_count++;
    to->divisions = gd_resize(to->divisions, to->division_count * sizeof added);
    to->divisions[row] = added;
    gd_add_name(&to->division_names, added.name, row, GD_CLASS_PRIMARY, 1);
    add_names(&to->division_names, aliases, row, GD_CLASS_KNOWN, 0);
}

static void read_countries(gd_world *to, const char *folder)
{
    gd_tsv countries = gd_open_tsv(folder, "countries.tsv");
    for (gd_tsv_row row; gd_next_row(&countries, 3, &row);) {
        if (row.cells[0].length != 2)
            gd_fail("%s:%zu: a country's code has two letters", row.file, row.line);
        gd_division country = {.name = row.cells[1], .country = row.cells[0]};
        country.parent = to->division_count;
        add_division(to, country, row.cells[2]);
    }
    to->country_count = to->division_count;
}

/* The index of a country (if the code is empty) or of a region; fails if there is none. */
static uint32_t find_division(const gd_world *in, const gd_tsv_row *row, geodist_text country,
                              geodist_text code)
{
    for (uint32_t i = 0; i < in->country_count; i++)
        if (same_text(in->divisions[i].country, country)) {
            if (!code.length)
                return i;
            for (uint32_t j = in->country_count; j < in->division_count; j++)
                if (in->divisions[j].parent == i && same_text(in->divisions[j].code, code))
                    return j;
        }
    gd_fail("%s:%zu: no division %.*s.%.*s", row->file, row->line, (int)country.length,
         country.bytes, (int)code.length, code.bytes);
}

static void read_regions(gd_world *to, const char *folder)
{
    gd_tsv regions = gd_open_tsv(folder, "regions.tsv");
    for (gd_tsv_row row; gd_next_row(&regions, 4, &row);) {
        gd_division region = {
            .name = row.cells[2],
            .country = row.cells[0],
            .code = row.cells[1],
            .parent = find_division(to, &row, row.cells[0], (geodist_text){0}),
        };
        add_division(to, region, row.cells[3]);
    }
}

static uint32_t kind_flags(const gd_tsv_row *row, geodist_text kind)
{
    static const struct {
        const char *word;
        uint32_t flag;
    } kinds[] = {{"", 0}, {"capital", GD_CAPITAL}, {"older", GD_OLDER}, {"gone", GD_GONE}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (same_text(kind, geodist_string(kinds[i].word)))
            return kinds[i].flag;
    gd_fail("%s:%zu: unknown kind '%.*s'", row->file, row->line, (int)kind.length, kind.bytes);
}

static uint32_t add_place(gd_world *to, gd_named_place added)
{
    if (to->place_count == GD_ROWS_MAX)
        gd_fail("more than %d places", GD_ROWS_MAX);
    if (to->place_count % 4096 == 0)
        to->places = gd_resize(to->places, (to->place_count + 4096) * sizeof added);
    to->places[to->place_count] = added;
    gd_add_name(&to->place_names, added.name, to->place_count, GD_CLASS_PRIMARY,
             gd_score(added.facts, GD_CLASS_PRIMARY));
    return to->place_count++;
}

static void read_places(gd_world *to, const char *folder, double min_population)
{
    enum { ID, NAME, LAT, LON, COUNTRY, ADMIN1, POPULATION, KIND, KNOWN, SHARED, OTHER, CODES };
    static const struct {
        size_t cell;
        gd_class name_class;
    } aliases[] = {{KNOWN, GD_CLASS_KNOWN},
                   {SHARED, GD_CLASS_SHARED},
                   {OTHER, GD_CLASS_OTHER},
                   {CODES, GD_CLASS_CODE}};
    gd_tsv places = gd_open_tsv(folder, "places.tsv");
    for (gd_tsv_row row; gd_next_row(&places, 12, &row);) {
        double population = gd_number_cell(&row, POPULATION, 0, GD_POPULATION_MASK);
        uint32_t flags = kind_flags(&row, row.cells[KIND]);
        if (population < min_population && !(flags & GD_CAPITAL))
            continue;
        uint32_t number = add_place(to, (gd_named_place){
            .name = row.cells[NAME],
            .lat = gd_number_cell(&row, LAT, -90, 90),
            .lon = gd_number_cell(&row, LON, -180, 180),
            .division = find_division(to, &row, row.cells[COUNTRY], row.cells[ADMIN1]),
            .facts = (uint32_t)population | flags,
            .geonames_id = (uint32_t)gd_number_cell(&row, ID, 0, GEONAMES_ID_MAX),
        });
        for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
            add_names(&to->place_names, row.cells[aliases[i].cell], number, aliases[i].name_class,
                      gd_score(to->places[number].facts, aliases[i].name_class));
    }
}

/* ---- overrides.tsv, written by hand ---------------------------------------------------

   first  the place becomes the first candidate of the key, and a candidate if it was none
   alias  the key becomes a name of the place, of the class of its former and English names
   place  adds a place that no source has */

enum { KIND, KEY, COUNTRY, LAT, LON, POPULATION, NOTE, OVERRIDE_CELLS };

/* An approximate distance, good enough to compare two places close by. */
static double kilometres(const gd_named_place *of, double lat, double lon)
{
    double north = (of->lat - lat) * 111.2;
    double east = (of->lon - lon) * 111.2 * cos(lat * 3.14159265358979 / 180);
    return sqrt(north * north + east * east);
}

static bool in_country(const gd_world *in, const gd_named_place *of, geodist_text country)
{
    return same_text(in->divisions[of->division].country, country);
}

/* The place that an override refers to: the one of the highest score in its country within 10 km;
 * place_count if there is none. */
static uint32_t place_near(const gd_world *in, const gd_tsv_row *row)
{
    double lat = gd_number_cell(row, LAT, -90, 90), lon = gd_number_cell(row, LON, -180, 180);
    uint32_t best = in->place_count;
    for (uint32_t i = 0; i < in->place_count; i++)
        if (in_country(in, &in->places[i], row->cells[COUNTRY]) &&
            kilometres(&in->places[i], lat, lon) < 10 &&
            (best == in->place_count ||
             gd_score(in->places[i].facts, 0) > gd_score(in->places[best].facts, 0)))
            best = i;
    return best;
}

/* Puts first the candidate of the key that is nearest to the point of the override, in its country
 * and within 50 km. */
static void put_first(gd_world *in, const gd_tsv_row *row)
{
    char key[GD_KEY_MAX];
    size_t count, at = gd_find_candidates(
        &in->place_names, (geodist_text){key, gd_fold(row->cells[KEY], key)}, &count);
    double lat = gd_number_cell(row, LAT, -90, 90), lon = gd_number_cell(row, LON, -180, 180);
    gd_candidate *nearest = NULL;
    double least = 50;
    for (size_t i = at; i < at + count; i++) {
        const gd_named_place *named = &in->places[in->place_names.candidates[i].row];
        double away = kilometres(named, lat, lon);
        if (in_country(in, named, row->cells[COUNTRY]) && away < least) {
            least = away;
            nearest = &in->place_names.candidates[i];
        }
    }
    if (nearest)
        nearest->first = true;
}

static void apply_overrides(gd_world *to, const char *folder, double min_population)
{
    bool whole = min_population <= 0;
    gd_tsv overrides = gd_open_tsv(folder, "overrides.tsv");
    for (gd_tsv_row row; gd_next_row(&overrides, OVERRIDE_CELLS, &row);) {
        geodist_text kind = row.cells[KIND];
        uint32_t near = place_near(to, &row);
        if (near == to->place_count) {
            if (whole)
                gd_fail("%s:%zu: no place within 10 km", row.file, row.line);
        } else if (same_text(kind, geodist_string("alias")) ||
                   same_text(kind, geodist_string("first"))) {
            gd_add_name(&to->place_names, row.cells[KEY], near, GD_CLASS_KNOWN,
                     gd_score(to->places[near].facts, GD_CLASS_KNOWN));
        } else if (same_text(kind, geodist_string("place"))) {
            double population = gd_number_cell(&row, POPULATION, 0, GD_POPULATION_MASK);
            if (population >= min_population)
                add_place(to, (gd_named_place){.name = row.cells[KEY],
                                      .lat = gd_number_cell(&row, LAT, -90, 90),
                                      .lon = gd_number_cell(&row, LON, -180, 180),
                                      .division = to->places[near].division,
                                      .facts = (uint32_t)population});
        } else {
            gd_fail("%s:%zu: unknown kind '%.*s'", row.file, row.line, (int)kind.length,
                    kind.bytes);
        }
    }
    gd_sort_names(&to->place_names);
    overrides = gd_open_tsv(folder, "overrides.tsv");
    for (gd_tsv_row row; gd_next_row(&overrides, OVERRIDE_CELLS, &row);)
        if (same_text(row.cells[KIND], geodist_string("first")))
            put_first(to, &row);
    gd_sort_names(&to->place_names);
}

/* ---- Labels --------------------------------------------------------------------------- */

/* Whether a label can leave out the region of a place: the region has a name of the same key, and
 * name and country alone lead to the place. */
static bool region_repeats(const gd_world *in, uint32_t number)
{
    const gd_named_place *of = &in->places[number];
    char letters[GD_KEY_MAX];
    geodist_text key = {letters, gd_fold(of->name, letters)};
    if (of->division < in->country_count || key.length > GD_KEY_MAX)
        return false;
    size_t count, at = gd_find_candidates(&in->division_names, key, &count);
    bool has_name = false;
    for (size_t i = at; i < at + count; i++)
        has_name = has_name || in->division_names.candidates[i].row == of->division;
    if (!has_name)
        return false;
    uint32_t country = in->divisions[of->division].parent;
    at = gd_find_candidates(&in->place_names, key, &count);
    for (size_t i = at; i < at + count; i++) {
        uint32_t row = in->place_names.candidates[i].row;
        if (in->divisions[in->places[row].division].parent == country)
            return row == number;
    }
    return false;
}

void gd_read_world(gd_world *into, const char *folder, double min_population)
{
    *into = (gd_world){0};
    read_countries(into, folder);
    read_regions(into, folder);
    gd_sort_names(&into->division_names);
    read_places(into, folder, min_population);
    apply_overrides(into, folder, min_population);
    for (uint32_t i = 0; i < into->place_count; i++)
        if (region_repeats(into, i))
            into->places[i].facts |= GD_REGION_REPEATS;
}
