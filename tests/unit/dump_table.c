/* Prints the built-in table, for tests/table_reference.py: a line for each place, each area and each
 * key of the name index, with its candidates in order. Exits with status 1 if a text of the table is
 * not followed by a NUL. */
#include "places/name_index.h"

#include <stdio.h>

static bool all_end_in_nul = true;

/* A key has no NUL after it; a name has. */
static void print_name(geodist_text text)
{
    all_end_in_nul = all_end_in_nul && text.bytes[text.length] == '\0';
    fwrite(text.bytes, 1, text.length, stdout);
}

static void print_key(geodist_text text)
{
    fwrite(text.bytes, 1, text.length, stdout);
}

static void print_place(uint32_t row)
{
    geodist_point point = place_point(row);
    uint32_t division = place_division(row);
    printf("%s\t", is_city(row) ? "city" : "airport");
    print_name(place_name(row));
    printf("\t%.5f\t%.5f\t", point.lat, point.lon);
    print_name(division_country_code(division));
    putchar('\t');
    if (division != division_country(division))
        print_name(area_name(division));
    printf("\t%u\t%u\n", (unsigned)place_facts(row), (unsigned)load_u24(place_id(row)));
}

/* The rows of the cities of an area; "-" for none. */
static void print_cities(uint32_t area)
{
    for (unsigned i = 0; i < GD_AREA_CITIES; i++) {
        uint32_t row = area_city(area, i);
        if (row == GD_NO_CITY)
            printf("\t-");
        else
            printf("\t%u", (unsigned)row);
    }
    putchar('\n');
}

static void print_area(uint32_t area)
{
    printf("area\t");
    print_name(area_name(area));
    putchar('\t');
    if (is_division(area)) {
        print_name(division_country_code(area));
        printf("\t%u\t%u", (unsigned)division_country(area), (unsigned)area_population(area));
    } else {
        print_name(area_description(area));
    }
    print_cities(area);
}

/* The set of countries before a list: its bits, or "-" if the list has none. */
static void print_countries(gd_candidates candidates)
{
    const unsigned char *list = candidates.at - 3;
    if (candidates.count > 1 && load_u24(list) & GD_COUNTRIES_FLAG)
        printf("\t%llx", (unsigned long long)(load_u24(list - 6) |
                                              (uint64_t)load_u24(list - 3) << 24));
    else
        printf("\t-");
}

/* Each candidate as ROW:CLASS, with "!" if names of a higher score follow it, and the first with "?"
 * if a country or region is among them and "/" if the key is also a better known name with its
 * region or country. */
static void print_candidates(gd_candidates candidates)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i);
        bool disordered = candidates.count > 1 && candidate & GD_FIRST_FLAG;
        printf("\t%u:%u%s%s%s", (unsigned)candidate_row(candidate), candidate_class(candidate),
               disordered ? "!" : "", candidate & GD_QUALIFIER_FLAG ? "?" : "",
               candidate & GD_SPLIT_FLAG ? "/" : "");
    }
    putchar('\n');
}

int main(void)
{
    for (uint32_t row = 0; row < table_field(GD_FIELD_PLACES); row++)
        print_place(row);
    for (uint32_t area = 0; area < table_field(GD_FIELD_AREAS); area++)
        print_area(area);
    gd_cursor cursor = gd_cursor_at(0);
    while (gd_cursor_next(&cursor)) {
        gd_candidates candidates = gd_name_index_candidates(cursor.index);
        printf("key\t");
        print_key((geodist_text){cursor.key, cursor.length});
        print_countries(candidates);
        print_candidates(candidates);
    }
    return fflush(stdout) != 0 || !all_end_in_nul;
}
