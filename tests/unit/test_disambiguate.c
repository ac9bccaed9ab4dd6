#include "messages/disambiguate.h"

#include "output/escape.h"

#include "check.h"
#include "written.h"

/* The text between the quotes that was written for the place; fails if it is not quoted, or cannot be
 * copied into a shell. */
static geodist_text suggestion(geodist_text text, const geodist_place *place)
{
    gd_put_unambiguous(begin(), text, place);
    const char *shown = written();
    size_t length = written_out.length;
    char quote = shown[0];
    geodist_text inside = {shown + 1, length - 2};
    if (length < 3 || (quote != '\'' && quote != '"') || shown[length - 1] != quote ||
        memchr(inside.bytes, quote, inside.length) || !gd_is_printable(inside) ||
        (quote == '"' && strpbrk(shown, "$`\\")))
        fail_msg("'%.*s': %s", (int)text.length, text.bytes, shown);
    return inside;
}

static void assert_leads_to(geodist_text text, const geodist_place *place)
{
    geodist_text advice = suggestion(text, place);
    geodist_place found;
    if (geodist_find(advice, &found, NULL) != GEODIST_OK || found.rivals != 0)
        fail_msg("'%.*s': %s is not one place", (int)text.length, text.bytes, written());
    if (found.row != place->row &&
        (found.row != GEODIST_NO_ROW || found.point.lat != place->point.lat ||
         found.point.lon != place->point.lon))
        fail_msg("'%.*s': %s is another place", (int)text.length, text.bytes, written());
}

static size_t assert_all_lead(geodist_text text)
{
    enum { RIVALS_MAX = 12 };
    geodist_place place, rivals[RIVALS_MAX];
    if (geodist_find(text, &place, NULL) != GEODIST_OK || place.rivals == 0)
        return 0;
    size_t count = geodist_rivals(text, rivals, RIVALS_MAX);
    assert_leads_to(text, &place);
    for (size_t i = 0; i < count && i < RIVALS_MAX; i++)
        if (rivals[i].kind < GEODIST_COUNTRY)
            assert_leads_to(text, &rivals[i]);
    return 1;
}

static void leads_to_the_place_that_it_is_for(void **state)
{
    (void)state;
    static const char *const texts[] = {"springfield", "Springfield", "paris", "georgetown", "são josé",
                                        "san josé", "victoria", "SANTA CRUZ", "spring-field",
                                        "springfield, us", "bouaké", "springfield, illinois"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_all_lead(geodist_string(texts[i]));
}

static void leads_there_for_the_names_of_the_table(void **state)
{
    (void)state;
    geodist_place place;
    size_t ambiguous = 0;
    for (uint32_t row = 0; geodist_place_at(row, &place); row += row < 5000 ? 3 : 97)
        ambiguous += assert_all_lead(place.name);
    assert_true(ambiguous > 100);
}

static const char *advise(const char *text, const char *label)
{
    geodist_place place;
    if (geodist_find(geodist_string(label), &place, NULL) != GEODIST_OK)
        fail_msg("there is no %s", label);
    gd_put_unambiguous(begin(), geodist_string(text), &place);
    return written();
}

static void adds_the_fewest_qualifiers(void **state)
{
    (void)state;
    assert_string_equal(advise("paris", "paris, texas"), "'paris, texas'");
    assert_string_equal(advise("Paris", "paris, texas"), "'Paris, Texas'");
    assert_string_equal(advise("paris", "paris, france"), "'paris, france'");
}

static void takes_the_name_of_the_place_where_the_text_does_not_help(void **state)
{
    (void)state;
    assert_string_equal(advise("tokyo", "paris, texas"), "'Paris, Texas'");
    assert_string_equal(advise("pa\xE2\x80\x8Bris", "paris, texas"), "'Paris, Texas'");
    char text[400]; /* too long to be copied */
    memset(text, ' ', sizeof text);
    memcpy(text, "paris", 5);
    geodist_place place;
    assert_int_equal(geodist_find(geodist_string("paris, texas"), &place, NULL), GEODIST_OK);
    gd_put_unambiguous(begin(), (geodist_text){text, sizeof text}, &place);
    assert_string_equal(written(), "'Paris, Texas'");
}

static void writes_a_coordinate_where_no_qualifier_helps(void **state)
{
    (void)state;
    geodist_place unknown = {.name = geodist_string("nowhere at all"), .point = {48.5, 2.25}};
    gd_put_unambiguous(begin(), geodist_string("tokyo"), &unknown);
    assert_string_equal(written(), "'48.5,2.25'");
}

static void qualifies_the_text_or_writes_nothing(void **state)
{
    (void)state;
    geodist_place place;
    assert_int_equal(geodist_find(geodist_string("hyderabad, sindh"), &place, NULL), GEODIST_OK);
    geodist_text text = geodist_string("hyderabad");
    assert_true(gd_put_qualified(begin(), text, &place, COUNTRY_FIRST));
    assert_string_equal(written(), "'hyderabad, pakistan'");
    assert_true(gd_put_qualified(begin(), text, &place, REGION_FIRST));
    assert_string_equal(written(), "'hyderabad, sindh'");
    assert_false(gd_put_qualified(begin(), geodist_string("tokyo"), &place, COUNTRY_FIRST));
    assert_string_equal(written(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leads_to_the_place_that_it_is_for),
        cmocka_unit_test(leads_there_for_the_names_of_the_table),
        cmocka_unit_test(adds_the_fewest_qualifiers),
        cmocka_unit_test(takes_the_name_of_the_place_where_the_text_does_not_help),
        cmocka_unit_test(writes_a_coordinate_where_no_qualifier_helps),
        cmocka_unit_test(qualifies_the_text_or_writes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
