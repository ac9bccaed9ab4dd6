#include "places/valid_text.h"

#include "texts.h"
#include "utf8_reference.h"

static bool is_white_space(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* The error of a text, byte by byte. */
static geodist_error reference_error(geodist_text text)
{
    size_t start = 0, end = text.length;
    while (start < end && is_white_space(text.bytes[start]))
        start++;
    while (end > start && is_white_space(text.bytes[end - 1]))
        end--;
    for (size_t at = start; at < end;) {
        unsigned char byte = (unsigned char)text.bytes[at];
        size_t length = reference_length((geodist_text){text.bytes + at, end - at});
        if (length == 0 || (length == 3 && memcmp(text.bytes + at, "\xef\xbf\xbd", 3) == 0))
            return (geodist_error){GEODIST_NOT_UTF8, at, length ? length : 1};
        if (byte < 0x20 || byte == 0x7F ||
            (byte == 0xC2 && (unsigned char)text.bytes[at + 1] < 0xA0))
            return (geodist_error){GEODIST_CONTROL_CHARACTER, at, length};
        at += length;
    }
    return (geodist_error){GEODIST_OK, 0, 0};
}

static void check(const char *bytes, size_t length)
{
    char *copy = exact_copy(bytes, length);
    geodist_error error = {GEODIST_OK, 0, 0};
    geodist_error expected = reference_error((geodist_text){copy, length});
    geodist_status status = gd_check_text((geodist_text){copy, length}, &error);
    assert_int_equal(status, expected.status);
    assert_int_equal(error.status, expected.status);
    assert_int_equal(error.offset, expected.offset);
    assert_int_equal(error.length, expected.length);
    free(copy);
}

static void finds_the_first_byte_or_character_at_fault(void **state)
{
    static const char *const pieces[] = {
        "a",    "Z",    "~",        " ",        "\t",       "\n",      "\r",  "\v",
        "\x01", "\x1f", "\x7f",     "\x80",     "\xff",     "\xc2\x80", "é",   "\xc2\x9f",
        "\xc2\xa0",     "東",       "\xed\xa0\x80", "\xf0\x9f\x98\x80", "\xe2\x80\x8b", "elpaso",
        "\xef\xbf\xbd", "\xef\xbf\xbc",
    };
    enum { PIECES = sizeof pieces / sizeof *pieces };
    (void)state;
    srand(20261121);
    for (int round = 0; round < 200000; round++) {
        char text[200] = "";
        int count = rand() % 12;
        for (int i = 0; i < count; i++)
            strcat(text, pieces[rand() % (round % 3 ? PIECES : 4)]);
        check(text, strlen(text));
    }
}

static void sees_one_bad_byte_anywhere_in_a_text_of_any_length(void **state)
{
    (void)state;
    for (size_t length = 1; length < 30; length++)
        for (size_t at = 0; at < length; at++)
            for (int byte = 0; byte < 256; byte++) {
                char text[30];
                memset(text, 'n', sizeof text);
                text[at] = (char)byte;
                check(text, length);
            }
}

static void allows_white_space_at_the_ends_only(void **state)
{
    geodist_error error = {GEODIST_OK, 0, 0};
    (void)state;
    assert_int_equal(gd_check_text(geodist_string("\r\n\t paris, tx \v\f\n"), &error), GEODIST_OK);
    assert_int_equal(gd_check_text(geodist_string(" \t\n"), &error), GEODIST_OK);
    assert_int_equal(gd_check_text((geodist_text){NULL, 0}, &error), GEODIST_OK);
    assert_int_equal(error.status, GEODIST_OK);
    assert_int_equal(gd_check_text(geodist_string(" el\tpaso"), &error), GEODIST_CONTROL_CHARACTER);
    assert_int_equal(error.offset, 3);
    assert_int_equal(error.length, 1);
    assert_int_equal(gd_check_text(geodist_string("paris\xc2\x85"), &error),
                     GEODIST_CONTROL_CHARACTER);
    assert_int_equal(error.offset, 5);
    assert_int_equal(error.length, 2);
}

static void knows_a_question_mark_in_the_place_of_a_letter(void **state)
{
    static const char *const damaged[] = {"Montr?al", "S?o Lu?s", "Hu?",  "?ar", "paris?",   "31?45",
                                          "? a?",     "\xC3\xA9?", "?\xE6\x9D\xB1", "a, b?", "??x"};
    static const char *const others[] = {"", "?", "??", "? ?", "paris ?", "? paris", "(?)", "Lebur Bit ? I",
                                         "paris", "paris, ?", "-?-"};
    (void)state;
    for (size_t i = 0; i < sizeof damaged / sizeof *damaged; i++) {
        char *copy = exact_copy(damaged[i], strlen(damaged[i]));
        if (!gd_is_damaged((geodist_text){copy, strlen(damaged[i])}))
            fail_msg("'%s' is not damaged", damaged[i]);
        free(copy);
    }
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        char *copy = exact_copy(others[i], strlen(others[i]));
        if (gd_is_damaged((geodist_text){copy, strlen(others[i])}))
            fail_msg("'%s' is damaged", others[i]);
        free(copy);
    }
    assert_false(gd_is_damaged((geodist_text){NULL, 0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_the_first_byte_or_character_at_fault),
        cmocka_unit_test(sees_one_bad_byte_anywhere_in_a_text_of_any_length),
        cmocka_unit_test(allows_white_space_at_the_ends_only),
        cmocka_unit_test(knows_a_question_mark_in_the_place_of_a_letter),
    };
    return cmocka_run_group_tests_name("valid_text", tests, NULL, NULL);
}
