#include "route/phrase_fault.h"
#include "route/phrase_sign.h"
#include "route/phrase_words.h"

#include "texts.h"

#include <stdio.h>

static geodist_text words[16];
static phrase_fault fault;

/* The words of a line that was cut at blanks; a word in double quotes is one. */
static phrase phrase_of(const char *line)
{
    phrase of = {.texts = words, .at_blanks = true};
    for (const char *at = line; *at; at += strspn(at, " ")) {
        bool quoted = *at == '"';
        at += quoted;
        size_t length = strcspn(at, quoted ? "\"" : " ");
        words[of.count++] = (geodist_text){at, length};
        at += length + quoted;
    }
    geodist_place place;
    of.all_found = true;
    for (size_t i = 0; i < of.count; i++)
        of.all_found = of.all_found && geodist_find(words[i], &place, NULL) == GEODIST_OK;
    return of;
}

static const char *show(bool found)
{
    static const char *const kinds[] = {"joined", "conjunction", "stray", "unit", "qualifiers", "hyphen", "sign",
                                        "decimal"};
    static char shown[200];
    if (!found)
        return "sound";
    snprintf(shown, sizeof shown, "%s: %.*s", kinds[fault.kind], (int)fault.text.length,
             fault.text.bytes);
    return shown;
}

static const char *find(const char *line)
{
    phrase of = phrase_of(line);
    return show(gd_find_phrase_fault(&of, &fault));
}

/* Fields that were cut elsewhere, such as at commas. */
static const char *find_in_fields(const char *const *fields)
{
    phrase of = {.texts = words};
    for (; fields[of.count]; of.count++)
        words[of.count] = geodist_string(fields[of.count]);
    return show(gd_find_phrase_fault(&of, &fault));
}

#define FIND_IN_FIELDS(...) find_in_fields((const char *const[]){__VA_ARGS__, NULL})

static void finds_words_that_are_one_place(void **state)
{
    (void)state;
    assert_string_equal(find("los angeles"), "joined: los angeles");
    assert_string_equal(find("hong kong tokyo"), "joined: hong kong");
    assert_string_equal(find("tokyo salt lake city denver"), "joined: salt lake city");
    assert_int_equal(fault.first, 1);
    assert_int_equal(fault.count, 3);
    assert_string_equal(find("san fernando del valle de catamarca lima"),
                        "joined: san fernando del valle de catamarca");
    assert_string_equal(find("costa rica lima"), "joined: costa rica"); /* an area */
    assert_string_equal(find("51.5 -0.12 paris"), "joined: 51.5 -0.12");
}

static void finds_a_place_and_its_region_or_country(void **state)
{
    (void)state;
    assert_string_equal(find("paris ontario"), "joined: paris ontario");
    assert_string_equal(find("lima ohio"), "joined: lima ohio");
    assert_string_equal(find("lagos portugal"), "joined: lagos portugal");
    assert_string_equal(find("paris texas usa london"), "joined: paris texas usa");
    assert_string_equal(find("san antonio texas dallas"), "joined: san antonio texas");
    assert_string_equal(fault.place.country_code.bytes, "US"); /* not the village in Mexico */
}

static void leaves_places_alone_that_are_better_known_than_both_together(void **state)
{
    (void)state;
    assert_string_equal(find("madrid mexico"), "sound"); /* a village in Colima */
    phrase of = phrase_of("lima madrid mexico");
    assert_true(gd_find_lesser_reading(&of, &fault));
    assert_string_equal(show(true), "joined: madrid mexico");
    assert_string_equal(find("nairobi elpaso"), "sound");
    assert_string_equal(find("tokyo osaka kyoto"), "sound");
    of = phrase_of("paris berlin");
    assert_false(gd_find_lesser_reading(&of, &fault));
}

static void joins_quoted_words_only_if_one_is_no_place(void **state)
{
    (void)state;
    static const char buffalo[] = "buffalo new york";
    geodist_text two[] = {{buffalo, 7}, {buffalo + 8, 8}};
    phrase of = {.texts = two, .count = 2, .at_blanks = true, .all_found = true};
    assert_false(gd_find_phrase_fault(&of, &fault)); /* as arguments: buffalo 'new york' */
    assert_false(gd_find_lesser_reading(&of, &fault));
    static const char rio[] = "rome rio de janeiro";
    geodist_text three[] = {{rio, 4}, {rio + 5, 6}, {rio + 12, 7}};
    of = (phrase){.texts = three, .count = 3, .at_blanks = true};
    assert_string_equal(show(gd_find_phrase_fault(&of, &fault)), "joined: rio de janeiro");
    assert_string_equal(find("\"los\" \"angeles\""), "sound"); /* in a line */
    assert_string_equal(find("los angeles \"el paso\""), "joined: los angeles");
}

static void joins_no_marks_and_no_commas(void **state)
{
    (void)state;
    assert_string_equal(find("paris - rome"), "sign: -");
    assert_string_equal(find("london \xE2\x80\x93 zzzzqx"), "sign: \xE2\x80\x93");
    assert_string_equal(find("el, paso tokyo"), "sound");
    phrase of = phrase_of("los angeles");
    of.at_blanks = false;
    assert_false(gd_find_phrase_fault(&of, &fault));
}

/* The quick check misses nothing that the rule finds, unless the next word is a qualifier. */
static void knows_quickly_that_there_is_no_joined_name(void **state)
{
    (void)state;
    static const char *const lines[] = {"los angeles", "tokyo  salt lake  city", "san jose lima",
                                        "hong kong", "costa rica lima", "new york tokyo"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        phrase of = phrase_of(lines[i]);
        assert_true(gd_may_have_joined_name(&of));
    }
    phrase of = phrase_of("paris berlin rome");
    assert_false(gd_may_have_joined_name(&of));
    of.not_joined = true;
    assert_false(gd_find_phrase_fault(&of, &fault));
    of = phrase_of("paris");
    assert_false(gd_may_have_joined_name(&of));
}

static void finds_words_that_are_no_places(void **state)
{
    (void)state;
    assert_string_equal(find("london and paris"), "conjunction: and");
    assert_string_equal(find("london AND paris rome"), "conjunction: AND");
    assert_string_equal(find("london & paris"), "conjunction: &");
    assert_string_equal(find("and paris"), "sound");
    assert_string_equal(find("london paris in miles"), "unit: in miles");
    assert_string_equal(find("london paris in nautical miles"), "unit: in nautical miles");
    assert_string_equal(FIND_IN_FIELDS("london", "paris in Miles"), "unit: in Miles");
    assert_string_equal(FIND_IN_FIELDS("london", "paris in parsecs"), "sound");
}

static void finds_names_without_their_qualifiers(void **state)
{
    (void)state;
    assert_string_equal(FIND_IN_FIELDS("Springfield", "IL", "Portland", "OR"),
                        "qualifiers: Springfield");
    assert_string_equal(find("Springfield, IL, Portland, OR"),
                        "qualifiers: Springfield, IL, Portland, OR");
    assert_string_equal(FIND_IN_FIELDS("Paris", "Texas", "USA", "London"), "qualifiers: Paris");
    assert_string_equal(FIND_IN_FIELDS("Paris", "zzzzqx", "London"), "sound");
    assert_string_equal(FIND_IN_FIELDS("Paris", "TX"), "sound"); /* one place only */
    assert_string_equal(find("paris, - rome"), "sign: -");
    assert_string_equal(find("Paris, TX to London"), "sound"); /* with -i words */
}

/* The two places of a text, or "none". */
static const char *part_text(const char *text)
{
    static char shown[200];
    geodist_text before, after;
    if (!gd_part_at_sign(geodist_string(text), &before, &after))
        return "none";
    snprintf(shown, sizeof shown, "%.*s|%.*s", (int)before.length, before.bytes, (int)after.length,
             after.bytes);
    return shown;
}

static const char *find_parts(const char *line)
{
    static char shown[200];
    find(line);
    snprintf(shown, sizeof shown, "%s: %.*s|%.*s", fault.kind == PHRASE_SIGN ? "sign" : "hyphen",
             (int)fault.before.length, fault.before.bytes, (int)fault.after.length,
             fault.after.bytes);
    return fault.kind == PHRASE_SIGN || fault.kind == PHRASE_HYPHEN ? shown : "none";
}

static void finds_a_hyphen_between_places(void **state)
{
    (void)state;
    assert_string_equal(FIND_IN_FIELDS("tokyo", "london-paris"), "hyphen: london-paris");
    assert_string_equal(FIND_IN_FIELDS("tokyo", "london \xE2\x80\x93 paris"),
                        "hyphen: london \xE2\x80\x93 paris");
    assert_string_equal(part_text("new york-los angeles"), "new york|los angeles");
    assert_string_equal(part_text("paris/london"), "paris|london");
    assert_string_equal(part_text("LHR/JFK"), "LHR|JFK");
    assert_string_equal(part_text("london - > paris"), "london|paris");
    assert_string_equal(part_text("port-au-prince-miami"), "port-au-prince|miami");
}

static void parts_at_a_hyphen_only_what_is_two_places(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "", "-", "-paris", "paris-", "baden-baden", "wilkes-bare",
        "schleswig-holstein", "Miami-Dade",     /* areas */
        "Coca-Cola",                            /* villages */
        "MUC - Munich", "Munich/MUC",           /* an airport and its city */
        "Madrid-Barajas", "Winston - Salem",    /* places as a whole */
        "paris-zzzzqx", "51.5,0-48.8,2", "xi'an-beijing"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(part_text(texts[i]), "none");
    char signs[4096]; /* only the first signs are tried */
    memset(signs, '-', sizeof signs - 1);
    for (size_t i = 0; i < sizeof signs - 1; i += 2)
        signs[i] = 'a';
    signs[sizeof signs - 1] = '\0';
    assert_string_equal(part_text(signs), "none");
}

static void takes_the_longest_place_on_either_side_of_a_sign(void **state)
{
    (void)state;
    assert_string_equal(find_parts("new york-london"), "hyphen: new york|london");
    assert_string_equal(find_parts("london-new york"), "hyphen: london|new york");
    assert_string_equal(find_parts("oslo new york-salt lake city"),
                        "hyphen: new york|salt lake city");
    assert_string_equal(find("oslo new york-salt lake city"),
                        "hyphen: new york-salt lake city");
    assert_int_equal(fault.first, 1);
    assert_int_equal(fault.count, 4);
    assert_string_equal(find_parts("new york \xE2\x80\x93 los angeles"), "sign: new york|los angeles");
    assert_string_equal(find_parts("\"new york\" - rome"), "sign: |"); /* with its quotes */
}

static void finds_signs_that_are_no_separators(void **state)
{
    (void)state;
    static const char *const signs[] = {"-",  "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x9E\x94", "\xE2\x87\x92",
                                        "\xE2\x86\x94", "- >", "=>", "/", "\xE2\x80\x93 >"};
    char line[80], expected[80];
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        snprintf(line, sizeof line, "london %s paris", signs[i]);
        snprintf(expected, sizeof expected, "sign: %s", signs[i]);
        assert_string_equal(find(line), expected);
        assert_string_equal(find_parts(line), "sign: london|paris");
    }
    assert_string_equal(find_parts("paris - rome - oslo"), "sign: |");
    assert_string_equal(find_parts("paris - zzzzqx"), "sign: |");
    assert_string_equal(find_parts("MUC - Munich"), "sign: |");
    assert_string_equal(find("paris rome -"), "sound");
    assert_string_equal(find("- paris rome"), "sound");
    assert_string_equal(FIND_IN_FIELDS("paris", "-", "rome"), "sound"); /* a missing value */
}

static void finds_words_that_people_write_between_places(void **state)
{
    (void)state;
    assert_string_equal(find("paris vs london"), "stray: vs");
    assert_false(fault.at_edge);
    assert_string_equal(find("paris Near london"), "stray: Near");
    assert_string_equal(find("distance from paris london"), "stray: distance from");
    assert_true(fault.at_edge);
    assert_string_equal(FIND_IN_FIELDS("distance from paris", "london"), "stray: distance from");
    assert_true(fault.at_edge);
    assert_string_equal(FIND_IN_FIELDS("paris versus rome", "london"), "stray: versus");
    assert_false(fault.at_edge);
    assert_string_equal(FIND_IN_FIELDS("from", "london"), "sound"); /* unknown, and nothing more */
    assert_true(gd_is_stray_word(geodist_string("Near")));
    assert_false(gd_is_stray_word(geodist_string("fro")));
    assert_false(gd_is_stray_word(geodist_string("")));
}

static void finds_decimal_commas(void **state)
{
    (void)state;
    assert_string_equal(find("51,5 0,1 48,8 2,3"), "decimal: 51,5");
    assert_string_equal(find("51,5 -0,1 48,8 2,3"), "decimal: 51,5");
    assert_string_equal(find("51,5 0,1 48,8"), "sound"); /* three points */
    assert_string_equal(find("51,5 0,1 48.8,2 2,3"), "sound");
    static const char line[] = "1,2,3,4,5,6,7,8"; /* four points between commas */
    geodist_text fields[] = {{line, 3}, {line + 4, 3}, {line + 8, 3}, {line + 12, 3}};
    phrase of = {.texts = fields, .count = 4, .all_found = true};
    assert_false(gd_find_phrase_fault(&of, &fault));
    assert_false(gd_is_decimal_comma(geodist_string("1,2,3")));
    assert_false(gd_is_decimal_comma(geodist_string("1,")));
    assert_false(gd_is_decimal_comma(geodist_string(",1")));
    assert_false(gd_is_decimal_comma(geodist_string("")));
}

static void knows_one_place_from_several(void **state)
{
    (void)state;
    assert_true(gd_is_one_place(geodist_string("los angeles")));
    assert_true(gd_is_one_place(geodist_string("costa rica")));
    assert_false(gd_is_one_place(geodist_string("paris berlin")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_words_that_are_one_place),
        cmocka_unit_test(finds_a_place_and_its_region_or_country),
        cmocka_unit_test(leaves_places_alone_that_are_better_known_than_both_together),
        cmocka_unit_test(joins_quoted_words_only_if_one_is_no_place),
        cmocka_unit_test(joins_no_marks_and_no_commas),
        cmocka_unit_test(knows_quickly_that_there_is_no_joined_name),
        cmocka_unit_test(finds_words_that_are_no_places),
        cmocka_unit_test(finds_names_without_their_qualifiers),
        cmocka_unit_test(finds_a_hyphen_between_places),
        cmocka_unit_test(parts_at_a_hyphen_only_what_is_two_places),
        cmocka_unit_test(takes_the_longest_place_on_either_side_of_a_sign),
        cmocka_unit_test(finds_signs_that_are_no_separators),
        cmocka_unit_test(finds_words_that_people_write_between_places),
        cmocka_unit_test(finds_decimal_commas),
        cmocka_unit_test(knows_one_place_from_several),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
