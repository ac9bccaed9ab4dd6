#include "messages/rewrite.h"

#include "texts.h"

static short_text made;

static geodist_text of(const char *string)
{
    return geodist_string(string);
}

/* Without the part, which occurs once. */
static bool without(const char *text, const char *part)
{
    size_t offset = (size_t)(strstr(text, part) - text);
    return gd_rewrite_without(of(text), offset, strlen(part), &made);
}

static void leaves_out_a_part(void **state)
{
    (void)state;
    static const struct {
        const char *text, *part, *expected;
    } cases[] = {
        {"Berlin 10115", "10115", "Berlin"},
        {"10115 Berlin", "10115", "Berlin"},
        {" Berlin,  10115 ", "10115", "Berlin"},
        {"New York, NY 10001", "10001", "New York, NY"},
        {"Paris 75001, France", "75001", "Paris, France"},
        {"Paris, 75001, France", "75001", "Paris, France"},
        {"75001 Paris, France", "75001", "Paris, France"},
        {"paris 75001 france", "75001", "paris france"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(without(cases[i].text, cases[i].part));
        if (!is_text(gd_text_of(&made), cases[i].expected))
            fail_msg("%s: %.*s", cases[i].text, (int)made.length, made.bytes);
    }
}

static void reverses_the_parts(void **state)
{
    (void)state;
    assert_true(gd_rewrite_reversed(of("USA, New York"), &made));
    assert_true(is_text(gd_text_of(&made), "New York, USA"));
    assert_true(gd_rewrite_reversed(of(" usa,texas , paris "), &made));
    assert_true(is_text(gd_text_of(&made), "paris, texas, usa"));
    assert_true(gd_rewrite_reversed(of("Россия, Москва"), &made));
    assert_true(is_text(gd_text_of(&made), "Москва, Россия"));
    assert_false(gd_rewrite_reversed(of("new york"), &made));
    assert_false(gd_rewrite_reversed(of(""), &made));
    assert_false(gd_rewrite_reversed(of(","), &made));
    assert_false(gd_rewrite_reversed(of("a,b,c,d,e,f,g,h"), &made));
}

static void swaps_two_numbers(void **state)
{
    (void)state;
    assert_true(gd_rewrite_swapped(of("95,10"), &made));
    assert_true(is_text(gd_text_of(&made), "10,95"));
    assert_true(gd_rewrite_swapped(of(" 95 10 "), &made));
    assert_true(is_text(gd_text_of(&made), "10,95"));
    assert_false(gd_rewrite_swapped(of("95,100"), &made));
    assert_false(gd_rewrite_swapped(of("95"), &made));
    assert_false(gd_rewrite_swapped(of(""), &made));
}

static void gives_only_places_that_can_be_printed(void **state)
{
    (void)state;
    assert_false(without("qqzzqx 10115", "10115"));
    assert_false(without("10115", "10115"));
    assert_false(without(", 10115 ,", "10115"));
    assert_false(gd_rewrite_reversed(of("usa, qqzzqx"), &made));
    assert_false(without("par\xE2\x80\x8Bis 75001", "75001"));
    assert_false(without("'paris' 75001", "75001"));
}

static void refuses_texts_that_are_too_long(void **state)
{
    (void)state;
    static char text[1000];
    for (size_t length = 7; length < sizeof text; length++) {
        memset(text, ' ', length);
        memcpy(text, "paris", 5);
        text[length - 1] = '1';
        geodist_text all = {text, length};
        assert_true(gd_rewrite_without(all, length - 1, 1, &made)); /* blanks at the end */
        text[length - 1] = ',';
        gd_rewrite_reversed(all, &made);
        gd_rewrite_swapped(all, &made);
        memcpy(text + length - 5, "paris", 5);
        gd_rewrite_without(all, 0, 1, &made);
        assert_true(made.length <= sizeof made.bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_out_a_part),
        cmocka_unit_test(reverses_the_parts),
        cmocka_unit_test(swaps_two_numbers),
        cmocka_unit_test(gives_only_places_that_can_be_printed),
        cmocka_unit_test(refuses_texts_that_are_too_long),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
