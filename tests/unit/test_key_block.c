#include "places/fingerprints.h"
#include "places/key_block.h"

#include "pairs.h"
#include "texts.h"

static void swaps_and_loads_words(void **state)
{
    static const char bytes[] = "\x01\x82\x03\x84\x05\x86\x07\x88\x09";
    (void)state;
    assert_true(gd_load_eight(bytes) == UINT64_C(0x8807860584038201));
    assert_true(gd_swap_bytes(gd_load_eight(bytes)) == UINT64_C(0x0182038405860788));
    for (size_t length = 0; length < 8; length++) {
        char *copy = exact_copy(bytes, length);
        uint64_t expected = 0;
        for (size_t i = 0; i < length; i++)
            expected |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
        assert_true(gd_load_short(copy, length) == expected);
        assert_true(gd_key_head((geodist_text){copy, length}) == gd_swap_bytes(expected));
        free(copy);
    }
}

static void matches_the_same_marks_with_and_without_vectors(void **state)
{
    uint64_t seed = 12;
    unsigned char marks[GD_BLOCK];
    (void)state;
    for (int round = 0; round < 20000; round++) {
        unsigned char wanted = (unsigned char)random_bits(&seed);
        uint32_t expected = 0;
        for (unsigned i = 0; i < GD_BLOCK; i++) {
            uint64_t bits = random_bits(&seed);
            marks[i] = bits & 1 ? (unsigned char)(wanted ^ (bits >> 8 & 1) << 7)
                                : (unsigned char)(wanted + (bits >> 8 & 3));
            expected |= (uint32_t)(marks[i] == wanted) << i;
        }
        assert_int_equal(gd_matching_plain(marks, wanted), expected);
        assert_int_equal(gd_matching_fingerprints(marks, wanted), expected);
    }
}

static void has_a_fingerprint_of_all_bytes(void **state)
{
    enum { LONGEST = 40 };
    unsigned seen[256] = {0};
    (void)state;
    for (size_t length = 1; length <= LONGEST; length++) {
        unsigned differing = 0;
        char *key = exact_copy("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", length);
        unsigned char before = gd_fingerprint((geodist_text){key, length});
        for (size_t at = 0; at < length; at++) {
            key[at] = 'b';
            differing += gd_fingerprint((geodist_text){key, length}) != before;
            key[at] = 'a';
        }
        seen[before]++;
        assert_in_range(differing, length - length / 8, length);
        free(key);
    }
    for (size_t i = 0; i < 256; i++)
        assert_in_range(seen[i], 0, 4);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(swaps_and_loads_words),
        cmocka_unit_test(matches_the_same_marks_with_and_without_vectors),
        cmocka_unit_test(has_a_fingerprint_of_all_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
