#include "text/slice.h"

#include "texts.h"

static void clips_a_slice_to_the_text(void **state)
{
    static const char bytes[] = "abcdef";
    (void)state;
    for (size_t length = 0; length <= 6; length++)
        for (size_t offset = 0; offset <= 8; offset++)
            for (size_t wanted = 0; wanted <= 8; wanted++) {
                geodist_text part = slice((geodist_text){bytes, length}, offset, wanted);
                size_t start = offset < length ? offset : length;
                assert_ptr_equal(part.bytes, bytes + start);
                assert_int_equal(part.length, length - start < wanted ? length - start : wanted);
            }
    assert_int_equal(slice((geodist_text){bytes, 6}, 2, SIZE_MAX).length, 4);
}

static void takes_empty_text_without_bytes(void **state)
{
    geodist_text rest, none = {NULL, 0};
    (void)state;
    assert_int_equal(slice(none, 3, 4).length, 0);
    assert_int_equal(trim(none).length, 0);
    assert_int_equal(cut(none, ',', &rest).length, 0);
    assert_int_equal(rest.length, 0);
    assert_true(same_text(none, geodist_string("")));
}

static void trims_white_space_of_ascii_only(void **state)
{
    (void)state;
    assert_true(is_text(trim(geodist_string(" \t\n\v\f\r a b \t\n\v\f\r ")), "a b"));
    assert_true(is_text(trim(geodist_string("\u00a0a\u2003")), "\u00a0a\u2003"));
    assert_true(is_text(trim(geodist_string(" \n ")), ""));
    assert_true(is_text(trim((geodist_text){"\0a\0", 3}), "") == false);
}

static void cuts_at_the_first_delimiter(void **state)
{
    geodist_text rest;
    (void)state;
    assert_true(is_text(cut(geodist_string("a,b,c"), ',', &rest), "a"));
    assert_true(is_text(rest, "b,c"));
    assert_true(is_text(cut(geodist_string(",b"), ',', &rest), ""));
    assert_true(is_text(rest, "b"));
    assert_true(is_text(cut(geodist_string("a,"), ',', &rest), "a"));
    assert_true(is_text(rest, ""));
    geodist_text whole = geodist_string("abc");
    assert_true(is_text(cut(whole, ',', &rest), "abc"));
    assert_ptr_equal(rest.bytes, whole.bytes + 3);
    assert_int_equal(rest.length, 0);
}

static void classifies_every_byte_as_c_does_for_ascii(void **state)
{
    (void)state;
    for (int byte = 0; byte < 256; byte++) {
        char c = (char)byte;
        assert_int_equal(is_digit(c), byte && strchr("0123456789", byte) != NULL);
        assert_int_equal(is_numeric(c), byte && strchr("0123456789.", byte) != NULL);
        assert_int_equal(is_space(c), byte && strchr(" \t\n\v\f\r", byte) != NULL);
        bool upper = byte && strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", byte) != NULL;
        bool small = byte && strchr("abcdefghijklmnopqrstuvwxyz", byte) != NULL;
        assert_int_equal(is_ascii_letter(c), upper || small);
        assert_int_equal(lower(c), upper ? (char)(byte + 32) : c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clips_a_slice_to_the_text),
        cmocka_unit_test(takes_empty_text_without_bytes),
        cmocka_unit_test(trims_white_space_of_ascii_only),
        cmocka_unit_test(cuts_at_the_first_delimiter),
        cmocka_unit_test(classifies_every_byte_as_c_does_for_ascii),
    };
    return cmocka_run_group_tests_name("slice", tests, NULL, NULL);
}
