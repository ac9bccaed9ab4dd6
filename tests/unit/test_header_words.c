/* Which lines are names of columns. */
#include "input/header_words.h"

#include "texts.h"

static void knows_headers(void **state)
{
    (void)state;
    static const char *const headers[] = {"name,city", "from,to", "FROM TO", "id;Origin;Destination",
                                          "lat1,lon1,lat2,lon2", "\"start_city\",\"end_city\"",
                                          "Start City\tEnd City", "name"};
    static const char *const others[] = {"", ",", "1,2", "from,tokyo", "paris,to", "to;31.75872, -106.48693", "to 5", "lat,lon,x\xC3\xA9",
                                         "na,me", "destinationsofall,to"};
    for (size_t i = 0; i < sizeof headers / sizeof *headers; i++)
        assert_true(gd_is_header(geodist_string(headers[i])));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(gd_is_header(geodist_string(others[i])));
    assert_false(gd_is_header((geodist_text){"to\0to", 5}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_headers),
    };
    return cmocka_run_group_tests_name("header_words", tests, NULL, NULL);
}
