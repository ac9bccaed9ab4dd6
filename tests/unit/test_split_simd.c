/* The rules of split.c alone, without the fast path; first, for cmocka has a macro skip(). */
#define gd_split_line split_line_by_rules
#define gd_split_arguments split_arguments_by_rules
#include "input/split_phrases.h"
#include "input/split_simd.h"
#define gd_split_names(line, fields, count) false
#include "input/split.c"
#undef gd_split_names

#include "pairs.h"
#include "texts.h"

enum { LINE_SIZE = 100 };

static size_t fast_lines;
static char scratch[LINE_SIZE];

/* The line is in a block of exactly its size, so that a sanitizer sees any access beyond. */
static bool agrees(const char *bytes, size_t length)
{
    char *line = exact_copy(bytes, length), *same = exact_copy(bytes, length);
    geodist_text fields[LINE_SIZE + 1], expected[LINE_SIZE + 1];
    size_t count = 0;
    split_result result;
    bool good = true;
    geodist_text rest = gd_skip_from((geodist_text){line, length});
    if (gd_split_names(rest, fields, &count)) {
        fast_lines++;
        good = split_line_by_rules((geodist_text){same, length}, SPLIT_AUTO, expected,
                                   &(char *){scratch}, &result) ==
                   SPLIT_OK &&
               count == result.count && !result.at_blanks && result.at_commas &&
               result.whole.length == rest.length;
        for (size_t i = 0; good && i < count; i++)
            good = fields[i].bytes - line == expected[i].bytes - same &&
                   fields[i].length == expected[i].length;
    } else {
        good = count == 0;
    }
    free(line);
    free(same);
    return good;
}

static void gives_the_fields_of_the_rules_on_random_lines(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        ",", ",", ",", ",", " ", " ", " ", "to", "To", " to ", "t", "o", "a", "Paris", "San",
        "El Paso", "Nairobi", "New York", "N", "S", "g", "geo:", "51.5, -0.12", "From", "from ", "geo:1,2", "-", "1", "31.5",
        "\xE2\x88\x92", "\xC3\xA9", "\"", ";", "\t", "'", "\r", "\x01", "\x7f", "Toronto",
        "\xE6\x9D\xB1\xE4\xBA\xAC", "#", "->", ">", "\xE2\x86\x92", "\xC2\xA0", "@", "`", "(",
    };
    uint64_t seed = 31;
    fast_lines = 0;
    for (int round = 0; round < 300000; round++) {
        char line[LINE_SIZE];
        size_t length = 0, wanted = (size_t)(random_bits(&seed) % 24);
        for (size_t i = 0; i < wanted; i++) {
            const char *piece = pieces[random_bits(&seed) % (sizeof pieces / sizeof *pieces)];
            if (length + strlen(piece) > sizeof line)
                break;
            memcpy(line + length, piece, strlen(piece));
            length += strlen(piece);
        }
        if (!agrees(line, length))
            fail_msg("'%.*s'", (int)length, line);
    }
#if defined(__SSE2__)
    assert_true(fast_lines > 1000);
#endif
}

/* All lines of up to seven of these letters. */
static void gives_the_fields_of_the_rules_on_all_short_lines(void **state)
{
    (void)state;
    static const char letters[] = {'a', 't', 'O', ',', ' ', 'N', '1', ':', 'g'};
    enum { LENGTH_MAX_SHORT = 6 };
    for (size_t length = 0, lines = 1; length <= LENGTH_MAX_SHORT; length++, lines *= sizeof letters)
        for (size_t number = 0; number < lines; number++) {
            char line[LENGTH_MAX_SHORT];
            size_t rest = number;
            for (size_t i = 0; i < length; i++, rest /= sizeof letters)
                line[i] = letters[rest % sizeof letters];
            if (!agrees(line, length))
                fail_msg("'%.*s'", (int)length, line);
        }
}

/* Each byte at each position of lines of each length: vectors begin and end somewhere. */
static void gives_the_fields_of_the_rules_for_each_byte_at_each_position(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 70; length++)
        for (size_t at = 0; at < length; at++)
            for (int byte = 0; byte < 256; byte++) {
                char line[LINE_SIZE];
                memset(line, 'x', length);
                line[length / 2] = ',';
                line[length / 3] = ' ';
                line[at] = (char)byte;
                if (!agrees(line, length))
                    fail_msg("byte %02X at %zu of %zu", (unsigned)byte, at, length);
            }
}

/* The word to at each position. */
static void leaves_lines_with_the_word_to_to_the_rules(void **state)
{
    (void)state;
    for (size_t length = 5; length <= 63; length++)
        for (size_t at = 1; at + 3 < length; at++) {
            char line[LINE_SIZE];
            geodist_text fields[LINE_SIZE + 1];
            size_t count = 0;
            memset(line, 'x', length);
            line[0] = ',';
            memcpy(line + at, " to ", 4);
            line[0] = 'a';
            line[at > 3 ? 2 : length - 1] = ',';
            assert_true(agrees(line, length));
            if (memchr(line, ',', length) && memcmp(line + at, " to ", 4) == 0)
                assert_false(gd_split_names((geodist_text){line, length}, fields, &count));
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_the_fields_of_the_rules_on_random_lines),
        cmocka_unit_test(gives_the_fields_of_the_rules_on_all_short_lines),
        cmocka_unit_test(gives_the_fields_of_the_rules_for_each_byte_at_each_position),
        cmocka_unit_test(leaves_lines_with_the_word_to_to_the_rules),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
