#include "mktable_world.h"

#include "places/score.h"
#include "text/slice.h"

#include <math.h>
#include <stdlib.h>

enum { DIVISIONS_MAX = 1 << GD_DIVISION_BITS, GEONAMES_ID_MAX = (1 << 24) - 1 };

double gd_kilometres(const gd_named_place *of, double lat, double lon)
{
    double north = (of->lat - lat) * 111.2;
    double east = fabs(of->lon - lon);
    if (east > 180)
        east = 360 - east;
    east *= 111.2 * cos(lat * 3.14159265358979 / 180);
    return sqrt(north * north + east * east);
}

/* ---- Areas ---------------------------------------------------------------------------- */

static void add_area(gd_world *to, gd_area added)
{
    if (to->area_count == DIVISIONS_MAX)
        gd_fail("more than %d areas", DIVISIONS_MAX);
    for (int i = 0; i < GD_AREA_CITIES; i++)
        added.city[i] = GD_NO_ROW;
    to->areas = gd_resize(to->areas, (to->area_count + 1) * sizeof added);
    to->areas[to->area_count++] = added;
}

/* The classes of the columns of names of an area. */
static const gd_class name_classes[] = {GD_CLASS_KNOWN, GD_CLASS_SHARED, GD_CLASS_OTHER,
                                        GD_CLASS_CODE};

void gd_read_countries(gd_world *to, const char *folder)
{
    enum { CODE, NAME, POPULATION, NAMES, CELLS = NAMES + 4 };
    gd_tsv countries = gd_open_tsv(folder, "countries.tsv");
    for (gd_tsv_row row; gd_next_row(&countries, CELLS, &row);) {
        if (row.cells[CODE].length != 2)
            gd_fail("%s:%zu: a country's code has two letters", row.file, row.line);
        gd_area country = {
            .name = row.cells[NAME],
            .country = row.cells[CODE],
            .parent = to->area_count,
            .population = (uint32_t)gd_number_cell(&row, POPULATION, 0, UINT32_MAX),
        };
        memcpy(country.names, row.cells + NAMES, sizeof country.names);
        add_area(to, country);
    }
    to->country_count = to->area_count;
}

/* The index of a country (if the code is empty) or of a region; fails if there is none. */
static uint32_t find_division(const gd_world *in, const gd_tsv_row *row, geodist_text country,
                              geodist_text code)
{
    for (uint32_t i = 0; i < in->country_count; i++)
        if (same_text(in->areas[i].country, country)) {
            if (!code.length)
                return i;
            for (uint32_t j = in->country_count; j < in->area_count; j++)
                if (in->areas[j].parent == i && same_text(in->areas[j].code, code))
                    return j;
        }
    gd_fail("%s:%zu: no division %.*s.%.*s", row->file, row->line, (int)country.length,
            country.bytes, (int)code.length, code.bytes);
}

void gd_read_regions(gd_world *to, const char *folder)
{
    enum { COUNTRY, CODE, NAME, POPULATION, NAMES, CELLS = NAMES + 4 };
    gd_tsv regions = gd_open_tsv(folder, "regions.tsv");
    for (gd_tsv_row row; gd_next_row(&regions, CELLS, &row);) {
        gd_area region = {
            .name = row.cells[NAME],
            .country = row.cells[COUNTRY],
            .code = row.cells[CODE],
            .parent = find_division(to, &row, row.cells[COUNTRY], (geodist_text){0}),
            .population = (uint32_t)gd_number_cell(&row, POPULATION, 0, UINT32_MAX),
        };
        memcpy(region.names, row.cells + NAMES, sizeof region.names);
        add_area(to, region);
    }
    to->division_count = to->area_count;
}

void gd_read_other_areas(gd_world *to, const char *folder)
{
    enum { NAME, DESCRIPTION, ALIASES, CITIES, CELLS };
    gd_tsv areas = gd_open_tsv(folder, "areas.tsv");
    for (gd_tsv_row row; gd_next_row(&areas, CELLS, &row);)
        add_area(to, (gd_area){.name = row.cells[NAME],
                               .description = row.cells[DESCRIPTION],
                               .names = {row.cells[ALIASES]},
                               .cities = row.cells[CITIES]});
}

static void add_names(gd_name_list *to, geodist_text names, uint32_t row, unsigned name_class,
                      double base)
{
    while (names.length)
        gd_add_name(to, cut(names, '|', &names), row, name_class, gd_weighted(base, name_class));
}

void gd_add_area_names(gd_world *to)
{
    for (uint32_t i = 0; i < to->area_count; i++) {
        const gd_area *of = &to->areas[i];
        uint32_t row = to->place_count + i;
        double base = i < to->division_count ? of->population : GD_OTHER_AREA_BASE;
        add_names(&to->names, of->name, row, GD_CLASS_PRIMARY, base);
        for (size_t j = 0; j < sizeof name_classes / sizeof *name_classes; j++)
            add_names(&to->names, of->names[j], row, name_classes[j], base);
    }
}

/* ---- Places --------------------------------------------------------------------------- */

static double base_of(const gd_world *in, uint32_t row)
{
    uint32_t facts = in->places[row].facts;
    return gd_is_city(in, row) ? gd_city_base(facts)
                               : gd_airport_base((gd_airport_size)(facts >> GD_AIRPORT_SIZE_SHIFT));
}

void gd_add_place_name(gd_world *to, geodist_text name, uint32_t row, unsigned name_class)
{
    gd_add_name(&to->names, name, row, name_class, gd_weighted(base_of(to, row), name_class));
}

static void add_place(gd_world *to, gd_named_place added)
{
    if (to->place_count == GD_ROWS_MAX)
        gd_fail("more than %d places", GD_ROWS_MAX);
    if (to->place_count % 4096 == 0)
        to->places = gd_resize(to->places, (to->place_count + 4096) * sizeof added);
    to->places[to->place_count++] = added;
    gd_add_place_name(to, added.name, to->place_count - 1, GD_CLASS_PRIMARY);
}

void gd_add_city(gd_world *to, gd_named_place added)
{
    to->city_count++;
    add_place(to, added);
}

static void add_names_of_cell(gd_world *to, geodist_text names, unsigned name_class)
{
    while (names.length)
        gd_add_place_name(to, cut(names, '|', &names), to->place_count - 1, name_class);
}

static uint32_t kind_flags(const gd_tsv_row *row, geodist_text words)
{
    static const struct {
        const char *word;
        uint32_t flag;
    } kinds[] = {{"capital", GD_CAPITAL},
                 {"seat", GD_SEAT},
                 {"district", GD_DISTRICT},
                 {"older", GD_OLDER},
                 {"gone", GD_GONE}};
    uint32_t flags = 0;
    while (words.length) {
        geodist_text word = cut(words, ' ', &words);
        size_t i = 0;
        while (i < sizeof kinds / sizeof *kinds &&
               !same_text(word, geodist_string(kinds[i].word)))
            i++;
        if (i == sizeof kinds / sizeof *kinds)
            gd_fail("%s:%zu: unknown kind '%.*s'", row->file, row->line, (int)word.length,
                    word.bytes);
        flags |= kinds[i].flag;
    }
    return flags;
}

void gd_read_cities(gd_world *to, const char *folder, double min_population)
{
    enum { ID, NAME, LAT, LON, COUNTRY, ADMIN1, POPULATION, KIND, KNOWN, SHARED, OTHER, CELLS };
    gd_tsv cities = gd_open_tsv(folder, "places.tsv");
    for (gd_tsv_row row; gd_next_row(&cities, CELLS, &row);) {
        double population = gd_number_cell(&row, POPULATION, 0, GD_POPULATION_MASK);
        uint32_t flags = kind_flags(&row, row.cells[KIND]);
        if (population < min_population && !(flags & GD_CAPITAL))
            continue;
        gd_add_city(to, (gd_named_place){
            .name = row.cells[NAME],
            .lat = gd_number_cell(&row, LAT, -90, 90),
            .lon = gd_number_cell(&row, LON, -180, 180),
            .division = find_division(to, &row, row.cells[COUNTRY], row.cells[ADMIN1]),
            .facts = (uint32_t)population | flags,
            .id = (uint32_t)gd_number_cell(&row, ID, 0, GEONAMES_ID_MAX),
        });
        add_names_of_cell(to, row.cells[KNOWN], GD_CLASS_KNOWN);
        add_names_of_cell(to, row.cells[SHARED], GD_CLASS_SHARED);
        add_names_of_cell(to, row.cells[OTHER], GD_CLASS_OTHER);
    }
}

/* ---- Airports ------------------------------------------------------------------------- */

static uint32_t airport_size_of(const gd_tsv_row *row, geodist_text word)
{
    static const char *const sizes[] = {[GD_AIRPORT_OTHER] = "other",
                                        [GD_AIRPORT_SCHEDULED] = "scheduled",
                                        [GD_AIRPORT_MEDIUM] = "medium",
                                        [GD_AIRPORT_LARGE] = "large"};
    for (uint32_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (same_text(word, geodist_string(sizes[i])))
            return i;
    gd_fail("%s:%zu: unknown size '%.*s'", row->file, row->line, (int)word.length, word.bytes);
}

/* The letters of a code as a number, the first in the lowest bits; `first` is the number of A. */
static uint32_t packed_letters(const gd_tsv_row *row, geodist_text code, size_t length,
                               uint32_t first, int bits)
{
    uint32_t packed = 0;
    if (code.length && code.length != length)
        gd_fail("%s:%zu: '%.*s' is no code", row->file, row->line, (int)code.length, code.bytes);
    for (size_t i = 0; i < code.length; i++) {
        if (code.bytes[i] < 'A' || code.bytes[i] > 'Z')
            gd_fail("%s:%zu: '%.*s' is no code", row->file, row->line, (int)code.length,
                    code.bytes);
        packed |= ((uint32_t)(code.bytes[i] - 'A') + first) << bits * (int)i;
    }
    return packed;
}

/* Airports that serve few people are left out of a smaller table. */
void gd_read_airports(gd_world *to, const char *folder, double min_population)
{
    enum { IATA, ICAO, NAME, LAT, LON, COUNTRY, ADMIN1, SIZE, NAMES, CELLS };
    gd_tsv airports = gd_open_tsv(folder, "airports.tsv");
    for (gd_tsv_row row; gd_next_row(&airports, CELLS, &row);) {
        uint32_t size = airport_size_of(&row, row.cells[SIZE]);
        if (gd_airport_base((gd_airport_size)size) < min_population)
            continue;
        add_place(to, (gd_named_place){
            .name = row.cells[NAME],
            .lat = gd_number_cell(&row, LAT, -90, 90),
            .lon = gd_number_cell(&row, LON, -180, 180),
            .division = find_division(to, &row, row.cells[COUNTRY], row.cells[ADMIN1]),
            .facts = packed_letters(&row, row.cells[ICAO], 4, 1, GD_ICAO_LETTER_BITS) |
                     size << GD_AIRPORT_SIZE_SHIFT,
            .id = packed_letters(&row, row.cells[IATA], 3, 'A', 8),
        });
        add_names_of_cell(to, row.cells[NAMES], GD_CLASS_KNOWN);
        add_names_of_cell(to, row.cells[IATA], GD_CLASS_CODE);
        add_names_of_cell(to, row.cells[ICAO], GD_CLASS_CODE);
    }
}
