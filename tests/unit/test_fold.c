#include "places/fold.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

/* The key of a name as a string, valid until the next call. Name and key are in blocks of exactly
 * their sizes, so that a sanitizer sees any access beyond them. */
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

static const char *fold_bytes(const char *bytes, size_t length)
{
    size_t ignored;
    return fold((geodist_text){bytes, length}, &ignored);
}

static void check_cases(const char *const cases[][2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t length;
        assert_string_equal(fold(geodist_string(cases[i][0]), &length), cases[i][1]);
        assert_int_equal(length, strlen(cases[i][1]));
    }
}

#define CHECK(cases) check_cases(cases, sizeof cases / sizeof *cases)

static size_t encode(uint32_t code, char bytes[4])
{
    size_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    for (size_t i = length - 1; i > 0; i--, code >>= 6)
        bytes[i] = (char)(0x80 | (code & 0x3f));
    bytes[0] = (char)(leads[length] | code);
    return length;
}

/* ---- Spellings of one name ---------------------------------------------------------------- */

static void makes_one_key_of_all_spellings(void **state)
{
    static const char *const cases[][2] = {
        {"El Paso", "elpaso"}, {"EL-PASO", "elpaso"}, {"elpaso", "elpaso"},
        {"São Paulo", "saopaulo"}, {"Sa\u0303o Paulo", "saopaulo"}, {"Tromsø", "tromso"},
        {"Łódź", "lodz"}, {"Köln", "koln"}, {"Straße", "strasse"}, {"STRAẞE", "strasse"},
        {"İstanbul", "istanbul"}, {"ISTANBUL", "istanbul"}, {"Iğdır", "igdir"},
        {"Đà Nẵng", "danang"}, {"Ñuñoa", "nunoa"}, {"Þingeyri", "thingeyri"},
        {"Nukuʻalofa", "nukualofa"}, {"N’Djamena", "ndjamena"}, {"Ærøskøbing", "aeroskobing"},
        {"Bəhrəmtəpə", "behremtepe"}, {"Ǆepčište", "dzepciste"}, {"ﬁﬂ", "fifl"},
        {"ＴＯＫＹＯ", "tokyo"}, {"𝕷𝔬𝔫𝔡𝔬𝔫", "london"}, {"Ⅻ ½ ①", "xii121"},
        {"", ""}, {" -,.'", ""}, {"\u0301\u0345", ""},
    };
    (void)state;
    CHECK(cases);
}

static void ignores_case_in_every_script(void **state)
{
    static const char *const cases[][2] = {
        {"МОСКВА", "москва"}, {"Йошкар-Ола", "иошкарола"}, {"Ѽ", "ѽ"}, {"ΑΘΉΝΑ", "αθηνα"},
        {"Αθήνας", "αθηνασ"}, {"ᾼ", "α"}, {"Երևան", "երեւան"}, {"ԵՐԵՒԱՆ", "երեւան"},
        {"ᲗᲑᲘᲚᲘᲡᲘ", "თბილისი"}, {"Ⴇ", "ⴇ"}, {"ꮳꮃꭹ", "ᏣᎳᎩ"}, {"𐐀𐐨", "𐐨𐐨"},
        {"𞤀𞤣𞤤𞤢𞤥", "𞤢𞤣𞤤𞤢𞤥"}, {"Ⲁ", "ⲁ"}, {"Ꙁ", "ꙁ"},
    };
    (void)state;
    CHECK(cases);
}

static void keeps_marks_that_stand_for_vowels(void **state)
{
    static const char *const cases[][2] = {
        {"กรุงเทพ", "กรุงเทพ"}, {"नैरोबी", "नैरोबी"}, {"क़", "क़"}, {"ရန်ကုန်", "ရန်ကုန်"},
        {"ភ្នំពេញ", "ភ្នំពេញ"}, {"ལྷ་ས", "ལྷས"}, {"މާލެ", "މާލެ"}, {"القَاهِرَة", "القاهرة"},
        {"الـقاهرة", "القاهرة"}, {"ﺍﻟﻘﺎﻫﺮﺓ", "القاهرة"}, {"ירושָלים", "ירושלים"},
        {"٦ أكتوبر", "6اكتوبر"}, {"६", "6"}, {"ﷺ", "صلىاللهعليهوسلم"},
    };
    (void)state;
    CHECK(cases);
}

static void composes_hangul_and_kana(void **state)
{
    static const char *const cases[][2] = {
        {"서울", "서울"}, {"\u1109\u1165\u110b\u116e\u11af", "서울"}, {"ㅅㅓ", "서"},
        {"서\u11af", "설"}, {"설\u11af", "설\u11af"}, {"\u1109\u0301\u1165", "서"},
        {"ﾡￂ", "가"}, {"ガーナ", "ガーナ"}, {"ｶﾞｰﾅ", "ガーナ"}, {"カ\u3099ーナ", "ガーナ"},
        {"は\u309aは\u3099", "ぱば"}, {"う\u3099ウ\u3099ヲ\u3099ゝ\u3099", "ゔヴヺゞ"},
        {"か\u309a", "か\u309a"}, {"つ\u309aう\u309a", "つ\u309aう\u309a"},
        {"ヲ\u309aゝ\u309a", "ヲ\u309aゝ\u309a"}, {"な\u3099", "な\u3099"}, {"\u3099", "\u3099"},
        {"東京", "東京"}, {"\uf900\U0002f800\U0002f803", "\u8c48\u4e3d\U00020122"},
        {"㌔", "キロ"}, {"㍿", "株式会社"},
    };
    (void)state;
    CHECK(cases);
}

/* Marks were once sorted before the dash was dropped: the key of such a key was another. */
static void sorts_marks_after_dropping_what_is_between_them(void **state)
{
    static const char *const cases[][2] = {
        {"ก\u0e38\u0e48", "ก\u0e38\u0e48"},  {"ก\u0e48\u0e38", "ก\u0e38\u0e48"},
        {"ก\u0e48-\u0e38", "ก\u0e38\u0e48"}, {"ก\u0e48ก\u0e38", "ก\u0e48ก\u0e38"},
        {"か\u3099\u093c", "か\u093c\u3099"}, {"が\u093c", "か\u093c\u3099"},
    };
    (void)state;
    CHECK(cases);
}

static void gives_the_same_key_for_a_key(void **state)
{
    (void)state;
    srand(20261120);
    for (uint32_t round = 0; round < 0x110000 + 300000; round++) {
        char name[24], key[GD_KEY_MAX], again[GD_KEY_MAX];
        size_t length = 0;
        if (round < 0x110000) {
            length = encode(round, name);
        } else {
            uint32_t around = (uint32_t)rand() % 0x20000;
            while (length < sizeof name - 4) {
                uint32_t code = around + (uint32_t)rand() % 0x80;
                length += encode(rand() % 3 ? code : (uint32_t)rand() % 0x3100, name + length);
            }
        }
        size_t first = gd_fold((geodist_text){name, length}, key);
        if (first > GD_KEY_MAX)
            continue;
        assert_int_equal(gd_fold((geodist_text){key, first}, again), first);
        assert_memory_equal(key, again, first);
    }
}

/* ---- Text that is not a name ----------------------------------------------------------------- */

static void drops_bytes_that_are_not_utf8(void **state)
{
    static const char *const cases[][2] = {
        {"par\xffis", "paris"},         {"par\xc3is", "paris"},
        {"paris\xe2\x82", "paris"},     {"paris\xf0\x9f\x8f", "paris"},
        {"\x80" "a", "a"},              {"\xc0\xaf" "a", "a"},
        {"\xc1\xa1" "a", "a"},          {"\xe0\x81\xa1" "a", "a"},
        {"\xf0\x80\x81\xa1" "a", "a"},  {"\xed\xa0\x80\xed\xb0\x80" "a", "a"},
        {"\xf4\x90\x80\x80" "a", "a"},  {"\xf5\x80\x80\x80" "a", "a"},
        {"\xf8\x88\x80\x80\x80", ""},   {"\xf0\x9f" "ab\xc3\xa9", "abe"},
        {"\xe2\xc3\xa9", "e"},          {"\xf4\x8f\xbf\xbf" "a", "a"},
        {"\xe2\x82" "ab", "ab"},         {"\xf0\x9f" "abc", "abc"},
        {"\xf0" "abc", "abc"},           {"\xf0\x9f\x8f" "ab", "ab"},
    };
    (void)state;
    CHECK(cases);
    assert_string_equal(fold_bytes("pa\0ris", 6), "paris");
    assert_string_equal(fold_bytes(NULL, 0), "");
}

static void keeps_of_one_byte_an_ascii_letter_or_digit(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 256; byte++) {
        bool upper = byte >= 'A' && byte <= 'Z', lower = byte >= 'a' && byte <= 'z';
        char kept = (char)(upper ? byte + 32 : lower || (byte >= '0' && byte <= '9') ? byte : 0);
        const char name = (char)byte, expected[] = {kept, '\0'};
        assert_string_equal(fold_bytes(&name, 1), expected);
    }
}

static void keeps_of_two_bytes_what_each_is_unless_they_are_one_character(void **state)
{
    (void)state;
    for (unsigned first = 0; first < 256; first++)
        for (unsigned second = 0; second < 256; second++) {
            const char pair[] = {(char)first, (char)second};
            if (first >= 0xc2 && first < 0xe0 && second >= 0x80 && second < 0xc0)
                continue; /* tests/fold_reference.py compares all characters */
            char expected[3];
            strcpy(expected, fold_bytes(pair, 1));
            strcat(expected, fold_bytes(pair + 1, 1));
            assert_string_equal(fold_bytes(pair, 2), expected);
        }
}

static void ignores_a_character_that_is_cut(void **state)
{
    static const char name[] = "São \u1109\u1165 カ\u3099 नैरो \xf0\x90\x90\x80 ﷺ";
    (void)state;
    for (size_t from = 0; from < sizeof name; from++)
        for (size_t to = from; to < sizeof name; to++) {
            size_t start = from, end = to;
            while (start < end && ((unsigned char)name[start] & 0xc0) == 0x80)
                start++;
            while (end > start && ((unsigned char)name[end] & 0xc0) == 0x80)
                end--;
            char whole[GD_KEY_MAX + 1];
            strcpy(whole, fold_bytes(name + start, end - start));
            assert_string_equal(fold_bytes(name + from, to - from), whole);
        }
}

/* ---- Length of keys ------------------------------------------------------------------------ */

/* The length of the key of a text repeated so many times and followed by a last word. */
static size_t key_length(const char *text, size_t times, const char *last)
{
    size_t length, size = strlen(text), end = strlen(last);
    char *name = malloc(times * size + end + 1);
    for (size_t i = 0; i < times; i++)
        memcpy(name + i * size, text, size);
    memcpy(name + times * size, last, end);
    fold((geodist_text){name, times * size + end}, &length);
    free(name);
    return length;
}

static void says_when_a_key_is_too_long(void **state)
{
    enum { MAX = GD_KEY_MAX, OVER = GD_KEY_MAX + 1 };
    (void)state;
    assert_int_equal(key_length("A-", MAX, ""), MAX);
    assert_int_equal(key_length("A-", MAX, "é"), OVER);
    assert_int_equal(key_length("A-", MAX, "9"), OVER);
    assert_int_equal(key_length("A-", 100000, ""), OVER);
    assert_int_equal(key_length("A", MAX - 1, "é"), MAX);
    assert_int_equal(key_length("A", MAX - 1, "ж"), OVER);
    assert_int_equal(key_length("A", MAX - 4, "𐐀"), MAX);
    assert_int_equal(key_length("A", MAX - 3, "𐐀"), OVER);
    assert_int_equal(key_length("Ж", MAX / 2, ""), MAX);
    assert_int_equal(key_length("Ж", MAX / 2, "a"), OVER);
    assert_int_equal(key_length("ﷺ", 100, ""), OVER);
    assert_int_equal(key_length("\u0e48", MAX / 3, ""), MAX);
    assert_int_equal(key_length("\u0e48", 100000, ""), OVER);
}

/* Before composition these have up to three times as many bytes as their key. */
static void measures_a_key_after_composition(void **state)
{
    (void)state;
    assert_int_equal(key_length("\u1109\u1165\u11af", 32, ""), GD_KEY_MAX);
    assert_int_equal(key_length("\u1109\u1165\u11af", 32, "a"), GD_KEY_MAX + 1);
    assert_int_equal(key_length("カ\u3099", 32, ""), GD_KEY_MAX);
    assert_int_equal(key_length("カ\u3099", 32, "a"), GD_KEY_MAX + 1);
    assert_int_equal(key_length("설", 32, "\u0301"), GD_KEY_MAX);
}

static void reads_through_any_length_of_punctuation(void **state)
{
    (void)state;
    assert_int_equal(key_length("-", 100000, "Oslo"), 4);
    assert_int_equal(key_length("’", 100000, "Oslo"), 4);
    assert_int_equal(key_length("\xff", 100000, "Tromsø"), 6);
    assert_int_equal(key_length("\u0301", 100000, ""), 0);
}

/* After an invisible character no letter takes the short way. */
static void folds_latin_letters_as_after_other_characters(void **state)
{
    (void)state;
    for (unsigned code = 0x80; code < 0x280; code++) {
        const char bytes[] = {'\xE2', '\x80', '\x8B', (char)(0xC0 | code >> 6),
                              (char)(0x80 | (code & 0x3F)), 'q'};
        char longer[GD_KEY_MAX], key[GD_KEY_MAX];
        for (size_t length = 1; length <= 3; length++) { /* cut inside the letter, too */
            size_t expected = gd_fold((geodist_text){bytes, 3 + length}, longer);
            assert_int_equal(gd_fold((geodist_text){bytes + 3, length}, key), expected);
            assert_memory_equal(key, longer, expected);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_one_key_of_all_spellings),
        cmocka_unit_test(ignores_case_in_every_script),
        cmocka_unit_test(keeps_marks_that_stand_for_vowels),
        cmocka_unit_test(composes_hangul_and_kana),
        cmocka_unit_test(sorts_marks_after_dropping_what_is_between_them),
        cmocka_unit_test(gives_the_same_key_for_a_key),
        cmocka_unit_test(drops_bytes_that_are_not_utf8),
        cmocka_unit_test(keeps_of_one_byte_an_ascii_letter_or_digit),
        cmocka_unit_test(keeps_of_two_bytes_what_each_is_unless_they_are_one_character),
        cmocka_unit_test(ignores_a_character_that_is_cut),
        cmocka_unit_test(says_when_a_key_is_too_long),
        cmocka_unit_test(measures_a_key_after_composition),
        cmocka_unit_test(reads_through_any_length_of_punctuation),
        cmocka_unit_test(folds_latin_letters_as_after_other_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
