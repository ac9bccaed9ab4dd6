#include "table/table.h"

#include "texts.h"

static void has_as_many_places_as_was_promised(void **state)
{
    geodist_table table = geodist_table_info();
    (void)state;
    assert_in_range(table.places, 225000, GD_ROWS_MAX);
    assert_in_range(table.keys, 600000, UINT32_MAX);
    assert_in_range(table.ambiguous_keys, 40000, table.keys);
    assert_in_range(table.countries, 240, 260);
    assert_in_range(table.regions, 3500, 8192);
    assert_in_range(table.bytes, 1, 17000000);
    assert_int_equal(table.bytes, gd_table_end - gd_table);
    print_message("%u places, %u keys, %u ambiguous, %u bytes\n", table.places, table.keys,
                  table.ambiguous_keys, table.bytes);
}

static void says_where_it_comes_from(void **state)
{
    geodist_table table = geodist_table_info();
    (void)state;
    assert_int_equal(strlen(table.edition.bytes), 10);
    assert_int_equal(table.edition.length, 10);
    assert_int_equal(table.edition.bytes[4], '-');
    assert_int_equal(strlen(table.credit.bytes), table.credit.length);
    assert_non_null(strstr(table.credit.bytes, "GeoNames"));
    assert_non_null(strstr(table.credit.bytes, "https://creativecommons.org/licenses/by/4.0/"));
}

static void check_text(geodist_text text)
{
    assert_true((const unsigned char *)text.bytes >= gd_table);
    assert_true((const unsigned char *)text.bytes + text.length < gd_table_end);
    assert_int_equal(strlen(text.bytes), text.length);
}

static void ends_every_text_in_nul(void **state)
{
    geodist_place place;
    (void)state;
    for (uint32_t row = 0; geodist_place_at(row, &place); row++) {
        assert_int_equal(place.row, row);
        assert_int_not_equal(place.name.length, 0);
        assert_int_not_equal(place.country.length, 0);
        assert_int_equal(place.country_code.length, 2);
        check_text(place.name);
        check_text(place.region);
        check_text(place.country);
        check_text(place.country_code);
    }
    check_text(table_name(0));
}

/* The same name is stored once: equal texts have equal pointers. */
static int by_address(const void *left, const void *right)
{
    const geodist_text *a = left, *b = right;
    return (a->bytes > b->bytes) - (a->bytes < b->bytes);
}

static int by_bytes(const void *left, const void *right)
{
    const geodist_text *a = left, *b = right;
    return strcmp(a->bytes, b->bytes);
}

static size_t distinct(geodist_text *texts, size_t count, int compare(const void *, const void *))
{
    size_t different = 1;
    qsort(texts, count, sizeof *texts, compare);
    for (size_t i = 1; i < count; i++)
        different += compare(&texts[i - 1], &texts[i]) != 0;
    return different;
}

static void stores_each_name_once(void **state)
{
    size_t places = table_field(GD_FIELD_PLACES), areas = table_field(GD_FIELD_AREAS);
    geodist_text *texts = malloc((places + areas) * sizeof *texts);
    (void)state;
    assert_non_null(texts);
    for (uint32_t row = 0; row < places; row++)
        texts[row] = place_name(row);
    for (uint32_t row = 0; row < areas; row++)
        texts[places + row] = area_name(row);
    size_t count = distinct(texts, places + areas, by_bytes);
    assert_int_equal(distinct(texts, places + areas, by_address), count);
    print_message("%zu names\n", count);
    free(texts);
}

static int by_number(const void *left, const void *right)
{
    const uint32_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

/* tests/table_reference.py compares all of them with src/data/places.tsv. */
static void knows_places_by_their_geonames_ids(void **state)
{
    static const struct {
        const char *name;
        uint32_t id; /* as https://www.geonames.org/ shows it */
    } known[] = {{"nairobi", 184745},       {"el paso, tx", 5520993}, {"paris", 2988507},
                 {"london", 2643743},       {"tokyo", 1850147},       {"new york", 5128581},
                 {"sydney", 2147714},       {"sao paulo", 3448439}};
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        geodist_place place;
        assert_int_equal(geodist_find(geodist_string(known[i].name), &place, NULL), GEODIST_OK);
        assert_int_equal(place.geonames_id, known[i].id);
    }
    uint32_t places = table_field(GD_FIELD_CITIES), unknown = 0;
    uint32_t *ids = malloc(places * sizeof *ids);
    assert_non_null(ids);
    for (uint32_t row = 0; row < places; row++)
        ids[row] = load_u24(place_id(row));
    qsort(ids, places, sizeof *ids, by_number);
    while (ids[unknown] == 0)
        unknown++;
    for (uint32_t i = unknown + 1; i < places; i++)
        assert_true(ids[i - 1] < ids[i]);
    print_message("%u places have no id\n", unknown);
    assert_in_range(unknown, 1, places / 50);
    free(ids);
}

static void has_no_place_beyond_its_rows(void **state)
{
    geodist_place untouched = {.population = 12345};
    (void)state;
    assert_false(geodist_place_at(geodist_table_info().places, &untouched));
    assert_false(geodist_place_at(GEODIST_NO_ROW, &untouched));
    assert_int_equal(untouched.population, 12345);
}

static void passes_its_self_test(void **state)
{
    (void)state;
    assert_true(geodist_self_test());
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_as_many_places_as_was_promised),
        cmocka_unit_test(says_where_it_comes_from),
        cmocka_unit_test(ends_every_text_in_nul),
        cmocka_unit_test(stores_each_name_once),
        cmocka_unit_test(knows_places_by_their_geonames_ids),
        cmocka_unit_test(has_no_place_beyond_its_rows),
        cmocka_unit_test(passes_its_self_test),
    };
    return cmocka_run_group_tests_name("table", tests, NULL, NULL);
}
