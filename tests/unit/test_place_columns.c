#include "input/csv_columns.h"

#include "pairs.h"
#include "texts.h"
#include "written.h"

#include <stdio.h>

static csv_columns found;

static columns_status find(const char *wanted, const char *header)
{
    size_t length = strlen(header);
    char *copy = exact_copy(header, length);
    columns_status status = gd_find_columns(&found, wanted, (geodist_text){copy, length}, begin());
    free(copy);
    return status;
}

/* The index of each wanted column in their own order, such as "0 2"; or the message. */
static const char *show(const char *wanted, const char *header)
{
    static char shown[4096];
    size_t length = 0;
    columns_status status = find(wanted, header);
    for (size_t slot = 0; status == COLUMNS_FOUND && slot < found.count; slot++)
        for (size_t i = 0; i < found.count; i++)
            if (found.columns[i].slot == slot)
                length += (size_t)snprintf(shown + length, sizeof shown - length, slot ? " %zu" : "%zu",
                                           found.columns[i].index);
    gd_free_columns(&found);
    shown[length] = '\0';
    return status == COLUMNS_FOUND ? shown : written();
}

static void finds_columns_by_name(void **state)
{
    (void)state;
    assert_string_equal(show("from,to", "id,from,to"), "1 2");
    assert_string_equal(show("to,from", "id,from,to"), "2 1");
    assert_string_equal(show("from,from", "id,from,to"), "1 1");
    assert_string_equal(show(" from , to ", "id, from ,to"), "1 2");
    assert_string_equal(show("são,東京", "東京,são"), "1 0");
}

static void finds_columns_by_number(void **state)
{
    (void)state;
    assert_string_equal(show("1,3", "id,from,to"), "0 2");
    assert_string_equal(show("003,1", "id,from,to"), "2 0");
    assert_string_equal(show("0,1", "id,from,to"), "geodist: no column '0' in the header 'id,from,to'\n");
    assert_string_equal(show("1,4", "id,from,to"), "geodist: no column '4' in the header 'id,from,to'\n");
    assert_string_equal(show("1,-1", "id,from,to"), "geodist: no column '-1' in the header 'id,from,to'\n");
    assert_string_equal(show("1,18446744073709551617", "id,from,to"),
                        "geodist: no column '18446744073709551617' in the header 'id,from,to'\n");
}

static void prefers_a_name_to_a_number(void **state)
{
    (void)state;
    assert_string_equal(show("2,1", "2,1"), "0 1");
    assert_string_equal(show("2,3", "x,3,2"), "2 1");
}

static void removes_the_quotes_of_names(void **state)
{
    (void)state;
    assert_string_equal(show("\"a,b\",c", "c,\"a,b\""), "1 0");
    assert_string_equal(show("\"say \"\"x\"\"\",c", "c,\"say \"\"x\"\"\""), "1 0");
    assert_string_equal(show("a\nb,c", "\"a\nb\",c"), "geodist: no column 'a' in the header '\"a\\x0Ab\",c'\n");
    assert_string_equal(show("from,to", "\"from\",\"to\""), "0 1");
}

static void refuses_a_requested_name_that_occurs_twice(void **state)
{
    (void)state;
    assert_string_equal(show("from,to", "from,to,to"),
                        "geodist: several columns are called 'to'; give the number of one\n");
    assert_string_equal(show("from,to", "from,x,x,to"), "0 3"); /* others may */
    assert_string_equal(show("from,3", "from,to,to"), "0 2");
}

static void refuses_a_name_that_is_missing(void **state)
{
    (void)state;
    assert_string_equal(show("from,bis", "from,to"), "geodist: no column 'bis' in the header 'from,to'\n");
    assert_string_equal(show("from,", "from,to"), "geodist: no column '' in the header 'from,to'\n");
    assert_string_equal(show("from,\x1B[31m", "from,to"),
                        "geodist: no column '\\x1B[31m' in the header 'from,to'\n");
}

static void needs_two_columns(void **state)
{
    (void)state;
    assert_non_null(strstr(show("from", "from,to"), "is not a list of 2 to 512 columns"));
    assert_non_null(strstr(show("", "from,to"), "is not a list of 2 to 512 columns"));
}

/* Was once an array of 64 fields: 64 commas are 65 fields. */
static void takes_more_than_64_columns(void **state)
{
    (void)state;
    for (size_t columns = 60; columns <= 600; columns += columns < 70 || columns > 508 ? 1 : 50) {
        char header[8192] = "", wanted[8192] = "", name[32];
        for (size_t i = 0; i < columns; i++) {
            snprintf(name, sizeof name, "%sc%zu", i ? "," : "", i);
            strcat(header, name);
            snprintf(name, sizeof name, "%sc%zu", i ? "," : "", columns - 1 - i);
            strcat(wanted, name);
        }
        columns_status status = find(wanted, header);
        assert_int_equal(status, columns <= 512 ? COLUMNS_FOUND : COLUMNS_WRONG);
        for (size_t i = 0; status == COLUMNS_FOUND && i < columns; i++) {
            assert_int_equal(found.columns[i].index, i);
            assert_int_equal(found.columns[i].slot, columns - 1 - i);
        }
        gd_free_columns(&found);
        char commas[700] = "";
        memset(commas, ',', columns);
        commas[columns] = '\0';
        assert_int_equal(find(commas, header), COLUMNS_WRONG);
        gd_free_columns(&found);
    }
}

/* More than 64 bytes were once refused. */
static void takes_names_of_any_length(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 4000; length += length < 300 ? 1 : 499) {
        char header[8192], wanted[8192], name[4001];
        memset(name, 'n', length);
        name[length] = '\0';
        snprintf(header, sizeof header, "x,%s", name);
        snprintf(wanted, sizeof wanted, "%s,x", name);
        assert_string_equal(show(wanted, header), "1 0");
    }
}

static void gives_columns_in_the_order_of_the_table(void **state)
{
    (void)state;
    assert_int_equal(find("d,a,c,a", "a,b,c,d"), COLUMNS_FOUND);
    assert_int_equal(found.count, 4);
    assert_int_equal(found.table_width, 4);
    for (size_t i = 1; i < found.count; i++)
        assert_true(found.columns[i - 1].index <= found.columns[i].index);
    gd_free_columns(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_columns_by_name),
        cmocka_unit_test(finds_columns_by_number),
        cmocka_unit_test(prefers_a_name_to_a_number),
        cmocka_unit_test(removes_the_quotes_of_names),
        cmocka_unit_test(refuses_a_requested_name_that_occurs_twice),
        cmocka_unit_test(refuses_a_name_that_is_missing),
        cmocka_unit_test(needs_two_columns),
        cmocka_unit_test(takes_more_than_64_columns),
        cmocka_unit_test(takes_names_of_any_length),
        cmocka_unit_test(gives_columns_in_the_order_of_the_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
