#include "output/escape.h"
#include "output/label.h"
#include "output/format_number.h"
#include "output/report.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static sink out;

static void begin(void)
{
    out.length = 0;
    out.allowance = sizeof out.bytes - 1; /* so that nothing is ever written */
}

static const char *put_so_far(void)
{
    out.bytes[out.length] = '\0';
    return out.bytes;
}

static geodist_text shown(geodist_text text)
{
    begin();
    cli_put_shown(&out, text);
    return (geodist_text){out.bytes, out.length};
}

/* ---- Escapes ------------------------------------------------------------------------- */

static size_t encode(uint32_t code, char bytes[4])
{
    if (code < 0x80)
        return bytes[0] = (char)code, 1;
    size_t length = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (size_t i = length; --i > 0; code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3F));
    bytes[0] = (char)((0xF00u >> length & 0xFF) | code);
    return length;
}

/* The byte ranges of RFC 3629, 4, and not the arithmetic of the code under test. */
static size_t well_formed(const unsigned char *b)
{
#define IN(i, low, high) (b[i] >= (low) && b[i] <= (high))
    if (b[0] < 0x80)
        return 1;
    if (IN(0, 0xC2, 0xDF) && IN(1, 0x80, 0xBF))
        return 2;
    if ((b[0] == 0xE0 && IN(1, 0xA0, 0xBF) && IN(2, 0x80, 0xBF)) ||
        (b[0] == 0xED && IN(1, 0x80, 0x9F) && IN(2, 0x80, 0xBF)) ||
        ((IN(0, 0xE1, 0xEC) || IN(0, 0xEE, 0xEF)) && IN(1, 0x80, 0xBF) && IN(2, 0x80, 0xBF)))
        return 3;
    bool tail = IN(0, 0xF0, 0xF4) && IN(1, 0x80, 0xBF) && IN(2, 0x80, 0xBF) && IN(3, 0x80, 0xBF);
    bool front = (b[0] != 0xF0 || b[1] >= 0x90) && (b[0] != 0xF4 || b[1] <= 0x8F);
    return tail && front ? 4 : 0;
#undef IN
}

static bool is_harmful(uint32_t code)
{
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x61C ||
           (code >= 0x200B && code <= 0x200F) || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || (code >= 0xE000 && code <= 0xF8FF) ||
           code == 0xFEFF || (code >= 0xFFF0 && code <= 0xFFFB) ||
           (code >= 0xFDD0 && code <= 0xFDEF) || (code & 0xFFFE) == 0xFFFE || code >= 0xE0000;
}

static uint32_t decode(const unsigned char *bytes, size_t length)
{
    uint32_t code = length == 1 ? bytes[0] : bytes[0] & (0x7Fu >> length);
    for (size_t i = 1; i < length; i++)
        code = code << 6 | (bytes[i] & 0x3F);
    return code;
}

/* Nothing cmocka counts in the loops below: it would take most of the time. */
static bool is_safe(geodist_text text)
{
    const unsigned char *at = (const unsigned char *)text.bytes, *end = at + text.length;
    while (at < end) {
        size_t length = well_formed(at); /* reads the NUL behind the text at most */
        if (length == 0 || is_harmful(decode(at, length)))
            return false;
        at += length;
    }
    return true;
}

/* Takes the escapes back. */
static size_t unescape(geodist_text text, char *bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < text.length; i++) {
        char *end = NULL;
        if (text.bytes[i] != '\\') {
            bytes[count++] = text.bytes[i];
        } else if (text.bytes[++i] == '\\') {
            bytes[count++] = '\\';
        } else if (text.bytes[i] == 'x') {
            const char digits[] = {text.bytes[i + 1], text.bytes[i + 2], '\0'};
            bytes[count++] = (char)strtoul(digits, NULL, 16);
            i += 2;
        } else {
            count += encode((uint32_t)strtoul(text.bytes + i + 2, &end, 16), bytes + count);
            i = (size_t)(end - text.bytes);
        }
    }
    return count;
}

static bool shows_well(const char *bytes, size_t length)
{
    char back[64];
    geodist_text text = {bytes, length}, result = shown(text);
    put_so_far();
    bool unchanged = cli_same_text(result, text);
    return is_safe(result) && result.length <= 10 * length &&
           cli_same_text((geodist_text){back, unescape(result, back)}, text) &&
           cli_is_plain(text) == unchanged;
}

static void shows_any_bytes_safely_and_so_that_they_can_be_told(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 3; length++) {
        for (uint32_t bits = 0; bits < 1u << 8 * length; bits++) {
            const char bytes[] = {(char)(bits & 0xFF), (char)(bits >> 8 & 0xFF),
                                  (char)(bits >> 16)};
            if (!shows_well(bytes, length))
                fail_msg("bytes %06X", (unsigned)bits);
        }
    }
}

static void shows_four_bytes_safely_and_so_that_they_can_be_told(void **state)
{
    (void)state;
    for (uint32_t bits = 0; bits < 1u << 16; bits++) { /* those that begin with F0 to FF */
        const char bytes[] = {(char)(0xF0 | (bits & 0x0F)), (char)(bits >> 4 & 0xFF),
                              (char)(0x70 + (bits >> 12 & 3) * 0x10),
                              (char)(0x70 + (bits >> 14) * 0x10)};
        if (!shows_well(bytes, sizeof bytes))
            fail_msg("bits %04X", (unsigned)bits);
    }
}

static void shows_any_character_safely_and_so_that_it_can_be_told(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < 0x110000; code++) {
        char bytes[4];
        if (!shows_well(bytes, encode(code, bytes))) /* surrogates are three bad bytes */
            fail_msg("U+%04X", (unsigned)code);
    }
}

static void shows_what_people_write_as_it_is(void **state)
{
    (void)state;
    static const char *const names[] = {"nairobi", "El Paso, TX", "são-paulo", "東京", "Москва",
                                        "القاهرة", "Nukuʻalofa", "31°45'31\"N", "'s"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(cli_is_plain(geodist_string(names[i])));
}

static void cuts_long_text_at_a_character(void **state)
{
    (void)state;
    static const char *const pieces[] = {"a", "é", "東", "😀", "\n", "\xFF", "\\", "\xE2\x80\xAE"};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        char text[2000];
        size_t size = strlen(pieces[i]), length = 0;
        for (; length + size <= sizeof text; length += size)
            memcpy(text + length, pieces[i], size);
        geodist_text result = shown((geodist_text){text, length});
        put_so_far();
        assert_true(is_safe(result));
        assert_true(result.length > CLI_SHOWN_BYTES - 8 && result.length <= CLI_SHOWN_BYTES + 3);
        assert_string_equal(result.bytes + result.length - 3, "…");
        assert_false(cli_is_plain((geodist_text){text, length}));
    }
}

static void shows_two_hundred_bytes_whole(void **state)
{
    (void)state;
    char text[CLI_SHOWN_BYTES];
    memset(text, 'a', sizeof text);
    assert_int_equal(shown((geodist_text){text, sizeof text}).length, sizeof text);
    assert_true(cli_is_plain((geodist_text){text, sizeof text}));
}

static void writes_json_strings_of_any_bytes(void **state)
{
    (void)state;
    for (uint32_t bits = 0; bits < 1u << 16; bits++) {
        const char bytes[] = {(char)(bits & 0xFF), (char)(bits >> 8)};
        begin();
        cli_put_json_string(&out, (geodist_text){bytes, sizeof bytes});
        const char *json = put_so_far();
        assert_true(json[0] == '"' && json[out.length - 1] == '"');
        bool safe = is_safe((geodist_text){json, out.length});
        for (size_t i = 1; i + 1 < out.length; i++) {
            safe = safe && json[i] != '"';
            i += json[i] == '\\';
        }
        if (!safe)
            fail_msg("bytes %04X give %s", (unsigned)bits, json);
    }
}

static void writes_json_strings_as_rfc_8259_has_them(void **state)
{
    (void)state;
    static const struct {
        const char *text, *json;
    } cases[] = {
        {"", "\"\""},
        {"São Paulo", "\"São Paulo\""},
        {"a\"b\\c/d", "\"a\\\"b\\\\c/d\""},
        {"\t\x7F", "\"\\u0009\\u007f\""},
        {"\xE2\x80\xA8", "\"\\u2028\""},
        {"\xF3\xA0\x80\x81", "\"\\udb40\\udc01\""}, /* U+E0001 */
        {"\xC3(", "\"\xEF\xBF\xBD(\""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        begin();
        cli_put_json_string(&out, geodist_string(cases[i].text));
        assert_string_equal(put_so_far(), cases[i].json);
    }
}

/* ---- Allowance ----------------------------------------------------------------------- */

static void drops_what_is_beyond_the_allowance(void **state)
{
    (void)state;
    static sink small;
    cli_open_sink(&small, -1, 10);
    cli_put(&small, "nairobi");
    cli_put(&small, ", kenya");
    cli_put(&small, "!");
    assert_int_equal(small.length, 7);
    assert_memory_equal(small.bytes, "nairobi", 7);
    assert_int_equal(small.failure, 0);
}

/* ---- Numbers ------------------------------------------------------------------------- */

static const char *fixed(double value, int decimals)
{
    begin();
    cli_put_fixed(&out, value, decimals);
    return put_so_far();
}

static const char *shortest(double value)
{
    begin();
    cli_put_shortest(&out, value);
    return put_so_far();
}

static void writes_fixed_decimals(void **state)
{
    (void)state;
    assert_string_equal(fixed(14888.798459021623, 3), "14888.798");
    assert_string_equal(fixed(0, 6), "0.000000");
    assert_string_equal(fixed(1e22, 0), "10000000000000000000000");
    assert_string_equal(fixed(0.5, 15), "0.500000000000000");
}

static void rounds_as_the_c_library_does(void **state)
{
    (void)state;
    srand(20261120);
    for (int round = 0; round < 400000; round++) {
        double part = rand() / (double)RAND_MAX, value;
        switch (round % 5) {
        case 0: value = part * 20016; break;              /* kilometres */
        case 1: value = rand() % 20000000 / 1e3 + 5e-4; break;
        case 2: value = rand() % 1000 / 16.0; break;      /* half way, exactly */
        case 3: value = part * 1e-3; break;
        default: value = ldexp(part, rand() % 120 - 60); break;
        }
        int decimals = rand() % 16;
        char expected[400];
        snprintf(expected, sizeof expected, "%.*f", decimals, value);
        begin();
        cli_put_fixed(&out, value, decimals);
        assert_string_equal(put_so_far(), expected);
    }
}

static void never_writes_minus_zero(void **state)
{
    (void)state;
    assert_string_equal(fixed(-0.0, 1), "0.0");
    assert_string_equal(fixed(-0.04, 1), "0.0");
    assert_string_equal(fixed(-0.4, 0), "0");
    assert_string_equal(fixed(-0.06, 1), "-0.1");
    assert_string_equal(shortest(-0.0), "0");
    assert_string_equal(shortest(-1e-300), "0");
}

static void writes_the_shortest_decimal_that_reads_back(void **state)
{
    (void)state;
    assert_string_equal(shortest(36.81667), "36.81667");
    assert_string_equal(shortest(-180), "-180");
    assert_string_equal(shortest(100), "100");
    assert_string_equal(shortest(0.1 + 0.2), "0.30000000000000004");
    for (int i = -64800; i <= 64800; i++) {
        double value = i / 360.0 + i * 1e-9; /* nearly all have no short decimal */
        const char *digits = shortest(value);
        const char *point = strchr(digits, '.');
        assert_true(strtod(digits, NULL) == value);
        assert_null(strpbrk(digits, "eE"));
        if (point) {
            char shorter[64];
            snprintf(shorter, sizeof shorter, "%.*f", (int)strlen(point) - 2, value);
            assert_true(strtod(shorter, NULL) != value);
        }
    }
}

/* ---- Labels -------------------------------------------------------------------------- */

static const char *label(const geodist_place *place)
{
    begin();
    cli_put_label(&out, place);
    return put_so_far();
}

static geodist_place city(const char *name, const char *region, const char *country)
{
    return (geodist_place){.name = geodist_string(name),
                           .region = geodist_string(region),
                           .country = geodist_string(country)};
}

static void names_a_city_with_region_and_country(void **state)
{
    (void)state;
    geodist_place place = city("El Paso", "Texas", "United States");
    assert_string_equal(label(&place), "El Paso, Texas, United States");
}

static void leaves_out_a_region_that_tells_nothing(void **state)
{
    (void)state;
    geodist_place place = city("Singapore", "", "Singapore");
    assert_string_equal(label(&place), "Singapore, Singapore");
    place = city("Nairobi", "Nairobi County", "Kenya");
    place.region_repeats = true;
    assert_string_equal(label(&place), "Nairobi, Kenya");
}

static void leaves_out_a_shared_country_only_if_a_region_is_shown(void **state)
{
    (void)state;
    geodist_place missouri = city("Springfield", "Missouri", "United States");
    geodist_place bare = city("Springfield", "", "United States");
    geodist_place paris = city("Paris", "Texas", "United States");
    geodist_place france = city("Paris", "", "France");
    begin();
    cli_put_label_beside(&out, &paris, &missouri);
    cli_put(&out, "; ");
    cli_put_label_beside(&out, &bare, &missouri);
    cli_put(&out, "; ");
    cli_put_label_beside(&out, &paris, &france);
    assert_string_equal(put_so_far(),
                        "Paris, Texas; Springfield, United States; Paris, Texas, United States");
}

static void writes_a_coordinate_that_is_found_again(void **state)
{
    (void)state;
    for (int i = -720; i <= 720; i++) {
        geodist_place place = {.point = {i / 8.1, i / 4.3}, .city = GEODIST_NO_ROW}, again;
        assert_int_equal(geodist_find(geodist_string(label(&place)), &again, NULL), GEODIST_OK);
        assert_true(again.point.lat == place.point.lat && again.point.lon == place.point.lon);
    }
}

static void shows_every_city_of_the_table_as_it_is(void **state)
{
    (void)state;
    geodist_place place;
    for (uint32_t row = 0; geodist_place_at(row, &place); row++)
        if (!cli_is_plain(place.name) || !cli_is_plain(place.region) ||
            !cli_is_plain(place.country))
            fail_msg("row %u: %s", (unsigned)row, label(&place));
}

/* ---- Reports ------------------------------------------------------------------------- */

static const char *report_of(const options *chosen, size_t count)
{
    stop stops[] = {
        {.place = {.point = {0, 0}, .city = GEODIST_NO_ROW}},
        {.place = {.point = {0, 90}, .city = GEODIST_NO_ROW}},
        {.place = {.point = {90, 0}, .city = GEODIST_NO_ROW}},
    };
    begin();
    journey travelled = {.stops = stops, .count = count};
    travelled.total = cli_total(chosen, &travelled);
    cli_put_report(&out, chosen, &travelled);
    return put_so_far();
}

static void reports_in_the_unit_and_precision_asked_for(void **state)
{
    (void)state;
    options chosen = {.unit = cli_units, .format = cli_formats, .precision = -1, .waypoints = -1, .on = {cli_models, 1e6, false}};
    assert_string_equal(report_of(&chosen, 2), "0,0 to 0,90: 1570.8 km\n");
    assert_string_equal(report_of(&chosen, 3), "0,0 to 0,90: 1570.8 km\n"
                                               "0,90 to 90,0: 1570.8 km\n"
                                               "total: 3141.6 km\n");
    chosen.unit = cli_units + 3;
    assert_string_equal(report_of(&chosen, 2), "0,0 to 0,90: 1570796 m\n");
    chosen.precision = 2;
    chosen.quiet = true;
    assert_string_equal(report_of(&chosen, 3), "3141592.65\n");
}

static void reports_millimetres_to_programs(void **state)
{
    (void)state;
    options chosen = {.unit = cli_units, .format = cli_formats + 3, .precision = -1, .waypoints = -1, .on = {cli_models, 1e6, false}};
    assert_non_null(strstr(report_of(&chosen, 2), "\"distance\":1570.796327,\"unit\":\"km\""));
    chosen.unit = cli_units + 4;
    assert_non_null(strstr(report_of(&chosen, 2), "\"distance\":5153531.256,\"unit\":\"ft\""));
    chosen.quiet = true;
    assert_string_equal(report_of(&chosen, 2), "5153531.256\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_any_bytes_safely_and_so_that_they_can_be_told),
        cmocka_unit_test(shows_four_bytes_safely_and_so_that_they_can_be_told),
        cmocka_unit_test(shows_any_character_safely_and_so_that_it_can_be_told),
        cmocka_unit_test(shows_what_people_write_as_it_is),
        cmocka_unit_test(cuts_long_text_at_a_character),
        cmocka_unit_test(shows_two_hundred_bytes_whole),
        cmocka_unit_test(writes_json_strings_of_any_bytes),
        cmocka_unit_test(writes_json_strings_as_rfc_8259_has_them),
        cmocka_unit_test(drops_what_is_beyond_the_allowance),
        cmocka_unit_test(writes_fixed_decimals),
        cmocka_unit_test(rounds_as_the_c_library_does),
        cmocka_unit_test(never_writes_minus_zero),
        cmocka_unit_test(writes_the_shortest_decimal_that_reads_back),
        cmocka_unit_test(names_a_city_with_region_and_country),
        cmocka_unit_test(leaves_out_a_region_that_tells_nothing),
        cmocka_unit_test(leaves_out_a_shared_country_only_if_a_region_is_shown),
        cmocka_unit_test(writes_a_coordinate_that_is_found_again),
        cmocka_unit_test(shows_every_city_of_the_table_as_it_is),
        cmocka_unit_test(reports_in_the_unit_and_precision_asked_for),
        cmocka_unit_test(reports_millimetres_to_programs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
