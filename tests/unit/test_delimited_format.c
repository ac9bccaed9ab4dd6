#include "output/put_label.h"

#include "check.h"
#include "answers.h"
#include "pairs.h"
#include "written.h"

static const int dialects[] = {FORMAT_TSV, FORMAT_CSV};

enum { FIELDS_MAX = 20, FIELD_SIZE = GEODIST_LABEL_SIZE };

/* The fields of one row, read as RFC 4180 has it; TSV has no quotes. */
typedef struct {
    size_t count;
    char fields[FIELDS_MAX][FIELD_SIZE];
} row;

static row found;

static const char *read_field(const char *at, char delimiter, char *to)
{
    bool quoted = delimiter == ',' && *at == '"';
    at += quoted;
    while (quoted ? *at != '"' || *++at == '"' : *at && *at != delimiter)
        *to++ = *at++;
    *to = '\0';
    return at;
}

/* Reads back what was written, and requires that it is one row without an ending. */
static const row *read_row(int format_asked)
{
    char delimiter = format_asked == FORMAT_CSV ? ',' : '\t';
    const char *at = written();
    assert_null(strpbrk(at, "\r\n"));
    found.count = 0;
    for (;; at++) {
        assert_true(found.count < FIELDS_MAX);
        at = read_field(at, delimiter, found.fields[found.count++]);
        if (!*at)
            return &found;
        assert_int_equal(*at, delimiter);
    }
}

static double number(const row *of, size_t i)
{
    char *end;
    double value = strtod(of->fields[i], &end);
    assert_true(*of->fields[i] && !*end);
    return value;
}

static void assert_text(const row *of, size_t i, geodist_text expected)
{
    assert_int_equal(strlen(of->fields[i]), expected.length);
    assert_memory_equal(of->fields[i], expected.bytes, expected.length);
}

static void assert_label(const row *of, size_t i, const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE];
    geodist_label(place, label, sizeof label);
    assert_string_equal(of->fields[i], label);
}

static void has_the_places_and_the_total_of_a_journey(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int round = 0; round < 2000; round++) {
        options asked = default_options(dialects[round % 2]);
        asked.unit = round % 5;
        geodist_point points[STOPS_MAX];
        size_t count = 2 + (size_t)(random_bits(&seed) % (STOPS_MAX - 1));
        for (size_t i = 0; i < count; i++)
            points[i] = random_point(&seed);
        route answer = route_over(&asked, points, count);
        for (size_t i = 0; i < count; i++)
            if (random_bits(&seed) % 2)
                geodist_place_at((uint32_t)(random_bits(&seed) % 200000), &answer.stops[i].place);
        answer.total = gd_measure_route(&answer, gd_earth(&asked), gd_unit(&asked)->metres);
        gd_delimited_format.put_route(begin(), &asked, &answer);
        const row *fields = read_row(asked.format);
        assert_int_equal(fields->count, count + 1);
        for (size_t i = 0; i < count; i++)
            assert_label(fields, i, &answer.stops[i].place);
        assert_within(number(fields, count) * gd_unit(&asked)->metres, answer.total * gd_unit(&asked)->metres,
                      0.001);
    }
}

/* A line without an answer has as many fields as it would have had, all of them empty. */
static void has_rows_of_one_shape(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2; i++)
        for (size_t places = 0; places < 10; places++) {
            options asked = default_options(dialects[i]);
            failed_line line = {.number = 3, .text = geodist_string("a,\"b\tc"), .places = places};
            gd_delimited_format.put_failed_line(begin(), &asked, &line);
            const row *fields = read_row(asked.format);
            assert_int_equal(fields->count, (places > 2 ? places : 2) + 1);
            for (size_t j = 0; j < fields->count; j++)
                assert_string_equal(fields->fields[j], "");
            gd_delimited_format.put_empty_line(begin(), &asked, ROW_JOURNEY);
            assert_int_equal(read_row(asked.format)->count, 3);
        }
}

/* No name of the table has a TAB, which TSV could not hold. */
static void has_all_of_every_city_of_the_table(void **state)
{
    (void)state;
    geodist_neighbour near = {.metres = 12345.678, .bearing = 359.5};
    for (uint32_t i = 0; geodist_place_at(i, &near.place); i += 7) {
        const geodist_place *city = &near.place;
        options asked = default_options(dialects[i % 2]);
        bool is_near = i % 3;
        gd_delimited_format.put_city(begin(), &asked, city, is_near ? &near : NULL, 0);
        const row *fields = read_row(asked.format);
        assert_int_equal(fields->count, is_near ? 13 : 11);
        assert_text(fields, 0, city->name);
        assert_text(fields, 1, city->region);
        assert_text(fields, 2, city->country);
        assert_text(fields, 3, city->country_code);
        assert_same(number(fields, 4), city->point.lat);
        assert_same(number(fields, 5), city->point.lon);
        assert_same(number(fields, 6), city->population);
        if (is_near) {
            assert_same(number(fields, 7), 12.345678);
            assert_same(number(fields, 8), 359.5);
        }
        const char(*last)[FIELD_SIZE] = fields->fields + fields->count - 4;
        assert_string_equal(last[0], gd_kind_name(city->kind));
        assert_string_equal(last[1], city->iata);
        assert_string_equal(last[2], city->icao);
        assert_same(number(fields, fields->count - 1), city->geonames_id);
    }
}

static void ends_a_row_with_kind_and_codes(void **state)
{
    (void)state;
    geodist_place airport = {.name = geodist_string("Heathrow"), .kind = GEODIST_AIRPORT,
                             .iata = "LHR", .icao = "EGLL"};
    options asked = default_options(FORMAT_TSV);
    gd_delimited_format.put_city(begin(), &asked, &airport, NULL, 0);
    assert_string_equal(written(), "Heathrow\t\t\t\t0\t0\t0\tairport\tLHR\tEGLL\t0");
    airport.kind = GEODIST_CITY;
    airport.iata[0] = '\0';
    gd_delimited_format.put_city(begin(), &asked, &airport, NULL, 0);
    assert_string_equal(written(), "Heathrow\t\t\t\t0\t0\t0\tcity\t\tEGLL\t0");
}

static void doubles_quotes_in_csv(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_CSV);
    geodist_place city = {.name = geodist_string("\"A\", B"),
                          .region = geodist_string("\""),
                          .country = geodist_string("C"),
                          .country_code = geodist_string("CC"),
                          .kind = GEODIST_CITY};
    gd_delimited_format.put_city(begin(), &asked, &city, NULL, 0);
    assert_string_equal(written(), "\"\"\"A\"\", B\",\"\"\"\",\"C\",CC,0,0,0,city,,,0");
    assert_string_equal(read_row(FORMAT_CSV)->fields[0], "\"A\", B");
}

static void has_all_of_a_destination(void **state)
{
    (void)state;
    uint64_t seed = 4;
    for (int round = 0; round < 500; round++) {
        options asked = default_options(dialects[round % 2]);
        asked.unit = round % 5;
        destination reached = {.metres = random_between(&seed, 0, 1e7)};
        geodist_place_at((uint32_t)(random_bits(&seed) % 200000), &reached.from);
        reached.bearings.initial = random_between(&seed, 0, 360);
        reached.point = geodist_destination(geodist_sphere, reached.from.point, reached.bearings.initial,
                                            reached.metres, &reached.bearings.final);
        gd_delimited_format.put_destination(begin(), &asked, &reached);
        const row *fields = read_row(asked.format);
        assert_int_equal(fields->count, 6);
        assert_label(fields, 0, &reached.from);
        assert_within(number(fields, 1), reached.bearings.initial, 5.1e-9);
        assert_within(number(fields, 2) * gd_unit(&asked)->metres, reached.metres, 0.001);
        assert_within(number(fields, 3), reached.point.lat, 5.1e-9);
        assert_within(number(fields, 4), reached.point.lon, 5.1e-9);
        assert_within(number(fields, 5), reached.bearings.final, 5.1e-9);
    }
}

/* ---- Fields and headers ---------------------------------------------------------------------- */

static options asked_for(int format_asked, const char *list)
{
    options asked = default_options(format_asked);
    assert_true(gd_parse_field_list(&asked.fields, "--fields", list, gd_unit(&asked), begin()));
    return asked;
}

static const char *header(const options *asked, row_kind kind, size_t places)
{
    gd_delimited_format.put_header(begin(), asked, kind, places);
    return written();
}

static void has_the_fields_that_are_asked_for(void **state)
{
    (void)state;
    options asked = asked_for(FORMAT_TSV, "distance,lat,error,bearing,lat");
    route answer = ROUTE(&asked, "0,0", "1,0", "2,0");
    gd_delimited_format.put_route(begin(), &asked, &answer);
    assert_string_equal(written(), "222.390160\t0\t1\t2\t\t0.00000000\t0\t1\t2");
    asked = asked_for(FORMAT_CSV, "name,rivals,country_code");
    geodist_place place = place_named("paris");
    gd_delimited_format.put_located(begin(), &asked, &place);
    assert_string_equal(written(), "\"Paris\",0,FR");
    geodist_neighbour near = {.place = place, .metres = 1500, .bearing = 90};
    asked = asked_for(FORMAT_CSV, "bearing,distance,kind");
    gd_delimited_format.put_city(begin(), &asked, &place, &near, 0);
    assert_string_equal(written(), "90.00000000,1.500000,city");
}

static void names_the_places_of_a_journey(void **state)
{
    (void)state;
    options asked = default_options(FORMAT_CSV);
    assert_string_equal(header(&asked, ROW_JOURNEY, 2), "from_label,to_label,distance_km\n");
    assert_string_equal(header(&asked, ROW_JOURNEY, 0), "from_label,to_label,distance_km\n");
    assert_string_equal(header(&asked, ROW_JOURNEY, 4),
                        "from_label,via1_label,via2_label,to_label,distance_km\n");
    asked = asked_for(FORMAT_TSV, "error=why,lat,distance=far,lat=y");
    asked.unit = 1;
    assert_string_equal(header(&asked, ROW_JOURNEY, 3),
                        "why\tfrom_lat\tvia1_lat\tto_lat\tfar\tfrom_y\tvia1_y\tto_y\n");
    assert_string_equal(header(&asked, ROW_LOCATED, 1), "why\tlat\tfar\ty\n");
}

/* For every kind the header has as many cells as a row, with fields and without. */
static void has_a_header_of_the_shape_of_the_rows(void **state)
{
    (void)state;
    geodist_place place = place_named("paris");
    geodist_neighbour near = {.place = place};
    for (int i = 0; i < 4; i++) {
        options asked = i < 2 ? default_options(dialects[i])
                              : asked_for(dialects[i - 2], "label,error,distance,lat,bearing,kind");
        for (row_kind kind = ROW_JOURNEY; kind <= ROW_DESTINATION; kind++) {
            header(&asked, kind, 3);
            assert_int_equal(written_bytes[--written_out.length], '\n');
            size_t cells = read_row(asked.format)->count;
            route answer = ROUTE(&asked, "0,0", "1,0", "2,0");
            destination reached = {.from = place};
            begin();
            switch (kind) {
            case ROW_JOURNEY:
                gd_delimited_format.put_route(&written_out, &asked, &answer);
                break;
            case ROW_LOCATED:
                gd_delimited_format.put_located(&written_out, &asked, &place);
                break;
            case ROW_NEAR:
                gd_delimited_format.put_city(&written_out, &asked, &place, &near, 0);
                break;
            case ROW_PLACE:
                gd_delimited_format.put_city(&written_out, &asked, &place, NULL, 0);
                break;
            case ROW_DESTINATION:
                gd_delimited_format.put_destination(&written_out, &asked, &reached);
                break;
            }
            assert_int_equal(read_row(asked.format)->count, cells);
            if (kind == ROW_DESTINATION)
                continue;
            gd_delimited_format.put_failed_line(begin(), &asked,
                                                &(failed_line){.places = 3, .kind = kind});
            assert_int_equal(read_row(asked.format)->count, cells);
            for (size_t j = 0; j < cells; j++)
                assert_string_equal(found.fields[j], "");
        }
    }
}

static void has_the_reason_in_the_cell_of_the_error(void **state)
{
    (void)state;
    options asked = asked_for(FORMAT_CSV, "label,error,distance");
    failed_line line = {.number = 3, .reason = geodist_string("no \"x\", sorry"), .places = 3};
    gd_delimited_format.put_failed_line(begin(), &asked, &line);
    assert_string_equal(written(), ",,,\"no \"\"x\"\", sorry\",");
    gd_delimited_format.put_empty_line(begin(), &asked, ROW_JOURNEY);
    assert_string_equal(written(), ",,,");
    gd_delimited_format.put_empty_line(begin(), &asked, ROW_LOCATED);
    assert_string_equal(written(), ",,");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_the_places_and_the_total_of_a_journey),
        cmocka_unit_test(has_rows_of_one_shape),
        cmocka_unit_test(has_all_of_every_city_of_the_table),
        cmocka_unit_test(ends_a_row_with_kind_and_codes),
        cmocka_unit_test(doubles_quotes_in_csv),
        cmocka_unit_test(has_all_of_a_destination),
        cmocka_unit_test(has_the_fields_that_are_asked_for),
        cmocka_unit_test(names_the_places_of_a_journey),
        cmocka_unit_test(has_a_header_of_the_shape_of_the_rows),
        cmocka_unit_test(has_the_reason_in_the_cell_of_the_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
