#include "messages/phrase_message.h"
#include "route/phrase_fault.h"

#include "texts.h"
#include "written.h"

static geodist_text fields[16];

static phrase phrase_of(const char *whole, const char *const *texts)
{
    phrase of = {.texts = fields, .whole = geodist_string(whole)};
    for (; texts[of.count]; of.count++)
        fields[of.count] = geodist_string(texts[of.count]);
    return of;
}

#define PHRASE(whole, ...) phrase_of(whole, (const char *const[]){__VA_ARGS__, NULL})

static const char *message(const phrase *of)
{
    phrase_fault fault;
    if (!gd_find_phrase_fault(of, &fault))
        return "sound";
    gd_put_phrase_fault(begin(), of, &fault);
    return written();
}

static const char *one_place(phrase of, bool in_line)
{
    gd_put_one_place(begin(), &of, in_line);
    return written();
}

static void says_what_to_write_for_a_name_of_several_words(void **state)
{
    (void)state;
    static const char line[] = "el paso rome";
    geodist_text texts[] = {{line, 2}, {line + 3, 4}, {line + 8, 4}};
    phrase of = {.texts = texts, .count = 3, .at_blanks = true};
    assert_string_equal(message(&of), "'el paso' is one place, El Paso, Texas, United States: quote it, "
                                      "or write 'to' between places");
}

static void says_what_to_write_for_other_faults(void **state)
{
    (void)state;
    phrase of = PHRASE("", "london", "and", "paris");
    phrase_fault and = {.kind = PHRASE_CONJUNCTION, .text = geodist_string("and")};
    gd_put_phrase_fault(begin(), &of, &and);
    assert_string_equal(written(), "'and' is no place: write 'to' between places");
    of = PHRASE("", "london", "paris in nautical miles");
    assert_string_equal(message(&of), "'in nautical miles' is no place: write -u nmi");
    of = PHRASE("", "Springfield", "IL", "Portland", "OR");
    assert_string_equal(message(&of), "'IL' belongs to the name before it: write 'Springfield, IL' to "
                                      "'Portland, OR'");
    of = PHRASE("", "London", "Paris,", "Texas,", "USA");
    assert_string_equal(message(&of), "'Texas' belongs to the name before it: write 'London' to "
                                      "'Paris, Texas, USA'");
    of = PHRASE("", "rome", "london-paris");
    assert_string_equal(message(&of), "no place called 'london-paris': write 'london to paris'");
    of = PHRASE("", "distance from paris", "london");
    assert_string_equal(message(&of), "'distance from' is no place: leave it out");
    of = PHRASE("", "paris vs rome", "london");
    assert_string_equal(message(&of), "'vs' is no place: write 'to' between places");
    of = PHRASE("", "51,5", "0,1", "48,8", "2,3");
    assert_string_equal(message(&of), "numbers such as '51,5' may have decimal commas: use "
                                      "--decimal-comma, or write '51, 5' for a latitude and a longitude");
}

static const char *message_of_words(const char *line)
{
    phrase of = {.texts = fields, .at_blanks = true};
    for (const char *at = line; *at; at += strspn(at, " ")) {
        fields[of.count++] = (geodist_text){at, strcspn(at, " ")};
        at += strcspn(at, " ");
    }
    return message(&of);
}

static void says_that_a_sign_is_no_separator(void **state)
{
    (void)state;
    assert_string_equal(message_of_words("new york \xE2\x80\x93 paris"),
                        "'\xE2\x80\x93' is no separator: write 'new york to paris'");
    assert_string_equal(message_of_words("new york-paris"),
                        "no place called 'new york-paris': write 'new york to paris'");
    assert_string_equal(message_of_words("paris - zzzzqx"),
                        "'-' is no separator: write 'to' between places");
}

static void names_the_reading_that_was_not_taken(void **state)
{
    (void)state;
    phrase_fault lesser = {.text = geodist_string("el paso")};
    assert_int_equal(geodist_find(lesser.text, &lesser.place, NULL), GEODIST_OK);
    gd_put_lesser_reading(begin(), &lesser);
    assert_string_equal(written(), "'el paso' is also one place, El Paso, Texas, United States: quote it "
                                   "to mean that");
}

static void asks_for_a_second_place(void **state)
{
    (void)state;
    assert_string_equal(one_place(PHRASE("", "paris"), true),
                        "only one place is given, 'paris'; a distance needs two");
    assert_string_equal(one_place(PHRASE("paris, tx", "paris", "tx"), true),
                        "only one place is given, 'paris, tx'; a distance needs two (put 'to' between "
                        "places)");
    assert_string_equal(one_place(PHRASE("paris tx", "paris", "tx"), false),
                        "only one place is given, 'paris tx'; a distance needs two (quote each place, or "
                        "put 'to' between places)");
    assert_string_equal(one_place(PHRASE("", "london-paris"), true),
                        "only one place is given, 'london-paris'; a distance needs two: write 'london to "
                        "paris'");
    assert_string_equal(one_place(PHRASE("", "par\xFF"), true), "'par\\xFF': byte 4, '\\xFF', is not "
                                                                "UTF-8; convert it, such as with iconv "
                                                                "-f latin1 -t utf-8");
}

static void names_both_readings_if_the_parts_are_better_known(void **state)
{
    (void)state;
    static const char readings[] =
        "'Boston,New York' is one place, Boston, New York, United States, or two, Boston, "
        "Massachusetts, United States and New York City, New York, United States: for two write "
        "'Boston to New York'";
    const char *by_argument = one_place(PHRASE("Boston,New York", "Boston", "New York"), false);
    assert_string_equal(by_argument, readings);
    const char *by_line = one_place(PHRASE("Boston,New York", "Boston", "New York"), true);
    assert_memory_equal(by_line, readings, sizeof readings - 1);
    assert_string_equal(by_line + sizeof readings - 1, ", or use -i csv");
}

static void names_the_option_for_a_header(void **state)
{
    (void)state;
    gd_put_header_fault(begin(), geodist_string("from,to"));
    assert_string_equal(written(), "'from,to' is a header and no places: for a table use --columns");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_what_to_write_for_a_name_of_several_words),
        cmocka_unit_test(says_what_to_write_for_other_faults),
        cmocka_unit_test(says_that_a_sign_is_no_separator),
        cmocka_unit_test(names_the_reading_that_was_not_taken),
        cmocka_unit_test(asks_for_a_second_place),
        cmocka_unit_test(names_the_option_for_a_header),
        cmocka_unit_test(names_both_readings_if_the_parts_are_better_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
