/* geodist-mktable FOLDER TABLE MIN_POPULATION: makes the built-in table of the text tables.
 *
 * Runs on the machine that builds, also in a cross build. The same input always gives the same
 * bytes. */
#include "table/checksum.h"
#include "text/slice.h"
#include "mktable_area_cities.h"
#include "mktable_labels.h"
#include "mktable_name_pool.h"
#include "mktable_nearest_tree.h"
#include "mktable_overrides.h"
#include "mktable_rank.h"
#include "mktable_splits.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void read_world(gd_world *into, const char *folder, double min_population)
{
    *into = (gd_world){0};
    gd_read_countries(into, folder);
    gd_read_regions(into, folder);
    gd_read_cities(into, folder, min_population);
    gd_read_overrides(into, folder, min_population);
    gd_read_airports(into, folder, min_population);
    gd_read_other_areas(into, folder);
    gd_add_area_names(into);
    gd_sort_names(&into->names);
    gd_apply_overrides(into, folder, min_population);
    gd_rank_names(into);
    gd_mark_splits(into);
    gd_find_area_cities(into);
    gd_mark_labels(into);
    gd_order_places(into);
}

static void put_position(gd_bytes *table, const gd_named_place *of)
{
    uint64_t lat = (uint64_t)(llround(of->lat * 1e5) + GD_LAT_BIAS_E5);
    uint64_t lon = (uint64_t)(llround(of->lon * 1e5) + GD_LON_BIAS_E5);
    gd_put_number(table, (lat << GD_LON_BITS | lon) << GD_DIVISION_BITS | of->division, 8);
}

static void put_place(gd_bytes *table, const gd_name_pool *pool, const gd_named_place *of)
{
    gd_put_number(table, of->facts, 4);
    gd_put_number(table, gd_name_number(pool, of->name), 4);
    gd_put_number(table, of->id, 3);
}

static void put_area(gd_bytes *table, const gd_name_pool *pool, const gd_area *of)
{
    gd_put_number(table, gd_name_number(pool, of->name), 4);
    gd_put_number(table, of->description.length ? gd_name_number(pool, of->description) : of->population,
                  4);
    gd_put_number(table, of->parent, 2);
    gd_put(table, of->country.length ? of->country.bytes : "\0\0", 2);
    gd_put_number(table, 0, 1);
    for (int i = 0; i < GD_AREA_CITIES; i++)
        gd_put_number(table, of->city[i] == GD_NO_ROW ? (uint32_t)GD_NO_CITY : of->city[i], 3);
}

/* The date in "# edition 2026-09-26", the first line of places.tsv. */
static geodist_text read_edition(const char *folder)
{
    static const char mark[] = "# edition ";
    gd_tsv places = gd_open_tsv(folder, "places.tsv");
    geodist_text line = cut(places.rest, '\n', &places.rest);
    if (line.length != sizeof mark - 1 + 10 || memcmp(line.bytes, mark, sizeof mark - 1) != 0)
        gd_fail("%s does not begin with '%sYYYY-MM-DD'", places.file, mark);
    return slice(line, sizeof mark - 1, 10);
}

static void put_codes(gd_bytes *table, const gd_pair_codes *codes, uint32_t header[GD_FIELDS])
{
    header[GD_FIELD_EXPANSIONS_AT] = (uint32_t)table->length;
    gd_put(table, codes->expansion, sizeof codes->expansion);
    header[GD_FIELD_LENGTHS_AT] = (uint32_t)table->length;
    gd_put(table, codes->length, sizeof codes->length);
}

static void pool_names(gd_name_pool *pool, const gd_world *from, geodist_text edition)
{
    gd_pool_name(pool, edition);
    for (uint32_t i = 0; i < from->place_count; i++)
        gd_pool_name(pool, from->places[i].name);
    for (uint32_t i = 0; i < from->area_count; i++) {
        gd_pool_name(pool, from->areas[i].name);
        gd_pool_name(pool, from->areas[i].description);
    }
    gd_lay_out_names(pool);
}

/* To the next line of the cache. */
static uint32_t align(gd_bytes *table)
{
    while (table->length % 64)
        gd_put_number(table, 0, 1);
    return (uint32_t)table->length;
}

static void put_positions(gd_bytes *table, const gd_world *from, uint32_t header[GD_FIELDS])
{
    header[GD_FIELD_POSITIONS_AT] = align(table);
    for (uint32_t i = 0; i < from->place_count; i++)
        put_position(table, &from->places[i]);
    header[GD_FIELD_CITY_TREE_AT] = align(table);
    gd_write_nearest_tree(table, from->places, from->city_count, true);
    header[GD_FIELD_AIRPORT_TREE_AT] = align(table);
    gd_write_nearest_tree(table, from->places + from->city_count,
                          from->place_count - from->city_count, false);
}

static void put_places(gd_bytes *table, const gd_world *from, geodist_text edition,
                       uint32_t header[GD_FIELDS])
{
    gd_name_pool pool = {.count = 0};
    pool_names(&pool, from, edition);
    header[GD_FIELD_EDITION] = gd_name_number(&pool, edition);
    header[GD_FIELD_PLACES_AT] = (uint32_t)table->length;
    for (uint32_t i = 0; i < from->place_count; i++)
        put_place(table, &pool, &from->places[i]);
    header[GD_FIELD_AREAS_AT] = (uint32_t)table->length;
    for (uint32_t i = 0; i < from->area_count; i++)
        put_area(table, &pool, &from->areas[i]);
    header[GD_FIELD_NAMES_AT] = (uint32_t)table->length;
    gd_put(table, pool.text.at, pool.text.length);
}

/* Writes the header into the bytes left blank at the start of the table, with the checksum. */
static void fill_header(gd_bytes *table, const uint32_t header[GD_FIELDS])
{
    size_t checked = 4 * (GD_FIELD_CHECKSUM + 1);
    gd_bytes head = {0};
    for (size_t i = 0; i < GD_FIELDS; i++)
        gd_put_number(&head, header[i], 4);
    memcpy(table->at, head.at, head.length);
    head.length = 0;
    gd_put_number(&head, gd_checksum(table->at + checked, table->length - checked), 4);
    memcpy(table->at + checked - 4, head.at, 4);
}

static uint32_t *countries_of_rows(const gd_world *from)
{
    uint32_t count = from->place_count + from->area_count;
    uint32_t *countries = gd_reserve(count * sizeof *countries);
    for (uint32_t i = 0; i < count; i++)
        countries[i] = gd_country_of(from, i);
    return countries;
}

static void make_table(gd_bytes *table, const gd_world *from, geodist_text edition)
{
    uint32_t header[GD_FIELDS] = {
        [GD_FIELD_MAGIC] = GD_MAGIC,
        [GD_FIELD_CITIES] = from->city_count,
        [GD_FIELD_PLACES] = from->place_count,
        [GD_FIELD_COUNTRIES] = from->country_count,
        [GD_FIELD_DIVISIONS] = from->division_count,
        [GD_FIELD_AREAS] = from->area_count,
    };
    static const unsigned char blank[4 * GD_FIELDS];
    gd_pair_codes *codes = gd_reserve(sizeof *codes);
    gd_learn_name_codes(&from->names, codes);
    gd_row_facts rows = {countries_of_rows(from), from->place_count,
                         from->place_count + from->division_count};
    if (from->place_count + from->area_count >= GD_ROWS_MAX) /* the last one is that of no candidate */
        gd_fail("more than %d rows", GD_ROWS_MAX - 1);

    gd_put(table, blank, sizeof blank);
    put_codes(table, codes, header);
    put_positions(table, from, header);
    put_places(table, from, edition, header);
    gd_write_name_index(table, &from->names, &rows, codes, header);
    if (table->length > UINT32_MAX)
        gd_fail("the table is too large");
    header[GD_FIELD_BYTES] = (uint32_t)table->length;
    fill_header(table, header);
}

static void save(const char *path, const gd_bytes *table)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(table->at, 1, table->length, file) != table->length || fclose(file))
        gd_fail("cannot write %s: %s", path, strerror(errno));
}

int main(int argc, char **argv)
{
    if (argc != 4)
        gd_fail("usage: geodist-mktable FOLDER TABLE MIN_POPULATION");
    char *end;
    double min_population = strtod(argv[3], &end);
    if (*end || end == argv[3] || !(min_population >= 0))
        gd_fail("MIN_POPULATION is '%s'", argv[3]);
    gd_world *from = gd_reserve(sizeof *from);
    gd_bytes table = {0};
    read_world(from, argv[1], min_population);
    make_table(&table, from, read_edition(argv[1]));
    save(argv[2], &table);
    return EXIT_SUCCESS;
}
