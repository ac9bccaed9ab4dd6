#include "messages/ambiguity.h"

#include "messages/message_limit.h"
#include "output/escape.h"
#include "output/put_label.h"

#include "check.h"
#include "texts.h"
#include "written.h"

#include <stdio.h>

enum { STOPS_MAX = 40, CANDIDATES_MAX = 10 };

static stop stops[STOPS_MAX];

static route route_of(const char *const *names)
{
    route of = {.stops = stops};
    for (; names[of.count]; of.count++)
        stops[of.count] = (stop){.text = geodist_string(names[of.count])};
    assert_true(gd_find_stops(&of));
    return of;
}

#define ROUTE(...) route_of((const char *const[]){__VA_ARGS__, NULL})

static const char *notes(const route *of)
{
    gd_put_notes(begin(), of);
    return written();
}

static const char *errors(const route *of)
{
    gd_put_ambiguity_errors(begin(), of);
    return written();
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (; (text = strstr(text, part)); text++)
        count++;
    return count;
}

/* Moves behind the string, which must be next. */
static void take(const char **at, const char *string)
{
    size_t length = strlen(string);
    if (strncmp(*at, string, length) != 0)
        fail_msg("not \"%s\": %s", string, *at);
    *at += length;
}

static void take_text(const char **at, geodist_text text)
{
    if (strncmp(*at, text.bytes, text.length) != 0)
        fail_msg("not \"%.*s\": %s", (int)text.length, text.bytes, *at);
    *at += text.length;
}

static void take_label(const char **at, const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE];
    geodist_label(place, label, sizeof label);
    take(at, label);
}

/* Such as "Italy (a country)". */
static void take_area(const char **at, const geodist_place *area)
{
    take_text(at, area->name);
    take(at, " (");
    *at = strchr(*at, ')');
    assert_non_null(*at);
    take(at, ")");
}

/* A text in quotes that means this place and no other. */
static void take_advice(const char **at, const geodist_place *place)
{
    char quote = *(*at)++;
    assert_true(quote == '\'' || quote == '"');
    const char *end = strchr(*at, quote);
    assert_non_null(end);
    geodist_text advice = {*at, (size_t)(end - *at)};
    geodist_place found;
    assert_int_equal(geodist_find(advice, &found, NULL), GEODIST_OK);
    assert_int_equal(found.rivals, 0);
    if (found.row != GEODIST_NO_ROW)
        assert_int_equal(found.row, place->row);
    else
        assert_true(found.point.lat == place->point.lat && found.point.lon == place->point.lon);
    *at = end + 1;
}

/* The same, or for an area "a city in" it. */
static void take_what_to_write(const char **at, const geodist_place *place)
{
    if (place->kind < GEODIST_COUNTRY) {
        take_advice(at, place);
        return;
    }
    take(at, "a city in ");
    take_area(at, place);
}

/* The next name of the table, from a row on, that means several places. */
static bool find_ambiguous(uint32_t *from, stop *to)
{
    geodist_place place;
    for (; geodist_place_at(*from, &place); ++*from) {
        *to = (stop){.text = place.name};
        if (geodist_find(to->text, &to->place, NULL) == GEODIST_OK && to->place.rivals)
            return true;
    }
    return false;
}

static void is_ambiguous_if_one_stop_has_rivals(void **state)
{
    (void)state;
    route of = ROUTE("nairobi", "elpaso", "1,2");
    assert_false(gd_is_ambiguous(&of));
    assert_string_equal(notes(&of), "");
    assert_string_equal(errors(&of), "");
    of = ROUTE("nairobi", "elpaso", "springfield");
    assert_true(gd_is_ambiguous(&of));
    of = ROUTE("springfield, missouri", "nairobi");
    assert_false(gd_is_ambiguous(&of));
}

/* "'springfield' is ambiguous; write one of", and a line for each place. */
static void lists_what_to_write_for_each_place_that_a_name_means(void **state)
{
    (void)state;
    stop one;
    uint32_t i = 0;
    for (int round = 0; round < 150 && find_ambiguous(&i, &one); round++, i += 613) {
        geodist_place rivals[CANDIDATES_MAX];
        size_t count = geodist_rivals(one.text, rivals, CANDIDATES_MAX), shown = count < 9 ? count : 9;
        const char *at = errors(&(route){.stops = &one, .count = 1});
        take(&at, "geodist: '");
        at = strchr(at, '\n') + 1;
        for (size_t j = 0; j <= shown; j++) {
            const geodist_place *place = j == 0 ? &one.place : &rivals[j - 1];
            take(&at, "  ");
            take_what_to_write(&at, place);
            if (place->kind < GEODIST_COUNTRY) {
                take(&at, " for ");
                take_label(&at, place);
            }
            take(&at, "\n");
        }
        if (count > shown) {
            char more[60];
            snprintf(more, sizeof more, "  or one of %zu more\n", count - shown);
            take(&at, more);
        } else {
            assert_string_equal(at, "");
        }
    }
    assert_true(i > 10000);
}

static void says_in_a_note_what_else_a_name_means(void **state)
{
    (void)state;
    stop one;
    uint32_t i = 300;
    for (int round = 0; round < 150 && find_ambiguous(&i, &one); round++, i += 617) {
        geodist_place rivals[3];
        char more[60] = "";
        size_t count = geodist_rivals(one.text, rivals, 3), shown = count < 3 ? count : 3;
        const char *at = notes(&(route){.stops = &one, .count = 1});
        assert_int_equal(count_of(at, "\n"), 1);
        take(&at, "geodist: note: '");
        at = strstr(at, "' is ");
        take(&at, "' is ");
        take_label(&at, &one.place);
        take(&at, "; also ");
        if (count > 3)
            snprintf(more, sizeof more, " or %zu more", count - 3);
        assert_true(count <= 3 || count_of(at, more) == 1);
        for (size_t j = 0, advice = 0; j < shown; j++)
            if (rivals[j].kind < GEODIST_COUNTRY) {
                if (advice++ == 0)
                    at = strstr(at, "; write ");
                take(&at, advice == 1 ? "; write " : " or ");
                take_advice(&at, &rivals[j]);
            }
        assert_string_equal(strchr(at, '\n'), "\n");
        assert_null(strstr(at, "; write "));
    }
    assert_true(i > 10000);
}

static void leaves_out_a_country_that_both_places_share(void **state)
{
    (void)state;
    route of = ROUTE("springfield");
    notes(&of);
    assert_non_null(strstr(written(), "; also Springfield, Massachusetts or "));
    assert_int_equal(count_of(written(), "United States"), 1);
}

static void speaks_of_each_text_once(void **state)
{
    (void)state;
    route of = ROUTE("springfield", "nairobi", "springfield", "Springfield", "springfield");
    assert_int_equal(count_of(notes(&of), "geodist: note: "), 2);
    assert_int_equal(count_of(errors(&of), " is ambiguous; write one of\n"), 2);
}

static void speaks_of_twenty_texts_and_counts_the_others(void **state)
{
    (void)state;
    uint32_t row = 0;
    route of = {.stops = stops};
    for (; of.count < STOPS_MAX && find_ambiguous(&row, &stops[of.count]); row++) {
        bool is_new = true;
        for (size_t i = 0; i < of.count; i++)
            is_new = is_new && stops[i].text.bytes != stops[of.count].text.bytes &&
                     (stops[i].text.length != stops[of.count].text.length ||
                      memcmp(stops[i].text.bytes, stops[of.count].text.bytes, stops[i].text.length) != 0);
        of.count += is_new;
    }
    assert_int_equal(of.count, STOPS_MAX);
    assert_int_equal(count_of(notes(&of), "geodist: note: "), GD_MESSAGES_MAX);
    assert_non_null(strstr(written(), "\ngeodist: 20 more like these\n"));
    assert_int_equal(count_of(errors(&of), " is ambiguous; write one of\n"), GD_MESSAGES_MAX);
    assert_non_null(strstr(written(), "\ngeodist: 20 more like these\n"));
}

/* Invisible characters are ignored in names, but could deceive on a terminal. */
static void escapes_the_text_that_was_typed(void **state)
{
    (void)state;
    route of = ROUTE("spring\xE2\x80\x8B" "field\xE2\x80\xAE");
    assert_true(gd_is_ambiguous(&of));
    assert_non_null(strstr(notes(&of), "'spring\\u{200B}field\\u{202E}'"));
    assert_null(strstr(written(), "\xE2\x80\x8B"));
    assert_non_null(strstr(errors(&of), "'spring\\u{200B}field\\u{202E}' is ambiguous"));
    assert_null(strstr(written(), "\xE2\x80\xAE"));
    gd_put_ambiguity(begin(), &(place_lookup){.country_code = ""}, of.stops);
    assert_null(strstr(written(), "\xE2\x80\xAE"));
}

static void says_on_one_line_what_to_write(void **state)
{
    (void)state;
    stop one;
    uint32_t i = 100;
    for (int round = 0; round < 100 && find_ambiguous(&i, &one); round++, i += 619) {
        geodist_place rivals[3];
        size_t count = geodist_rivals(one.text, rivals, 3);
        gd_put_ambiguity(begin(), &(place_lookup){.country_code = ""}, &one);
        const char *at = strstr(written(), " is ambiguous; write ");
        assert_non_null(at);
        take(&at, " is ambiguous; write ");
        take_advice(&at, &one.place);
        for (size_t j = 0; j < count && j < 3; j++) {
            take(&at, " or ");
            take_what_to_write(&at, &rivals[j]);
        }
        assert_string_equal(at, "");
    }
}

/* FRA is an airport and France. */
static void names_an_area_that_a_text_could_also_mean(void **state)
{
    (void)state;
    route of = ROUTE("FRA");
    assert_true(gd_is_ambiguous(&of));
    notes(&of);
    assert_non_null(strstr(written(), "geodist: note: 'FRA' is "));
    assert_non_null(strstr(written(), "France (a country)"));
    assert_null(strstr(written(), "; write"));
    errors(&of);
    assert_non_null(strstr(written(), "'FRA' is ambiguous; write one of\n"));
    assert_non_null(strstr(written(), "\n  a city in France (a country)\n"));
    gd_put_ambiguity(begin(), &(place_lookup){.country_code = ""}, of.stops);
    assert_non_null(strstr(written(), " or a city in France (a country)"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(is_ambiguous_if_one_stop_has_rivals),
        cmocka_unit_test(lists_what_to_write_for_each_place_that_a_name_means),
        cmocka_unit_test(says_in_a_note_what_else_a_name_means),
        cmocka_unit_test(leaves_out_a_country_that_both_places_share),
        cmocka_unit_test(speaks_of_each_text_once),
        cmocka_unit_test(speaks_of_twenty_texts_and_counts_the_others),
        cmocka_unit_test(escapes_the_text_that_was_typed),
        cmocka_unit_test(says_on_one_line_what_to_write),
        cmocka_unit_test(names_an_area_that_a_text_could_also_mean),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
