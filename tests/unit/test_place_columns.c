#include "table/place_columns.h"

#include "pairs.h"
#include "texts.h"
#include "written.h"

#include <stdio.h>

static record_cells header;
static place_columns found;
static char *header_copy;

static columns_status find(const char *list, const char *header_text, bool positions_only)
{
    size_t length = strlen(header_text);
    header_copy = exact_copy(header_text, length);
    assert_true(gd_split_record(&header, (geodist_text){header_copy, length}, ','));
    return gd_find_columns(&found, list, &header, positions_only, begin());
}

static void release(void)
{
    gd_free_columns(&found);
    gd_free_cells(&header);
    free(header_copy);
}

static size_t column_of_slot(size_t slot)
{
    for (size_t i = 0; i < found.wanted.count; i++)
        if (found.wanted.columns[i].slot == slot)
            return found.wanted.columns[i].index;
    fail_msg("no slot %zu", slot);
    return 0;
}

/* The columns of each place, such as "1+2 3" with positions from 1 on; a point ends in '!'. */
static void show_places(char *shown, size_t size)
{
    size_t length = 0;
    for (size_t i = 0; i < found.place_count; i++) {
        const place_column *place = &found.places[i];
        for (size_t j = 0; j < place->count; j++)
            length += (size_t)snprintf(shown + length, size - length, "%s%zu",
                                       j ? "+" : i ? " " : "",
                                       1 + column_of_slot(place->first_slot + j));
        length += (size_t)snprintf(shown + length, size - length, "%s", place->is_point ? "!" : "");
    }
}

static const char *show_either(const char *list, const char *header_text, bool positions_only)
{
    static char shown[sizeof written_bytes];
    columns_status status = find(list, header_text, positions_only);
    assert_int_not_equal(status, COLUMNS_NO_MEMORY);
    assert_int_equal(status == COLUMNS_WRONG, written_out.length > 0);
    if (status == COLUMNS_FOUND)
        show_places(shown, sizeof shown);
    else
        snprintf(shown, sizeof shown, "%s", written());
    release();
    return shown;
}

/* The places, or the message. */
static const char *show(const char *list, const char *header_text)
{
    return show_either(list, header_text, false);
}

static const char *show_without_names(const char *list, const char *first)
{
    return show_either(list, first, true);
}

/* ---- Columns ---------------------------------------------------------------------------------- */

static void finds_columns_by_name(void **state)
{
    (void)state;
    assert_string_equal(show("from,to", "id,from,to"), "2 3");
    assert_string_equal(show("to,from", "id,from,to"), "3 2");
    assert_string_equal(show("from,from", "id,from,to"), "2 2");
    assert_string_equal(show("from", "id,from,to"), "2");
    assert_string_equal(show(" from , to ", "id, from ,to"), "2 3");
    assert_string_equal(show("são,東京", "東京,são"), "2 1");
}

static void prefers_a_name_in_the_same_case(void **state)
{
    (void)state;
    assert_string_equal(show("FROM,To", "from,to"), "1 2");
    assert_string_equal(show("City,CITY,city", "CITY,city,City"), "3 1 2");
    assert_string_equal(show("CITY", "City,city"),
                        "geodist: several columns are called 'CITY'; give the position of the one "
                        "that is meant\n");
}

static void finds_columns_by_position(void **state)
{
    (void)state;
    assert_string_equal(show("1,3", "id,from,to"), "1 3");
    assert_string_equal(show("003,1", "id,from,to"), "3 1");
    assert_string_equal(show("0,1", "id,from,to"), "geodist: no column '0' in the header 'id,from,to'\n");
    assert_string_equal(show("1,4", "id,from,to"), "geodist: no column '4' in the header 'id,from,to'\n");
    assert_string_equal(show("1,-1", "id,from,to"), "geodist: no column '-1' in the header 'id,from,to'\n");
    assert_string_equal(show("1,18446744073709551617", "id,from,to"),
                        "geodist: no column '18446744073709551617' in the header 'id,from,to'\n");
}

static void prefers_a_name_to_a_position(void **state)
{
    (void)state;
    assert_string_equal(show("2,1", "2,1"), "1 2");
    assert_string_equal(show("2,3", "x,3,2"), "3 2");
}

/* The first record has no names: a cell with the text '2' is none. */
static void takes_positions_only_if_there_is_no_header(void **state)
{
    (void)state;
    assert_string_equal(show_without_names("1,2", "2,1"), "1 2");
    assert_string_equal(show_without_names("3+1,2", "a,b,c"), "3+1 2");
    assert_string_equal(show_without_names("a,2", "a,b"),
                        "geodist: no column 'a'; with --no-header a column is a position from 1 to 2\n");
    assert_string_equal(show_without_names("2", "lat"),
                        "geodist: no column '2'; with --no-header a column is a position from 1 to 1\n");
    assert_string_equal(show_without_names("2,1", "lat,lon"), "2 1"); /* values, not names */
}

static void removes_the_quotes_of_names(void **state)
{
    (void)state;
    assert_string_equal(show("\"a,b\",c", "c,\"a,b\""), "2 1");
    assert_string_equal(show("\"say \"\"x\"\"\",c", "c,\"say \"\"x\"\"\""), "2 1");
    assert_string_equal(show("a\nb,c", "\"a\nb\",c"), "geodist: no column 'a' in the header '\"a\\x0Ab\",c'\n");
    assert_string_equal(show("\"a\nb\",c", "\"a\nb\",c"), "1 2");
    assert_string_equal(show("from,to", "\"from\",\"to\""), "1 2");
}

static void refuses_a_requested_name_that_occurs_twice(void **state)
{
    (void)state;
    assert_string_equal(show("from,to", "from,to,to"),
                        "geodist: several columns are called 'to'; give the position of the one that "
                        "is meant\n");
    assert_string_equal(show("from,to", "from,x,x,to"), "1 4"); /* others may */
    assert_string_equal(show("from,3", "from,to,to"), "1 3");
}

static void refuses_a_name_that_is_missing(void **state)
{
    (void)state;
    assert_string_equal(show("from,bis", "from,to"), "geodist: no column 'bis' in the header 'from,to'\n");
    assert_string_equal(show("from,", "from,to"), "geodist: no column '' in the header 'from,to'\n");
    assert_string_equal(show("", "from,to"), "geodist: no column '' in the header 'from,to'\n");
    assert_string_equal(show("from,\x1B[31m", "from,to"),
                        "geodist: no column '\\x1B[31m' in the header 'from,to'\n");
}

/* ---- Places of several columns ------------------------------------------------------------------ */

static void joins_columns(void **state)
{
    (void)state;
    assert_string_equal(show("city+state+country,to", "to,city,state,country"), "2+3+4 1");
    assert_string_equal(show("city + country", "city,country"), "1+2");
    assert_string_equal(show("city+country,city2+country", "city,city2,country"), "1+3 2+3");
    assert_string_equal(show("1+3,2", "a,b,c"), "1+3 2");
}

/* Unless a column has just that name. */
static void takes_a_plus_as_part_of_a_name(void **state)
{
    (void)state;
    assert_string_equal(show("a+b,c", "a,b,a+b,c"), "3 4");
    assert_string_equal(show("\"a+b\",c", "a+b,c"), "1 2");
    assert_string_equal(show("A+B,c", "a+b,c"), "1 2");
    assert_string_equal(show("a+b", "a,c"), "geodist: no column 'b' in the header 'a,c'\n");
    assert_string_equal(show("a+", "a,c"), "geodist: no column '' in the header 'a,c'\n");
}

static void makes_a_point_of_a_latitude_and_a_longitude(void **state)
{
    (void)state;
    assert_string_equal(show("lat1+lon1,lat2+lon2", "lat1,lon1,lat2,lon2"), "1+2! 3+4!");
    assert_string_equal(show("lat1,lon1,lat2,lon2", "lat1,lon1,lat2,lon2"), "1+2! 3+4!");
    assert_string_equal(show("lat,lon", "lon,lat"), "2+1!");
    assert_string_equal(show("city,lat,lon", "city,lat,lon"), "1 2+3!");
    assert_string_equal(show("1+2", "a,b"), "1+2");
    assert_string_equal(show("lat+lon+country", "lat,lon,country"), "1+2+3");
}

static void refuses_a_longitude_where_a_latitude_is_expected(void **state)
{
    (void)state;
    assert_string_equal(show("lon,lat", "lat,lon"),
                        "geodist: column 'lon' is a longitude, and the order is latitude, longitude: "
                        "write 'lat+lon'\n");
    assert_string_equal(show("lon+lat", "lat,lon"),
                        "geodist: column 'lon' is a longitude, and the order is latitude, longitude: "
                        "write 'lat+lon'\n");
    assert_string_equal(show("lon", "lat,lon"),
                        "geodist: column 'lon' is a longitude, and the order is latitude, longitude\n");
    assert_string_equal(show("lat+lon,x,y", "lat,lon,x,y"),
                        "geodist: column 'x' is a longitude, and the order is latitude, longitude: "
                        "write 'y+x'\n");
}

static void refuses_a_latitude_without_its_longitude(void **state)
{
    (void)state;
    static const char reason[] =
        "geodist: column 'lat' is a latitude; the column of its longitude must follow it\n";
    assert_string_equal(show("lat", "lat,lon,city"), reason);
    assert_string_equal(show("lat,city", "lat,lon,city"), reason);
    assert_string_equal(show("city,lat", "lat,lon,city"), reason);
    assert_string_equal(show("lat,lon+city", "lat,lon,city"), reason);
}

static void pairs_single_columns_if_they_are_an_even_number_of_four_or_more(void **state)
{
    (void)state;
    static const struct {
        const char *list;
        bool may_pair;
    } lists[] = {{"a", false},         {"a,b", false},     {"a,b,c", false},
                 {"a,b,c,d", true},    {"a,a,a,a", true},  {"a,b,c,d,e", false},
                 {"a,b,c,d,e,f", true}, {"a+b,c,d,e", false}, {"lat,lon,a,b", false}};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        assert_int_equal(find(lists[i].list, "a,b,c,d,e,f,lat,lon", false), COLUMNS_FOUND);
        assert_int_equal(found.may_pair, lists[i].may_pair);
        release();
    }
}

static void names_a_place_by_its_first_column(void **state)
{
    (void)state;
    assert_int_equal(find("City+cc,lat,lon,2", "city,to,cc,lat,lon", false), COLUMNS_FOUND);
    assert_int_equal(found.place_count, 3);
    assert_true(is_text(found.places[0].name, "city"));
    assert_true(is_text(found.places[1].name, "lat"));
    assert_true(is_text(found.places[2].name, "to"));
    release();
}

/* ---- Limits --------------------------------------------------------------------------------------- */

/* Lists of that many columns of a table that has as many, the last first. */
static void make_lists(size_t columns, const char *separator, char *wanted, char *names)
{
    *wanted = *names = '\0';
    for (size_t i = 0; i < columns; i++) {
        names += sprintf(names, "%sc%zu", i ? "," : "", i);
        wanted += sprintf(wanted, "%sc%zu", i ? separator : "", columns - 1 - i);
    }
}

/* Was once an array of 64 fields: 64 commas are 65 fields. */
static void takes_up_to_512_places(void **state)
{
    (void)state;
    static char names[8192], wanted[8192];
    for (size_t columns = 60; columns <= 600; columns += columns < 70 || columns > 508 ? 1 : 50) {
        make_lists(columns, ",", wanted, names);
        columns_status status = find(wanted, names, false);
        assert_int_equal(status, columns <= 512 ? COLUMNS_FOUND : COLUMNS_WRONG);
        if (status == COLUMNS_WRONG)
            assert_non_null(strstr(written(), "--columns has more than 512 places"));
        for (size_t i = 0; status == COLUMNS_FOUND && i < columns; i++) {
            assert_int_equal(found.wanted.columns[i].index, i);
            assert_int_equal(found.wanted.columns[i].slot, columns - 1 - i);
        }
        release();
        char commas[700] = "";
        memset(commas, ',', columns);
        commas[columns] = '\0';
        assert_int_equal(find(commas, names, false), COLUMNS_WRONG);
        release();
    }
}

static void takes_up_to_1024_columns(void **state)
{
    (void)state;
    static char names[16384], wanted[16384];
    for (size_t columns = 1020; columns <= 1030; columns++) {
        make_lists(columns, "+", wanted, names);
        columns_status status = find(wanted, names, false);
        assert_int_equal(status, columns <= 1024 ? COLUMNS_FOUND : COLUMNS_WRONG);
        if (status == COLUMNS_WRONG)
            assert_non_null(strstr(written(), "--columns has more than 1024 columns; the last is"));
        else
            assert_int_equal(found.places[0].count, columns);
        release();
    }
}

/* More than 64 bytes were once refused. */
static void takes_names_of_any_length(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 4000; length += length < 300 ? 1 : 499) {
        char names[8192], wanted[8192], name[4001];
        memset(name, 'n', length);
        name[length] = '\0';
        snprintf(names, sizeof names, "z,%s", name);
        snprintf(wanted, sizeof wanted, "%s,z+%s", name, name);
        assert_string_equal(show(wanted, names), "2 1+2");
    }
}

static void gives_columns_in_the_order_of_the_table(void **state)
{
    (void)state;
    assert_int_equal(find("d,a+c,a", "a,b,c,d", false), COLUMNS_FOUND);
    assert_int_equal(found.wanted.count, 4);
    assert_int_equal(found.table_width, 4);
    for (size_t i = 1; i < found.wanted.count; i++)
        assert_true(found.wanted.columns[i - 1].index <= found.wanted.columns[i].index);
    release();
}

static void reads_any_list(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "lat", "lon", "x", ",", "+", "1", "9", "\"", " "};
    uint64_t seed = 11;
    for (int round = 0; round < 20000; round++) {
        char list[64] = "", names[64] = "a";
        for (size_t left = random_bits(&seed) % 9; left > 0; left--)
            strcat(list, pieces[random_bits(&seed) % 10]);
        for (size_t left = random_bits(&seed) % 9; left > 0; left--)
            strcat(names, pieces[random_bits(&seed) % 9]);
        columns_status status = find(list, names, round % 2);
        assert_int_equal(status == COLUMNS_WRONG, written_out.length > 0);
        size_t slots = 0;
        for (size_t i = 0; status == COLUMNS_FOUND && i < found.place_count; i++) {
            assert_int_equal(found.places[i].first_slot, slots);
            slots += found.places[i].count;
        }
        if (status == COLUMNS_FOUND)
            assert_int_equal(slots, found.wanted.count);
        release();
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_columns_by_name),
        cmocka_unit_test(prefers_a_name_in_the_same_case),
        cmocka_unit_test(finds_columns_by_position),
        cmocka_unit_test(prefers_a_name_to_a_position),
        cmocka_unit_test(takes_positions_only_if_there_is_no_header),
        cmocka_unit_test(removes_the_quotes_of_names),
        cmocka_unit_test(refuses_a_requested_name_that_occurs_twice),
        cmocka_unit_test(refuses_a_name_that_is_missing),
        cmocka_unit_test(joins_columns),
        cmocka_unit_test(takes_a_plus_as_part_of_a_name),
        cmocka_unit_test(makes_a_point_of_a_latitude_and_a_longitude),
        cmocka_unit_test(refuses_a_longitude_where_a_latitude_is_expected),
        cmocka_unit_test(refuses_a_latitude_without_its_longitude),
        cmocka_unit_test(pairs_single_columns_if_they_are_an_even_number_of_four_or_more),
        cmocka_unit_test(names_a_place_by_its_first_column),
        cmocka_unit_test(takes_up_to_512_places),
        cmocka_unit_test(takes_up_to_1024_columns),
        cmocka_unit_test(takes_names_of_any_length),
        cmocka_unit_test(gives_columns_in_the_order_of_the_table),
        cmocka_unit_test(reads_any_list),
    };
    return cmocka_run_group_tests_name("place_columns", tests, NULL, NULL);
}
