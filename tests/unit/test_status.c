#include "texts.h"

#include <stdio.h>

static void describes_every_status_in_a_phrase_of_its_own(void **state)
{
    (void)state;
    for (int status = GEODIST_OK; status <= GEODIST_HEMISPHERES; status++) {
        const char *phrase = geodist_describe((geodist_status)status);
        assert_in_range(strlen(phrase), 1, 63);
        assert_true(phrase[0] >= 'a' && phrase[0] <= 'z');
        assert_int_not_equal(phrase[strlen(phrase) - 1], '.');
        for (int other = GEODIST_OK; other < status; other++)
            assert_string_not_equal(phrase, geodist_describe((geodist_status)other));
    }
}

static void describes_what_is_no_status(void **state)
{
    (void)state;
    assert_non_null(geodist_describe((geodist_status)(GEODIST_HEMISPHERES + 1)));
    assert_non_null(geodist_describe((geodist_status)-1));
    assert_non_null(geodist_describe((geodist_status)12345));
}

static void has_the_version_of_the_header(void **state)
{
    char version[32];
    (void)state;
    assert_string_equal(geodist_version(), GEODIST_VERSION);
    int length = snprintf(version, sizeof version, "%d.%d.%d", GEODIST_VERSION_MAJOR,
                          GEODIST_VERSION_MINOR, GEODIST_VERSION_PATCH);
    assert_int_equal(length, strlen(GEODIST_VERSION));
    assert_string_equal(version, GEODIST_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(describes_every_status_in_a_phrase_of_its_own),
        cmocka_unit_test(describes_what_is_no_status),
        cmocka_unit_test(has_the_version_of_the_header),
    };
    return cmocka_run_group_tests_name("status", tests, NULL, NULL);
}
