/* Prints the built-in table, for tests/table_reference.py: a line for each place, each division and
 * each key of both name indexes, with its candidates in order. Exits with status 1 if a text of the
 * table is not followed by a NUL. */
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
    print_name(place_name(row));
    printf("\t%.5f\t%.5f\t", point.lat, point.lon);
    print_name(division_country_code(division));
    putchar('\t');
    if (division != division_country(division))
        print_name(division_name(division));
    printf("\t%u\t%u\n", (unsigned)place_facts(row), (unsigned)place_geonames_id(row));
}

static void print_index(const char *name, gd_field name_index)
{
    gd_cursor cursor = gd_cursor_at(name_index, 0);
    while (gd_cursor_next(&cursor)) {
        gd_candidates candidates = gd_name_index_candidates(name_index, cursor.index);
        printf("%s\t", name);
        print_key((geodist_text){cursor.key, cursor.length});
        for (uint32_t i = 0; i < candidates.count; i++) {
            uint32_t candidate = candidate_at(candidates, i);
            bool first = candidates.count > 1 && candidate & GD_FIRST_FLAG;
            printf("\t%u:%u%s", (unsigned)candidate_row(candidate), candidate_class(candidate),
                   first ? "!" : "");
        }
        putchar('\n');
    }
}

int main(void)
{
    for (uint32_t row = 0; row < table_field(GD_FIELD_PLACES); row++)
        print_place(row);
    for (uint32_t row = 0; row < table_field(GD_FIELD_DIVISIONS); row++) {
        printf("division\t");
        print_name(division_name(row));
        printf("\t%u\n", (unsigned)division_country(row));
    }
    print_index("place key", GD_FIELD_PLACE_NAMES);
    print_index("division key", GD_FIELD_DIVISION_NAMES);
    return fflush(stdout) != 0 || !all_end_in_nul;
}
