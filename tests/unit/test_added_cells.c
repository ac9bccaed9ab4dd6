#include "table/added_cells.h"

#include "texts.h"
#include "written.h"

#include <stdio.h>

static table_header header;
static added_cells added;
static options asked;

static columns_status plan(const char *list, const char *add, const char *first_line)
{
    asked.columns = list;
    asked.format = FORMAT_CSV;
    asked.add.count = 0;
    if (add)
        assert_true(gd_parse_field_list(&asked.add, "--add", add, gd_unit(&asked), begin()));
    assert_int_equal(gd_read_header(&header, geodist_string(first_line), BYTES_ENDED, &asked, begin()),
                     HEADER_READ);
    return gd_plan_cells(&added, &header, &asked, begin());
}

/* The names of the added cells, or the message. */
static const char *names(const char *list, const char *add, const char *first_line)
{
    columns_status status = plan(list, add, first_line);
    assert_int_equal(status == COLUMNS_WRONG, written_out.length > 0);
    if (status == COLUMNS_FOUND)
        gd_put_added_names(begin(), &added);
    gd_free_header(&header);
    return written();
}

static stop find(const char *text)
{
    stop at = {.text = geodist_string(text)};
    assert_int_equal(geodist_find(at.text, &at.place, NULL), GEODIST_OK);
    return at;
}

/* The cells of a record with these places. */
static const char *cells(const char *list, const char *add, const char *first_line,
                         const char *const *places)
{
    stop stops[8];
    route of = {.stops = stops, .total = 1234.5};
    assert_int_equal(plan(list, add, first_line), COLUMNS_FOUND);
    for (; places[of.count]; of.count++)
        stops[of.count] = find(places[of.count]);
    gd_put_added_cells(begin(), &added, &of);
    gd_free_header(&header);
    return written();
}

static int clear_options(void **state)
{
    (void)state;
    asked = (options){
        .command = COMMAND_TABLE, .precision = -1, .radius = GEODIST_MEAN_RADIUS / 1000};
    return 0;
}

static const char *const cities[] = {"31.75872,-106.48693", "1.5,2", "nairobi", NULL};
static const char *const city[] = {"Paris, TX", NULL};

/* ---- Names --------------------------------------------------------------------------------------- */

static void adds_the_distance_of_a_journey(void **state)
{
    (void)state;
    assert_string_equal(names("a,b", NULL, "a,b\n"), ",distance_km");
    assert_string_equal(cells("a,b", NULL, "a,b\n", cities + 1), ",1234.500000");
}

static void adds_the_label_and_the_point_of_one_place(void **state)
{
    (void)state;
    assert_string_equal(names("a", NULL, "a,b\n"), ",a_label,a_lat,a_lon");
    assert_string_equal(cells("a", NULL, "a,b\n", city),
                        ",\"Paris, Texas, United States\",33.66094,-95.55551");
}

static void adds_the_distance_of_one_place_to_another(void **state)
{
    (void)state;
    asked.to = "paris";
    assert_string_equal(names("a", NULL, "a,b\n"), ",distance_km");
}

static void names_the_distance_by_its_unit(void **state)
{
    (void)state;
    static const char *const wanted[] = {",distance_km", ",distance_mi", ",distance_nmi",
                                         ",distance_m", ",distance_ft", ",distance_yd"};
    for (asked.unit = 0; asked.unit < 6; asked.unit++)
        assert_string_equal(names("a,b", NULL, "a,b\n"), wanted[asked.unit]);
}

static void names_cells_of_a_place_by_its_first_column(void **state)
{
    (void)state;
    assert_string_equal(names("From+cc,TO", "label,lat", "from,to,cc\n"),
                        ",from_label,to_label,from_lat,to_lat");
    assert_string_equal(names("2,1", "kind", "from,to\n"), ",to_kind,from_kind");
    assert_string_equal(names("lat,lon", "country_code", "lat,lon\n"), ",lat_country_code");
}

static void takes_names_that_are_given(void **state)
{
    (void)state;
    assert_string_equal(names("a,b", "distance=far,error=why,bearing=course", "a,b\n"),
                        ",far,why,course");
    assert_string_equal(names("a,b", "label=name", "a,b\n"), ",a_name,b_name");
    assert_string_equal(names("a", "label=name,lat,lon=x", "a,b\n"), ",name,a_lat,x");
    assert_string_equal(names("a,b", "distance=a b", "a,b\n"), ",a b");
}

static void puts_names_with_a_delimiter_in_quotes(void **state)
{
    (void)state;
    assert_string_equal(names("\"a,b\"", "lat", "\"a,b\",c\n"), ",\"a,b_lat\"");
    assert_string_equal(names("\"a\"\"b\"", "lat", "\"a\"\"b\",c\n"), ",\"a\"\"b_lat\"");
    assert_string_equal(names("a", "lat=x;y", "a;b\n"), ";\"x;y\"");
    assert_string_equal(names("a", "lat=x;y", "a,b\n"), ",x;y");
}

/* Names of 1024 bytes and more were left out. */
static void makes_names_of_columns_of_any_length(void **state)
{
    (void)state;
    static char line[8192], wanted[8192], name[3001];
    for (size_t length = 1000; length <= 3000; length += length < 1050 ? 1 : 650) {
        memset(name, 'n', length);
        name[length] = '\0';
        snprintf(line, sizeof line, "%s,%sm\n", name, name);
        snprintf(wanted, sizeof wanted, ",%s_kind,%sm_kind", name, name);
        assert_string_equal(names("1,2", "kind", line), wanted);
        snprintf(line, sizeof line, "%s,%s_kind\n", name, name);
        assert_non_null(strstr(names("1,2", "kind", line), "the table would have two columns 'nnn"));
    }
}

static void refuses_a_name_that_the_table_has(void **state)
{
    (void)state;
    assert_string_equal(names("a,b", NULL, "a,b,distance_km\n"),
                        "geodist: the table would have two columns 'distance_km'; give another name, "
                        "such as --add distance=NAME\n");
    assert_string_equal(names("a,b", "error=a", "a,b\n"),
                        "geodist: the table would have two columns 'a'; give another name, such as "
                        "--add error=NAME\n");
    assert_string_equal(names("a,b", "distance,distance", "a,b\n"),
                        "geodist: the table would have two columns 'distance_km'; give another name, "
                        "such as --add distance=NAME\n");
    assert_string_equal(names("a,a", "label", "a,b\n"),
                        "geodist: the table would have two columns 'a_label'; give another name, such "
                        "as --add label=NAME\n");
    assert_string_equal(names("a,b", NULL, "a,b,x,x\n"), ",distance_km"); /* not ours */
}

static void adds_no_names_to_a_table_without_a_header(void **state)
{
    (void)state;
    asked.no_header = true;
    assert_string_equal(cells("1,1", NULL, "distance_km,b\n", cities + 1), ",1234.500000");
}

static void refuses_a_distance_of_one_place(void **state)
{
    (void)state;
    assert_string_equal(names("a", "distance", "a,b\n"),
                        "geodist: --add distance needs two places in --columns, or --to\n");
    assert_string_equal(names("a", "label,bearing", "a,b\n"),
                        "geodist: --add bearing needs two places in --columns, or --to\n");
}

/* ---- Cells ----------------------------------------------------------------------------------------- */

static void adds_the_fields_in_their_order(void **state)
{
    (void)state;
    assert_string_equal(cells("a,b", "lat,distance,country_code", "a,b\n", cities + 1),
                        ",1.5,-1.28333,1234.500000,,KE");
    assert_string_equal(cells("a", "name,region,country,kind,iata", "a,b\n", city),
                        ",Paris,Texas,United States,city,");
    assert_string_equal(cells("a,b", "error", "a,b\n", cities + 1), ",");
}

/* From the first place to the second, clockwise from north. */
static void adds_the_bearing(void **state)
{
    (void)state;
    static const char *const places[] = {"0,0", "0,1", NULL};
    assert_string_equal(cells("a,b", "bearing", "a,b\n", places), ",90.00000000");
}

static void quotes_text_with_the_delimiter(void **state)
{
    (void)state;
    assert_string_equal(cells("a", "label", "a;b\n", city), ";Paris, Texas, United States");
    assert_string_equal(cells("a", "label", "a,b\n", city), ",\"Paris, Texas, United States\"");
}

/* A pair is the place of its first column; the cells of the second are empty. */
static void puts_the_place_of_a_pair_with_its_first_column(void **state)
{
    (void)state;
    static const char *const places[] = {"1,2", "3,4", NULL};
    assert_string_equal(cells("a,b,c,d", "lat,distance", "a,b,c,d\n", places),
                        ",1,,3,,1234.500000");
}

static void leaves_out_the_place_to_which_it_is_measured(void **state)
{
    (void)state;
    asked.to = "nairobi";
    assert_string_equal(cells("a", "label,distance", "a,b\n", cities + 1), ",\"1.5,2\",1234.500000");
}

static void leaves_the_cells_of_a_failure_empty(void **state)
{
    (void)state;
    assert_int_equal(plan("a,b", "lat,error,distance", "a,b\n"), COLUMNS_FOUND);
    assert_true(added.has_error);
    gd_put_failed_cells(begin(), &added, geodist_string("not found, \"x\""));
    assert_string_equal(written(), ",,,\"not found, \"\"x\"\"\",");
    gd_free_header(&header);
    assert_int_equal(plan("a,b", "lat,distance", "a;b\n"), COLUMNS_FOUND);
    assert_false(added.has_error);
    gd_put_failed_cells(begin(), &added, geodist_string("not found"));
    assert_string_equal(written(), ";;;");
    gd_free_header(&header);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup(name, clear_options)
    const struct CMUnitTest tests[] = {
        TEST(adds_the_distance_of_a_journey),
        TEST(adds_the_label_and_the_point_of_one_place),
        TEST(adds_the_distance_of_one_place_to_another),
        TEST(names_the_distance_by_its_unit),
        TEST(names_cells_of_a_place_by_its_first_column),
        TEST(takes_names_that_are_given),
        TEST(puts_names_with_a_delimiter_in_quotes),
        TEST(makes_names_of_columns_of_any_length),
        TEST(refuses_a_name_that_the_table_has),
        TEST(adds_no_names_to_a_table_without_a_header),
        TEST(refuses_a_distance_of_one_place),
        TEST(adds_the_fields_in_their_order),
        TEST(adds_the_bearing),
        TEST(quotes_text_with_the_delimiter),
        TEST(puts_the_place_of_a_pair_with_its_first_column),
        TEST(leaves_out_the_place_to_which_it_is_measured),
        TEST(leaves_the_cells_of_a_failure_empty),
    };
    return cmocka_run_group_tests_name("added_cells", tests, NULL, NULL);
}
