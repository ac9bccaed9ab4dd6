#include "places/name_index.h"
#include "places/score.h"
#include "text/utf8.h"
#include "texts.h"

enum { CAPACITY = 100000 };

static geodist_place places[CAPACITY];

static size_t search(const char *text)
{
    return geodist_search(geodist_string(text), places, CAPACITY);
}

static bool is_called(const geodist_place *place, const char *name, const char *country)
{
    return is_text(place->name, name) && is_text(place->country_code, country);
}

#define assert_called(place, name, country) assert_true(is_called(place, name, country))

/* ---- A search that compares every key ------------------------------------------------------ */

enum { NONE, FUZZY, PREFIX, EXACT };

/* What every row is to a text, and its best score in that group. */
typedef struct {
    int group;
    double score;
} rank;

static rank ranks[GD_ROWS_MAX];

static size_t decode(geodist_text text, uint32_t codes[GD_KEY_MAX])
{
    size_t count = 0, length;
    for (; text.length; text = (geodist_text){text.bytes + length, text.length - length})
        codes[count++] = utf8_decode(text, &length);
    return count;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Optimal string alignment over the whole matrix. */
static unsigned edits_between(geodist_text left, geodist_text right)
{
    static unsigned cells[GD_KEY_MAX + 1][GD_KEY_MAX + 1];
    uint32_t a[GD_KEY_MAX], b[GD_KEY_MAX];
    size_t rows = decode(left, a), columns = decode(right, b);
    if (rows > columns + 2 || columns > rows + 2)
        return 3;
    for (size_t i = 0; i <= rows; i++)
        for (size_t j = 0; j <= columns; j++) {
            unsigned best = i && j ? cells[i - 1][j - 1] + (a[i - 1] != b[j - 1]) : (unsigned)(i + j);
            if (i)
                best = least(best, cells[i - 1][j] + 1);
            if (j)
                best = least(best, cells[i][j - 1] + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = least(best, cells[i - 2][j - 2] + 1);
            cells[i][j] = best;
        }
    return cells[rows][columns];
}

static int group_of(geodist_text key, geodist_text sought)
{
    if (key.length >= sought.length && memcmp(key.bytes, sought.bytes, sought.length) == 0)
        return key.length == sought.length ? EXACT : PREFIX;
    uint32_t codes[GD_KEY_MAX];
    size_t letters = decode(sought, codes);
    unsigned most = letters < 3 ? 0 : letters < 5 ? 1 : 2;
    bool same_script = ((unsigned char)key.bytes[0] < 0x80) == ((unsigned char)sought.bytes[0] < 0x80);
    return same_script && edits_between(key, sought) <= most ? FUZZY : NONE;
}

/* Ranks every row and returns how many there are of each group. */
static void rank_all(const char *name, size_t counts[4])
{
    char bytes[GD_KEY_MAX];
    geodist_text sought = {bytes, gd_fold(geodist_string(name), bytes)};
    gd_cursor cursor = gd_cursor_at(0);
    memset(ranks, 0, sizeof ranks);
    memset(counts, 0, 4 * sizeof *counts);
    while (gd_cursor_next(&cursor)) {
        int group = group_of((geodist_text){cursor.key, cursor.length}, sought);
        gd_candidates candidates = gd_name_index_candidates(cursor.index);
        for (uint32_t i = 0; group != NONE && i < candidates.count; i++) {
            uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
            if (!is_place(row) || (group != EXACT && is_code(candidate)))
                continue;
            rank *of = &ranks[row];
            double score = gd_score(row, candidate_class(candidate));
            if (group == PREFIX && !is_city(row))
                score /= 10; /* people look for cities more often than for airports */
            if (group > of->group || (group == of->group && score > of->score))
                *of = (rank){group, score};
        }
    }
    for (size_t row = 0; row < GD_ROWS_MAX; row++)
        counts[ranks[row].group]++;
}

static void finds_the_places_that_comparing_every_key_finds(void **state)
{
    static const char *const names[] = {"a", "san", "köl", "tok", "東", "моск", "x", "0", "zaragoz",
                                        "new yo", "nairobbi", "maruq", "qat", "lhr", "القاهر"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t counts[4];
        rank_all(names[i], counts);
        size_t few = counts[EXACT] + counts[PREFIX];
        size_t expected = few < sizeof places / sizeof *places ? few + counts[FUZZY] : few;
        size_t count = search(names[i]);
        assert_int_equal(count, expected);
        for (size_t at = 0; at < count; at++) {
            int group = at < counts[EXACT] ? EXACT : at < few ? PREFIX : FUZZY;
            assert_int_equal(ranks[places[at].row].group, group);
            if (at + 1 < few && group == PREFIX)
                assert_true(ranks[places[at].row].score >= ranks[places[at + 1].row].score);
        }
    }
}

/* ---- Examples ------------------------------------------------------------------------------ */

static void begins_with_what_would_be_found(void **state)
{
    (void)state;
    static const char *const texts[] = {"paris",          "paris tx", "springfield",
                                        "elpaso",         "東京",     "lhr",
                                        "são paulo",      "new york", "san jose",
                                        "london, ontario"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        geodist_place found;
        assert_int_equal(geodist_find(geodist_string(texts[i]), &found, NULL), GEODIST_OK);
        assert_true(search(texts[i]) > 0);
        assert_int_equal(places[0].row, found.row);
    }
}

static void completes_a_name(void **state)
{
    (void)state;
    assert_true(search("nairob") > 0);
    assert_called(&places[0], "Nairobi", "KE");
    assert_true(search("los ang") > 0);
    assert_called(&places[0], "Los Angeles", "US");
    assert_true(search("köl") > 0); /* exact names come first: Kol and Koel */
    bool cologne = false;
    for (size_t i = 0; i < 10; i++)
        cologne = cologne || is_called(&places[i], "Köln", "DE") ||
                  is_called(&places[i], "Cologne", "DE");
    assert_true(cologne);
}

static void lists_no_area(void **state)
{
    static const char *const names[] = {"italy", "ital", "texa", "georgia", "afri"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t count = search(names[i]);
        for (size_t at = 0; at < count; at++)
            assert_true(places[at].kind == GEODIST_CITY || places[at].kind == GEODIST_AIRPORT);
    }
}

static void completes_the_name_of_an_airport(void **state)
{
    (void)state;
    assert_true(search("heathr") > 0);
    assert_int_equal(places[0].kind, GEODIST_AIRPORT);
    assert_string_equal(places[0].iata, "LHR");
}

static void completes_a_qualifier(void **state)
{
    (void)state;
    assert_true(search("paris, t") >= 2);
    assert_called(&places[0], "Paris", "US");
    assert_true(is_text(places[0].region, "Texas"));
    assert_true(is_text(places[1].region, "Tennessee"));
    assert_true(search("pari, united st") > 0);
    assert_true(is_text(places[0].country_code, "US"));
    assert_int_equal(search("paris, illin, us"), 0); /* only the last may be unfinished */
}

static void puts_misspellings_last(void **state)
{
    (void)state;
    assert_true(search("nairobbi") > 0);
    assert_called(&places[0], "Nairobi", "KE");
    assert_true(search("springfiel") > 0);
    assert_called(&places[0], "Springfield", "US");
}

/* ---- Properties ----------------------------------------------------------------------------- */

static const char *const texts[] = {"a",        "san",   "tok",          "東",      "new york", "m",
                                    "0",        "new y", "paris, t",     "a, us",   "nairobbi", "maruq",
                                    "paris tx", "lhr",   "san jose, cr", "springf", "londn",    "zz"};
enum { TEXTS = sizeof texts / sizeof *texts };

static void lists_no_place_twice(void **state)
{
    static bool listed[GD_ROWS_MAX];
    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        size_t count = search(texts[i]);
        memset(listed, 0, sizeof listed);
        assert_in_range(count, 0, CAPACITY);
        for (size_t at = 0; at < count; at++) {
            assert_false(listed[places[at].row]);
            listed[places[at].row] = true;
        }
    }
}

static void gives_the_best_of_all_for_any_capacity(void **state)
{
    static const size_t capacities[] = {0, 1, 2, 7, 19, 20, 21, 100, 101, 1000, 20000};
    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        size_t count = search(texts[i]);
        size_t without_similar = geodist_search(geodist_string(texts[i]), NULL, 0);
        assert_true(without_similar <= count);
        for (size_t j = 0; j < sizeof capacities / sizeof *capacities; j++) {
            size_t capacity = capacities[j];
            geodist_place *few = malloc((capacity ? capacity : 1) * sizeof *few);
            assert_non_null(few);
            assert_int_equal(geodist_search(geodist_string(texts[i]), few, capacity),
                             without_similar < capacity ? count : without_similar);
            for (size_t at = 0; at < count && at < capacity; at++)
                assert_int_equal(few[at].row, places[at].row);
            free(few);
        }
    }
}

static void fills_in_every_field(void **state)
{
    (void)state;
    for (size_t i = 0; i < TEXTS; i++) {
        size_t count = search(texts[i]);
        for (size_t at = 0; at < count; at++) {
            geodist_place row;
            assert_true(geodist_place_at(places[at].row, &row));
            assert_true(places[at].point.lat == row.point.lat && places[at].point.lon == row.point.lon);
            assert_ptr_equal(places[at].name.bytes, row.name.bytes);
            assert_int_equal(places[at].population, row.population);
            assert_int_equal(places[at].geonames_id, row.geonames_id);
            assert_int_equal(places[at].rivals, 0);
        }
    }
}

static void finds_nothing_for_nothing(void **state)
{
    (void)state;
    char long_text[500];
    memset(long_text, 'x', sizeof long_text);
    assert_int_equal(search(""), 0);
    assert_int_equal(search(" ,,"), 0);
    assert_int_equal(search("\xff\xfe"), 0);
    assert_int_equal(search("nairobi\xff"), 0);
    assert_int_equal(search("nairobi, \x01"), 0);
    assert_int_equal(search("qqqqqqqqqq"), 0);
    assert_int_equal(geodist_search((geodist_text){long_text, sizeof long_text}, places, CAPACITY),
                     0);
    assert_int_equal(geodist_search((geodist_text){NULL, 0}, NULL, 0), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_places_that_comparing_every_key_finds),
        cmocka_unit_test(begins_with_what_would_be_found),
        cmocka_unit_test(completes_a_name),
        cmocka_unit_test(lists_no_area),
        cmocka_unit_test(completes_the_name_of_an_airport),
        cmocka_unit_test(completes_a_qualifier),
        cmocka_unit_test(puts_misspellings_last),
        cmocka_unit_test(lists_no_place_twice),
        cmocka_unit_test(gives_the_best_of_all_for_any_capacity),
        cmocka_unit_test(fills_in_every_field),
        cmocka_unit_test(finds_nothing_for_nothing),
    };
    return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
