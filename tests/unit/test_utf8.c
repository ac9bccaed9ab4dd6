#include "text/utf8.h"

#include "texts.h"
#include "utf8_reference.h"

static bool is_surrogate(uint32_t code)
{
    return code >= 0xD800 && code < 0xE000;
}

static void decodes_what_it_encodes(void **state)
{
    (void)state;
    for (uint32_t code = 0; code < GD_NOT_UTF8; code++) {
        char bytes[GD_UTF8_MAX];
        size_t length;
        if (is_surrogate(code))
            continue;
        size_t encoded = utf8_encode(code, bytes, sizeof bytes);
        geodist_text text = {bytes, encoded};
        assert_int_equal(reference_length(text), encoded);
        assert_int_equal(utf8_decode(text, &length), code);
        assert_int_equal(length, encoded);
        assert_int_equal(utf8_length(text), encoded);
    }
}

/* Ascending code points have ascending bytes, so each encodes to bytes of its own. */
static void encodes_in_the_order_of_code_points(void **state)
{
    char before[GD_UTF8_MAX] = {0};
    (void)state;
    for (uint32_t code = 1; code < GD_NOT_UTF8; code++) {
        char bytes[GD_UTF8_MAX] = {0};
        if (is_surrogate(code))
            continue;
        utf8_encode(code, bytes, sizeof bytes);
        assert_true(memcmp(before, bytes, sizeof bytes) < 0);
        memcpy(before, bytes, sizeof bytes);
    }
}

static void encodes_nothing_without_room(void **state)
{
    static const uint32_t codes[] = {'a', 0xE9, 0x6771, 0x1F600};
    (void)state;
    for (size_t i = 0; i < 4; i++)
        for (size_t room = 0; room <= GD_UTF8_MAX; room++) {
            char *bytes = exact_copy("????", room);
            assert_int_equal(utf8_encode(codes[i], bytes, room), room < i + 1 ? 0 : i + 1);
            free(bytes);
        }
}

static void check(const unsigned char *bytes, size_t count)
{
    size_t length;
    geodist_text text = {(const char *)bytes, count};
    size_t expected = reference_length(text);
    bool decoded = utf8_decode(text, &length) != GD_NOT_UTF8;
    if (decoded != (expected > 0) || length != (expected ? expected : 1))
        fail_msg("%02x %02x %02x %02x (%zu bytes)", bytes[0], bytes[1], bytes[2], bytes[3], count);
}

/* All sequences of one, two and three bytes, and of four every combination of the bytes at which
 * table 3-7 changes; each also cut short. */
static void accepts_exactly_what_the_standard_does(void **state)
{
    static const unsigned char edges[] = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF,
                                          0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xEC, 0xED, 0xEE,
                                          0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF};
    enum { EDGES = sizeof edges };
    (void)state;
    for (uint32_t bits = 0; bits < 0x1000000; bits++) {
        unsigned char bytes[4] = {(unsigned char)(bits >> 16), (unsigned char)(bits >> 8),
                                  (unsigned char)bits, 0};
        check(bytes, 3);
        if ((bits & 0xFF) == 0)
            check(bytes, 2);
        if ((bits & 0xFFFF) == 0)
            check(bytes, 1);
    }
    for (size_t i = 0; i < EDGES * EDGES * EDGES * EDGES; i++) {
        unsigned char bytes[4] = {edges[i / EDGES / EDGES / EDGES], edges[i / EDGES / EDGES % EDGES],
                                  edges[i / EDGES % EDGES], edges[i % EDGES]};
        check(bytes, 4);
        check(bytes, 3);
    }
}

static void reads_nothing_beyond_the_text(void **state)
{
    (void)state;
    static const char *const characters[] = {"a", "é", "東", "\U0001F600"};
    for (size_t i = 0; i < 4; i++)
        for (size_t kept = 1; kept <= i + 1; kept++) {
            size_t length;
            char *bytes = exact_copy(characters[i], kept);
            uint32_t code = utf8_decode((geodist_text){bytes, kept}, &length);
            assert_int_equal(code == GD_NOT_UTF8, kept <= i);
            free(bytes);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(decodes_what_it_encodes),
        cmocka_unit_test(encodes_in_the_order_of_code_points),
        cmocka_unit_test(encodes_nothing_without_room),
        cmocka_unit_test(accepts_exactly_what_the_standard_does),
        cmocka_unit_test(reads_nothing_beyond_the_text),
    };
    return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
