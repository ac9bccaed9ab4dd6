#include <stdlib.h>
#include <string.h>

#include "coordinates/geo_uri.h"
#include "check.h"
#include "pairs.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct {
    bool open;
    size_t offset, length; /* of the pair, or of the bytes at fault */
} outcome;

/* Reads a copy of exactly its size, so that a sanitizer sees a byte read too far. */
static outcome open_copy(const char *bytes, size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    geodist_text uri = {copy, length}, found_pair = {NULL, 0}, fault = {NULL, 0};
    outcome o = {.open = gd_is_geo_uri(uri) && gd_open_geo_uri(uri, &found_pair, &fault)};
    if (gd_is_geo_uri(uri)) {
        geodist_text found = o.open ? found_pair : fault;
        o.offset = (size_t)(found.bytes - copy);
        o.length = found.length;
        assert_true(o.offset <= length && o.length > 0 && o.length <= length - o.offset);
    }
    free(copy);
    return o;
}

static void knows_the_scheme_in_any_case(void **state)
{
    (void)state;
    static const char *const uris[] = {"geo:", "GEO:1", "gEo:x"};
    static const char *const others[] = {"", "geo", "geo 1,2", "eo:1,2", "ge\xC3\xB6:", "(geo:1,2)"};
    for (size_t i = 0; i < COUNT(uris); i++)
        assert_true(gd_is_geo_uri(geodist_string(uris[i])));
    for (size_t i = 0; i < COUNT(others); i++)
        assert_false(gd_is_geo_uri(geodist_string(others[i])));
}

/* The examples of RFC 5870 (sections 6.1, 6.2, 6.3, 9.4) and what goes beyond them. */
static void finds_the_pair(void **state)
{
    (void)state;
    static const struct {
        const char *uri, *pair;
    } cases[] = {
        {"geo:13.4125,103.8667", "13.4125,103.8667"},
        {"geo:48.2010,16.3695,183", "48.2010,16.3695"},
        {"geo:48.198634,16.371648;crs=wgs84;u=40", "48.198634,16.371648"},
        {"geo:90,-22.43;crs=WGS84", "90,-22.43"},
        {"geo:66,30;u=6.500;FOo=this%2dthat", "66,30"},
        {"geo:66.0,30;u=6.5;foo=this-that", "66.0,30"},
        {"geo:70,20;foo=1.00;bar=white", "70,20"},
        {"geo:47,11;foo=blue;bar=white", "47,11"},
        {"geo:22,0;bar=Blue;foo=1.00;u=3;crs=wgs84", "22,0"}, /* in any order */
        {"geo:-.5,-5.", "-.5,-5."},                           /* numbers as elsewhere */
        {"geo:1,2,-3;flag", "1,2"},
        {"geo:999,-999", "999,-999"},                         /* ranges are not checked here */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        outcome o = open_copy(cases[i].uri, strlen(cases[i].uri));
        assert_true(o.open);
        assert_int_equal(o.offset, 4);
        assert_int_equal(o.length, strlen(cases[i].pair));
        assert_memory_equal(cases[i].uri + o.offset, cases[i].pair, o.length);
    }
}

static void names_the_bytes_at_fault(void **state)
{
    (void)state;
    static const struct {
        const char *uri;
        size_t offset;
        const char *fault;
    } cases[] = {
        {"geo:", 0, "geo:"}, {"geo:1", 0, "geo:1"}, {"geo:,2", 0, "geo:,2"},
        {"geo:1,2,", 0, "geo:1,2,"}, {"geo:1,2,3,4", 9, ","}, {"geo:1,-", 6, "-"},
        {"geo:1e0,2", 5, "e"}, {"geo:1,2;crs=mars", 12, "mars"}, {"geo:1,2;u=-", 10, "-"},
        {"geo:1,2;;u=3", 0, "geo:1,2;;u=3"}, {"geo:1,2;a_b=3", 9, "_"}, {"geo:1,2;a=b=c", 11, "="},
        {"geo:1,2;a=", 8, "a="}, {"geo:1,2 ", 7, " "}, {"geo:1,2;a=\xC3\xA9", 10, "\xC3\xA9"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        outcome o = open_copy(cases[i].uri, strlen(cases[i].uri));
        assert_false(o.open);
        assert_int_equal(o.offset, cases[i].offset);
        assert_int_equal(o.length, strlen(cases[i].fault));
        assert_memory_equal(cases[i].uri + o.offset, cases[i].fault, o.length);
    }
}

static void survives_random_uris(void **state)
{
    (void)state;
    static const char bytes[] = "0123456789.,;=-:%+ acrsuwgs84\xC3\xA9";
    uint64_t seed = 1;
    size_t open = 0;
    for (int i = 0; i < 300000; i++) {
        char uri[40] = "geo:1,2;u=3";
        size_t fixed = 4 + random_bits(&seed) % 8, length = fixed + random_bits(&seed) % 20;
        for (size_t at = fixed; at < length; at++)
            uri[at] = bytes[random_bits(&seed) % (sizeof bytes - 1)];
        open += open_copy(uri, length).open;
    }
    assert_true(open > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_the_scheme_in_any_case),
        cmocka_unit_test(finds_the_pair),
        cmocka_unit_test(names_the_bytes_at_fault),
        cmocka_unit_test(survives_random_uris),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
