#include "../../src/core/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The key of a name that lies in a block of its own size, as a string; the length is
 * what gd_fold says. */
static const char *fold(geodist_text name, size_t *length)
{
    static char string[GD_KEY_MAX + 1];
    char *exact = malloc(name.length ? name.length : 1), *key = malloc(GD_KEY_MAX);
    if (name.length)
        memcpy(exact, name.bytes, name.length);
    *length = gd_fold((geodist_text){exact, name.length}, key);
    size_t kept = *length <= GD_KEY_MAX ? *length : 0;
    memcpy(string, key, kept);
    string[kept] = '\0';
    free(exact);
    free(key);
    return string;
}

static void makes_one_key_of_all_spellings(void **state)
{
    static const char *const cases[][2] = {
        {"El Paso", "elpaso"}, {"EL-PASO", "elpaso"}, {"São Paulo", "saopaulo"},
        {"Tromsø", "tromso"}, {"Łódź", "lodz"}, {"Köln", "koln"}, {"Straße", "strasse"},
        {"İstanbul", "istanbul"}, {"Đà Nẵng", "danang"}, {"Ñuñoa", "nunoa"},
        {"Nukuʻalofa", "nukualofa"}, {"N’Djamena", "ndjamena"}, {"Ærøskøbing", "aeroskobing"},
        {"МОСКВА", "москва"}, {"Йошкар-Ола", "иошкарола"}, {"ΑΘΉΝΑ", "αθηνα"},
        {"Αθήνας", "αθηνασ"}, {"東京", "東京"}, {"ＴＯＫＹＯ", "tokyo"}, {"ガーナ", "ガーナ"},
        {"ｶﾞｰﾅ", "ガーナ"}, {"カ\u3099ーナ", "ガーナ"}, {"서울", "서울"},
        {"\u1109\u1165\u110b\u116e\u11af", "서울"}, {"กรุงเทพ", "กรุงเทพ"},
        {"नैरोबी", "नैरोबी"}, {"القَاهِرَة", "القاهرة"}, {"الـقاهرة", "القاهرة"},
        {"ירושָלים", "ירושלים"}, {"٦ أكتوبر", "6اكتوبر"}, {"", ""}, {" -,.'", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length;
        assert_string_equal(fold(geodist_literal(cases[i][0]), &length), cases[i][1]);
        assert_int_equal(length, strlen(cases[i][1]));
    }
}

static void drops_bytes_that_are_not_utf8(void **state)
{
    static const char *const cases[][2] = {
        {"par\xffis", "paris"}, {"par\xc3is", "paris"}, {"paris\xe2\x82", "paris"},
        {"\xc0\xaf" "a", "a"}, {"\xed\xa0\x80" "a", "a"}, {"\xf5\x80\x80\x80" "a", "a"},
        {"\xf4\x90\x80\x80" "a", "a"}, {"\xe0\x80\x80" "a", "a"}, {"\x80" "a", "a"},
    };
    (void)state;
    size_t length;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(fold(geodist_literal(cases[i][0]), &length), cases[i][1]);
    assert_string_equal(fold((geodist_text){"pa\0ris", 6}, &length), "paris");
}

static void gives_the_same_key_for_a_key(void **state)
{
    (void)state;
    srand(20261120);
    for (int round = 0; round < 200000; round++) {
        char name[24], key[GD_KEY_MAX], again[GD_KEY_MAX];
        size_t length = 0;
        while (length < sizeof name - 4) {
            uint32_t code = (uint32_t)(rand() % 2 ? rand() % 0x600 : rand() % 0x20000);
            if (code < 0x80) {
                name[length++] = (char)code;
            } else if (code < 0x800) {
                name[length++] = (char)(0xc0 | code >> 6);
                name[length++] = (char)(0x80 | (code & 0x3f));
            } else if (code < 0x10000) {
                name[length++] = (char)(0xe0 | code >> 12);
                name[length++] = (char)(0x80 | (code >> 6 & 0x3f));
                name[length++] = (char)(0x80 | (code & 0x3f));
            }
        }
        size_t first = gd_fold((geodist_text){name, length}, key);
        if (first > GD_KEY_MAX)
            continue;
        assert_int_equal(gd_fold((geodist_text){key, first}, again), first);
        assert_memory_equal(key, again, first);
    }
}

static void says_when_a_key_is_too_long(void **state)
{
    char name[4 * GD_KEY_MAX];
    (void)state;
    memset(name, 'A', sizeof name);
    for (size_t i = 0; i < sizeof name; i += 2)
        name[i] = '-';
    size_t length;
    fold((geodist_text){name, 2 * GD_KEY_MAX}, &length);
    assert_int_equal(length, GD_KEY_MAX);
    fold((geodist_text){name, 2 * GD_KEY_MAX + 2}, &length);
    assert_int_equal(length, GD_KEY_MAX + 1);
    memset(name, '-', sizeof name);
    fold((geodist_text){name, sizeof name}, &length);
    assert_int_equal(length, 0);

    /* 32 syllables in 96 jamo fill a key when they are put together; 33 do not fit. */
    char jamo[9 * 33];
    for (size_t i = 0; i < sizeof jamo; i += 9)
        memcpy(jamo + i, "\u1109\u1165\u11af", 9);
    fold((geodist_text){jamo, 9 * 32}, &length);
    assert_int_equal(length, GD_KEY_MAX);
    fold((geodist_text){jamo, 9 * 33}, &length);
    assert_int_equal(length, GD_KEY_MAX + 1);
}

static void reads_no_byte_beyond_any_cut(void **state)
{
    const char name[] = "São \u1109\u1165 カ\u3099 नैरो \xf0\x90\x90\x80 ﷺ";
    (void)state;
    for (size_t from = 0; from < sizeof name; from++)
        for (size_t to = from; to < sizeof name; to++) {
            size_t length;
            fold((geodist_text){name + from, to - from}, &length);
            assert_true(length <= GD_KEY_MAX);
        }
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++) {
            const char pair[] = {(char)first, (char)second};
            size_t length;
            fold((geodist_text){pair, 2}, &length);
            assert_true(length <= 4);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_one_key_of_all_spellings),
        cmocka_unit_test(drops_bytes_that_are_not_utf8),
        cmocka_unit_test(gives_the_same_key_for_a_key),
        cmocka_unit_test(says_when_a_key_is_too_long),
        cmocka_unit_test(reads_no_byte_beyond_any_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
