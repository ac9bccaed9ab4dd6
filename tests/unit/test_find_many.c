/* geodist_find_many() and geodist_find_many_utf8() against geodist_find(). */
#include <geodist.h>

#include "check.h"
#include "pairs.h"
#include "texts.h"

#include <stdio.h>

enum { TEXTS = 1000, SIZE = 160 };

/* Results with more room than is asked for, so that what lies beyond can be checked. */
typedef struct {
    double lat[TEXTS + 1], lon[TEXTS + 1];
    uint32_t rows[TEXTS + 1], name_ids[TEXTS + 1];
    unsigned char statuses[TEXTS + 1], rivals[TEXTS + 1];
    bool are_qualifiers[TEXTS + 1];
} results;

static results got;

static geodist_found arrays_of(results *of)
{
    memset(of, 0x55, sizeof *of);
    return (geodist_found){.lat = of->lat,
                           .lon = of->lon,
                           .rows = of->rows,
                           .statuses = of->statuses,
                           .rivals = of->rivals,
                           .name_ids = of->name_ids,
                           .are_qualifiers = of->are_qualifiers};
}

static void assert_as_found(geodist_text text, size_t i)
{
    geodist_place place = {.point = {NAN, NAN}, .row = GEODIST_NO_ROW};
    geodist_status status = geodist_find(text, &place, NULL);
    unsigned rivals = place.rivals < 255 ? place.rivals : 255;
    if (got.statuses[i] != status || got.rows[i] != place.row || got.rivals[i] != rivals ||
        got.name_ids[i] != place.name_id || got.are_qualifiers[i] != place.is_qualifier)
        fail_msg("'%.*s' is found otherwise: status %u, not %u; row %u, not %u",
                 (int)text.length, text.bytes, got.statuses[i], status, got.rows[i], place.row);
    assert_same(got.lat[i], place.point.lat);
    assert_same(got.lon[i], place.point.lon);
}

static void check(const geodist_text *texts, size_t count)
{
    size_t ok_count = geodist_find_many(texts, count, arrays_of(&got));
    for (size_t i = 0; i < count; i++) {
        assert_as_found(texts[i], i);
        ok_count -= got.statuses[i] == GEODIST_OK;
    }
    assert_int_equal(ok_count, 0);
    assert_int_equal(got.statuses[count], 0x55); /* nothing is written beyond */
    assert_int_equal(got.rows[count], 0x55555555);
}

/* ---- Texts ------------------------------------------------------------------------- */

static const char *const others[] = {
    "", " ", "1,2", "48.85, 2.35", "-1.5,7", "95,1", "S2", "N 51", "geo:1,2", "(51.5, -0.12)", "31N",
    "NA", "n/a", "none", "none, italy", "null", "unknown", "-", "?", "#REF!", "NaN", "unk nown",
    "italy", "texas", "georgia", "africa", "tuscany", "Java", "LHR", "lhr", "Lhr", "JFK airport",
    "fra", "FRA", "USA", "UK", "LA", "la", "Bo", "in", "IN", "van", "Van", "oss", "and", "NYC", "EGLL",
    "london heathrow airport", "Stockholm Airport", "Gatwick Airport", "Logan airport", "x", "\xc3\x98",
    "c/o Rome", "paris tx", "paris, tx", "paris texas usa", "Paris, France", "Paris, Kenya", "Mar?S?",
    "Montr?al", "par\xffis", "par\xc3", "Paris\xef\xbf\xbd", "Pa\x01ris", "\tParis\n", "Paris ",
    " Paris", "Kings Cross, London", "San Antonio Texas", "Aba NG", "Springfield, IL", "Timbo, AR",
    "9C3XGV4C+XV", "33U 391545 5820000", "u33dc0", "https://osm.org/", "POINT (13.4 52.5)",
    "10 Downing Street, London SW1A 2AA", "SW1A 1AA", "M\xc4\xabr\xc4\x81\x62\xc4\x81\x64 (GeoNames 3366)",
    "Windhoek, NA", "nowhere at all", "Paris, Nowhere", ",", ", texas", "paris,,", "100 Mile House",
    "6th of October", "x\xc3\x97\xc3\x97\xc3\x97", "\xe6\x9d\xb1\xe4\xba\xac",
    "\xd0\x9c\xd0\xbe\xd1\x81\xd0\xba\xd0\xb2\xd0\xb0", "\xe2\x80\x8bParis", "\xc2\xa0Paris",
    "Taumatawhakatangihangakoauauotamateaturipukakapikimaungahoronukupokaiwhenuakitanatahu",
    "a name of more bytes than any key of the table has, so that it is looked up nowhere at all, at all",
};

enum { OTHERS = sizeof others / sizeof *others };

static char room[TEXTS][SIZE];

static void change_case(char *text, size_t length, bool upper)
{
    for (size_t i = 0; i < length; i++)
        if (upper ? text[i] >= 'a' && text[i] <= 'z' : text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] ^ 0x20);
}

/* A text of some kind, made of a place of the table. */
static geodist_text make_text(char *into, uint64_t *seed)
{
    geodist_place place;
    char label[GEODIST_LABEL_SIZE];
    uint64_t bits = random_bits(seed);
    uint32_t places = geodist_table_info().places;
    assert_true(geodist_place_at((uint32_t)(bits >> 8) % places, &place));
    const char *name = place.name.bytes;
    int length;
    switch (bits & 15) {
    case 0: length = snprintf(into, SIZE, "%s", others[(bits >> 8) % OTHERS]); break;
    case 1: length = snprintf(into, SIZE, "%s, %s", name, place.country.bytes); break;
    case 2: length = snprintf(into, SIZE, "%s %s", name, place.country.bytes); break;
    case 3: length = snprintf(into, SIZE, "%s, %s", name, place.region.bytes); break;
    case 4: length = snprintf(into, SIZE, "%s%s", name, "xq"); break;
    case 5: length = snprintf(into, SIZE, "%s airport", name); break;
    case 6: length = snprintf(into, SIZE, " %s ", name); break;
    case 7: length = snprintf(into, SIZE, "%s", place.region.bytes); break;
    case 8:
        geodist_label(&place, label, sizeof label);
        length = snprintf(into, SIZE, "%.150s", label);
        break;
    case 9:
        length = snprintf(into, SIZE, "%c%c%c", (int)('A' + (bits >> 20) % 26),
                          (int)('A' + (bits >> 30) % 26), (int)('A' + (bits >> 40) % 26));
        break;
    default: length = snprintf(into, SIZE, "%s", name); break;
    }
    size_t size = length < SIZE ? (size_t)length : SIZE - 1;
    if ((bits >> 4 & 7) == 1 || (bits >> 4 & 7) == 2)
        change_case(into, size, bits >> 4 & 1);
    if ((bits >> 4 & 15) == 7 && size) /* a changed byte */
        into[(bits >> 32) % size] = (char)random_bits(seed);
    return (geodist_text){into, size};
}

/* ---- Tests ------------------------------------------------------------------------- */

static void finds_each_text_as_geodist_find_does(void **state)
{
    static geodist_text texts[TEXTS];
    uint64_t seed = 20261121;
    (void)state;
    for (int round = 0; round < 60; round++) {
        for (size_t i = 0; i < TEXTS; i++)
            texts[i] = make_text(room[i], &seed);
        check(texts, TEXTS);
    }
}

static void finds_groups_of_every_size(void **state)
{
    static geodist_text texts[TEXTS];
    uint64_t seed = 7;
    (void)state;
    for (size_t count = 0; count <= 100; count++) {
        for (size_t i = 0; i < count; i++) {
            geodist_text made = make_text(room[0], &seed);
            texts[i] = (geodist_text){exact_copy(made.bytes, made.length), made.length};
        }
        check(texts, count);
        for (size_t i = 0; i < count; i++)
            free((char *)(uintptr_t)texts[i].bytes);
    }
}

static void finds_all_that_tests_know_of(void **state)
{
    geodist_text texts[OTHERS];
    (void)state;
    for (size_t i = 0; i < OTHERS; i++)
        texts[i] = geodist_string(others[i]);
    check(texts, OTHERS);
}

static void finds_all_names_of_the_table(void **state)
{
    static geodist_text texts[TEXTS];
    geodist_place place;
    (void)state;
    for (uint32_t row = 0; row < geodist_table_info().places; row += TEXTS) {
        size_t count = 0;
        while (count < TEXTS && geodist_place_at(row + (uint32_t)count, &place))
            texts[count++] = place.name;
        check(texts, count);
    }
}

static void accepts_arrays_that_are_null(void **state)
{
    geodist_text texts[] = {geodist_string("paris"), geodist_string("1,2"), geodist_string("italy")};
    uint32_t rows[3];
    (void)state;
    assert_int_equal(geodist_find_many(texts, 3, (geodist_found){.lat = NULL}), 2);
    assert_int_equal(geodist_find_many(texts, 3, (geodist_found){.rows = rows}), 2);
    assert_int_not_equal(rows[0], GEODIST_NO_ROW);
    assert_int_equal(rows[1], GEODIST_NO_ROW);
    assert_int_equal(rows[2], GEODIST_NO_ROW);
    assert_int_equal(geodist_find_many(NULL, 0, (geodist_found){.lat = NULL}), 0);
}

/* The bytes begin anywhere and end exactly; many texts are empty. */
static void reads_texts_as_arrow_lays_them_out(void **state)
{
    static char bytes[TEXTS * SIZE];
    static int32_t offsets[TEXTS + 1];
    static geodist_text texts[TEXTS];
    uint64_t seed = 11;
    (void)state;
    for (int round = 0; round < 10; round++) {
        size_t count = (size_t)(random_bits(&seed) % TEXTS), length = (size_t)round;
        offsets[0] = round;
        for (size_t i = 0; i < count; i++) {
            geodist_text made = make_text(room[0], &seed);
            if (random_bits(&seed) % 4 == 0)
                made.length = 0;
            memcpy(bytes + length, made.bytes, made.length);
            length += made.length;
            offsets[i + 1] = (int32_t)length;
        }
        char *copy = exact_copy(bytes, length);
        for (size_t i = 0; i < count; i++)
            texts[i] = (geodist_text){copy + offsets[i], (size_t)(offsets[i + 1] - offsets[i])};
        geodist_find_many_utf8(copy, offsets, count, arrays_of(&got));
        for (size_t i = 0; i < count; i++)
            assert_as_found(texts[i], i);
        free(copy);
    }
    memset(offsets, 0, sizeof offsets);
    assert_int_equal(geodist_find_many_utf8(NULL, offsets, 5, arrays_of(&got)), 0);
    assert_int_equal(got.statuses[4], GEODIST_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_each_text_as_geodist_find_does),
        cmocka_unit_test(finds_groups_of_every_size),
        cmocka_unit_test(finds_all_that_tests_know_of),
        cmocka_unit_test(finds_all_names_of_the_table),
        cmocka_unit_test(accepts_arrays_that_are_null),
        cmocka_unit_test(reads_texts_as_arrow_lays_them_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
