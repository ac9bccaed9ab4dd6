#include "input/split.h"

#include "pairs.h"
#include "texts.h"

#include <stdio.h>

enum { LINE_SIZE = 200 };

static char line_bytes[LINE_SIZE], scratch[LINE_SIZE];
static geodist_text fields[LINE_SIZE + 1];
static split_result result;

static split_status split_bytes(const char *bytes, size_t length, split_mode mode)
{
    memcpy(line_bytes, bytes, length);
    return gd_split_line((geodist_text){line_bytes, length}, mode, fields, &(char *){scratch}, &result);
}

/* The fields, in brackets; or the status if it is not SPLIT_OK. */
static const char *show(split_status status)
{
    static const char *const statuses[] = {"", "unclosed quote", "text after quote", "missing place"};
    static char shown[8 * LINE_SIZE];
    size_t length = 0;
    if (status != SPLIT_OK)
        return statuses[status];
    for (size_t i = 0; i < result.count; i++)
        length += (size_t)snprintf(shown + length, sizeof shown - length, "[%.*s]",
                                   (int)fields[i].length, fields[i].bytes);
    shown[length] = '\0';
    return shown;
}

static const char *split(const char *line)
{
    return show(split_bytes(line, strlen(line), SPLIT_AUTO));
}

static const char *split_as(const char *line, split_mode mode)
{
    return show(split_bytes(line, strlen(line), mode));
}

/* The words are joined by blanks; the fields begin as the words. */
static const char *split_words(const char *const *words)
{
    size_t length = 0, count = 0;
    for (; words[count]; count++) {
        size_t size = strlen(words[count]);
        memcpy(line_bytes + length, words[count], size);
        fields[count] = (geodist_text){line_bytes + length, size};
        line_bytes[length + size] = ' ';
        length += size + 1;
    }
    return show(gd_split_arguments((geodist_text){line_bytes, length - 1}, fields, count,
                                   &(char *){scratch}, &result));
}

#define SPLIT_ARGUMENTS(...) split_words((const char *const[]){__VA_ARGS__, NULL})

/* ---- The rules in their order -------------------------------------------------------------------- */

static void splits_at_tabs_before_all_else(void **state)
{
    (void)state;
    assert_string_equal(split("new york\ttokyo"), "[new york][tokyo]");
    assert_string_equal(split("a;b\tc -> d\t1 2 to 3"), "[a;b][c -> d][1 2 to 3]");
    assert_string_equal(split(" a \t b "), "[a][b]");
    assert_string_equal(split("\"a\"\t\"b\tc\""), "[a][\"b][c\"]");
    assert_string_equal(split("a\t\tb"), "[a][][b]");
    assert_string_equal(split("\t"), "[][]");
    assert_string_equal(split("from a\tb"), "[from a][b]");
    assert_false(result.whole.length || result.at_blanks);
}

static void splits_at_semicolons_and_arrows_before_words(void **state)
{
    (void)state;
    assert_string_equal(split("Paris, TX; London"), "[Paris, TX][London]");
    assert_string_equal(split("a->b"), "[a][b]");
    assert_string_equal(split("a to b;c"), "[a to b][c]");
    assert_string_equal(split("from a;b"), "[from a][b]");
    assert_string_equal(split("a \xE2\x86\x92 b -> c;d"), "[a][b][c][d]");
    assert_string_equal(split("a;"), "[a][]");
    assert_string_equal(split("\"a;b\";c"), "[a;b][c]");
    assert_string_equal(split("\"a\"\"b\";c"), "[a\"b][c]");
    assert_string_equal(split("1;2"), "[1][2]");
    assert_false(result.whole.length || result.at_blanks);
}

static void splits_at_the_word_to_before_commas(void **state)
{
    (void)state;
    assert_string_equal(split("Paris, TX to London"), "[Paris, TX][London]");
    assert_string_equal(split("new york TO los angeles tO tokyo"), "[new york][los angeles][tokyo]");
    assert_string_equal(split("\"San Jose, CA\" TO \"to\""), "[San Jose, CA][to]");
    assert_string_equal(split("toronto tokyo"), "[toronto][tokyo]");
    assert_string_equal(split("1 2 to 3 4"), "[1 2][3 4]");
}

static void needs_a_place_on_either_side_of_to(void **state)
{
    (void)state;
    assert_string_equal(split("to paris"), "missing place");
    assert_string_equal(split("paris to"), "missing place");
    assert_string_equal(split("a to to b"), "missing place");
    assert_string_equal(split(" to "), "missing place");
    /* A name may end in the word: in a line with a comma it needs something on either side. */
    assert_string_equal(split("nairobi,Eloka To"), "[nairobi][Eloka To]");
    assert_string_equal(split("to a,b"), "[to a][b]");
}

static void splits_coordinates_before_commas(void **state)
{
    (void)state;
    assert_string_equal(split("-1.28333 36.81667 31.75872 -106.48693"),
                        "[-1.28333 36.81667][31.75872 -106.48693]");
    assert_string_equal(split("-1.28333, 36.81667, 31.75872, -106.48693"),
                        "[-1.28333, 36.81667][31.75872, -106.48693]");
    assert_string_equal(split("1,2 3,4"), "[1,2][3,4]");
    assert_string_equal(split("1,2"), "[1,2]");
    assert_string_equal(split("31.7N 106.4W 1.2S 36.8E"), "[31.7N 106.4W][1.2S 36.8E]");
    assert_string_equal(split("geo:1,2 geo:3,4"), "[geo:1,2][geo:3,4]");
    assert_string_equal(split("1 2 3"), "[1][2][3]"); /* an odd number: words */
}

static void pairs_fields_that_are_numbers(void **state)
{
    (void)state;
    assert_string_equal(split("48.85;2.35;51.5;-0.12"), "[48.85,2.35][51.5,-0.12]");
    assert_string_equal(split("1 ; +2;.3;4;5;1e1"), "[1,+2][.3,4][5,1e1]");
    assert_string_equal(split("1\t2\t3\t4"), "[1,2][3,4]");
    assert_string_equal(split("\"1\",\"2\",\"3\",\"4\""), "[1,2][3,4]");
    assert_false(result.whole.length || result.at_blanks || result.at_commas);
    assert_string_equal(split_as("1\t2\t3\t4", SPLIT_TSV), "[1,2][3,4]");
    assert_string_equal(split_as("1,2,3,4", SPLIT_CSV), "[1,2][3,4]");
    assert_string_equal(split_as("1 2 3 4", SPLIT_WORDS), "[1,2][3,4]");
    assert_false(result.at_blanks);
}

static void leaves_other_numbers_alone(void **state)
{
    (void)state;
    assert_string_equal(split("1;2;3"), "[1][2][3]");
    assert_string_equal(split("1;2;3;4;5"), "[1][2][3][4][5]");
    assert_string_equal(split("1;2;3;x"), "[1][2][3][x]");
    assert_string_equal(split("1;2;3;"), "[1][2][3][]");
    assert_string_equal(split("1;2;3;4E"), "[1][2][3][4E]");
    assert_string_equal(split("48,85;2,35;51,5;0,12"), "[48,85][2,35][51,5][0,12]");
    assert_string_equal(split("1 to 2 to 3 to 4"), "[1][2][3][4]");
    assert_string_equal(split("1->2->3->4"), "[1][2][3][4]");
}

static void splits_at_commas_before_blanks(void **state)
{
    (void)state;
    assert_string_equal(split("london,tokyo"), "[london][tokyo]");
    assert_true(result.whole.length && result.at_commas && !result.at_blanks);
    assert_string_equal(split("\"Paris, TX\",London"), "[Paris, TX][London]");
    assert_true(result.at_commas && !result.whole.length);
    assert_string_equal(split(" a b , c\"d , "), "[a b][c\"d][]");
    assert_string_equal(split("a,\"b\"\"c\""), "[a][b\"c]");
    assert_string_equal(split("a,\"b"), "unclosed quote");
    assert_string_equal(split("a,\"b\"c"), "text after quote");
    assert_string_equal(split(","), "[][]");
}

static void splits_at_blanks_at_last(void **state)
{
    (void)state;
    assert_string_equal(split("nairobi elpaso"), "[nairobi][elpaso]");
    assert_true(result.whole.length && result.at_blanks && !result.at_commas);
    assert_string_equal(split("nairobi \"el paso\""), "[nairobi][el paso]");
    assert_true(result.at_blanks && !result.whole.length);
    assert_string_equal(split("nairobi \"a \"\"b\"\"\""), "[nairobi][a \"b\"]");
    assert_false(result.at_blanks); /* a field is not part of the line */
    assert_string_equal(split("'s-hertogenbosch 'el paso'"), "['s-hertogenbosch][el paso]");
    assert_string_equal(split("a \"b"), "unclosed quote");
    assert_string_equal(split("a \"b\"c"), "text after quote");
    assert_string_equal(split("  "), "");
    assert_string_equal(split(""), "");
    assert_string_equal(split("one"), "[one]");
}

static void splits_as_it_is_told(void **state)
{
    (void)state;
    assert_string_equal(split_as("a,b\tc;d", SPLIT_TSV), "[a,b][c;d]");
    assert_string_equal(split_as("a,b\tc;d", SPLIT_CSV), "[a][b\tc;d]");
    assert_string_equal(split_as("Paris, TX to London", SPLIT_WORDS), "[Paris,][TX][to][London]");
    assert_true(result.at_blanks && !result.whole.length);
    assert_string_equal(split_as("from paris rome", SPLIT_WORDS), "[from][paris][rome]");
    assert_string_equal(split_as("from paris,rome", SPLIT_CSV), "[from paris][rome]");
    assert_false(result.whole.length || result.at_commas);
    assert_string_equal(split_as("1 2 3 4", SPLIT_CSV), "[1 2 3 4]");
    assert_string_equal(split_as("one", SPLIT_TSV), "[one]");
    assert_string_equal(split_as("", SPLIT_TSV), "[]");
    assert_string_equal(split_as("", SPLIT_CSV), "[]");
    assert_string_equal(split_as("", SPLIT_WORDS), "");
}

static void takes_arrows_and_the_word_to_alike(void **state)
{
    (void)state;
    assert_string_equal(split("paris -> rome to tokyo"), "[paris][rome][tokyo]");
    assert_string_equal(split("a to b\xE2\x86\x92\"c to d\""), "[a][b][c to d]");
    assert_string_equal(split("a to to b -> c"), "missing place");
    assert_string_equal(split("Eloka To -> to b"), "[Eloka To][to b]");
    assert_string_equal(split("a ->"), "[a][]");
    assert_false(result.whole.length || result.at_blanks);
}

static void leaves_out_from_at_the_beginning(void **state)
{
    (void)state;
    assert_string_equal(split("from paris to london"), "[paris][london]");
    assert_string_equal(split(" From  el paso -> london"), "[el paso][london]");
    assert_string_equal(split("FROM paris london"), "[paris][london]");
    assert_int_equal(result.whole.length, strlen("paris london"));
    assert_string_equal(split("from paris,london"), "[paris][london]");
    assert_string_equal(split("from paris"), "[paris]");
    assert_string_equal(split("from from paris"), "[from][paris]");
    assert_string_equal(split("from"), "[from]");
    assert_string_equal(split("from  "), "[from]");
    assert_string_equal(split("\"from\" paris"), "[from][paris]");
    assert_string_equal(split("fromage paris"), "[fromage][paris]");
    assert_string_equal(split("from,to"), "[from][to]");
    assert_string_equal(SPLIT_ARGUMENTS("from", "new", "york", "to", "paris"), "[new york][paris]");
    assert_string_equal(SPLIT_ARGUMENTS("From", "paris"), "[paris]");
    assert_string_equal(SPLIT_ARGUMENTS("from", "1", "2", "3", "4"), "[1 2][3 4]");
    assert_string_equal(SPLIT_ARGUMENTS("from", "from"), "[from]");
}

static void finds_coordinates_with_commas_among_names(void **state)
{
    (void)state;
    assert_string_equal(split("51.5, -0.12 paris"), "[51.5, -0.12][paris]");
    assert_true(result.at_blanks && !result.whole.length);
    assert_string_equal(split("paris 51.5,-0.12 rome"), "[paris][51.5,-0.12][rome]");
    assert_string_equal(split("\"Paris, TX\" 51.5 , -0.12"), "[Paris, TX][51.5 , -0.12]");
    assert_string_equal(split("paris 31.7N, 106.4W"), "[paris][31.7N, 106.4W]");
    /* Two whole numbers may be part of an address; and every comma must be part of a coordinate. */
    assert_string_equal(split("paris 2, 3 rome"), "[paris 2][3 rome]");
    assert_string_equal(split("paris, texas 51.5,-0.12"), "[paris][texas 51.5][-0.12]");
    assert_string_equal(split("nairobi,31.7 -106.4"), "[nairobi][31.7 -106.4]");
}

/* ---- Arguments ------------------------------------------------------------------------------------- */

static void splits_arguments_at_the_separator_words(void **state)
{
    (void)state;
    assert_string_equal(SPLIT_ARGUMENTS("new", "york", "to", "tokyo"), "[new york][tokyo]");
    assert_string_equal(SPLIT_ARGUMENTS("a", "->", "b", "\xE2\x86\x92", "c"), "[a][b][c]");
    assert_string_equal(SPLIT_ARGUMENTS("a", "to"), "missing place");
    assert_string_equal(SPLIT_ARGUMENTS("to", "b"), "missing place");
    assert_string_equal(SPLIT_ARGUMENTS("a", "b to c"), "[a][b to c]");
    assert_string_equal(SPLIT_ARGUMENTS("el paso", "los angeles"), "[el paso][los angeles]");
    assert_true(result.at_blanks && !result.whole.length);
}

static void splits_arguments_at_arrows_inside_of_them(void **state)
{
    (void)state;
    assert_string_equal(SPLIT_ARGUMENTS("new", "york\xE2\x86\x92tokyo"), "[new york][tokyo]");
    assert_string_equal(SPLIT_ARGUMENTS("a->b", "to", "c"), "[a][b][c]");
    assert_string_equal(SPLIT_ARGUMENTS("a->", "b->c"), "[a][b][c]");
    assert_string_equal(SPLIT_ARGUMENTS("->a", "b"), "missing place");
}

static void pairs_arguments_that_are_numbers(void **state)
{
    (void)state;
    assert_string_equal(SPLIT_ARGUMENTS("1", "2", "3", "4"), "[1 2][3 4]");
    assert_string_equal(SPLIT_ARGUMENTS("1,2", "3,4"), "[1,2][3,4]");
    assert_string_equal(SPLIT_ARGUMENTS("1", "2"), "[1 2]");
    assert_string_equal(SPLIT_ARGUMENTS("1N", "2E", "3N", "4E"), "[1N 2E][3N 4E]");
    assert_string_equal(SPLIT_ARGUMENTS("1,2", "paris"), "[1,2][paris]");
    assert_string_equal(SPLIT_ARGUMENTS("51.5,", "-0.12", "paris"), "[51.5, -0.12][paris]");
    assert_string_equal(SPLIT_ARGUMENTS("paris", "51.5", ",", "-0.12"), "[paris][51.5 , -0.12]");
}

static void keeps_an_empty_argument_as_a_missing_place(void **state)
{
    (void)state;
    assert_string_equal(SPLIT_ARGUMENTS("paris", ""), "[paris][]");
}

/* ---- Properties --------------------------------------------------------------------------------------- */

static size_t make_line(uint64_t *seed, const char *const *pieces, size_t count, char *line)
{
    size_t length = 0, wanted = (size_t)(random_bits(seed) % 24);
    for (size_t i = 0; i < wanted; i++) {
        const char *piece = pieces[random_bits(seed) % count];
        size_t size = strlen(piece);
        if (length + size > 90)
            break;
        memcpy(line + length, piece, size);
        length += size;
    }
    return length;
}

static void gives_fields_within_the_line_or_the_scratch_in_order(void **state)
{
    (void)state;
    static const char *const pieces[] = {",", ",", " ", " ", "\"", "\"\"", "'", "to", " to ", "->",
                                         ";", "\t", "1", "2.5", "-", "N", "geo:1,2", "a", "bc",
                                         "\xE2\x86\x92", "\xE2", "\r", "\v", "\xFF"};
    uint64_t seed = 41;
    for (int round = 0; round < 200000; round++) {
        char made[LINE_SIZE];
        size_t length = make_line(&seed, pieces, sizeof pieces / sizeof *pieces, made);
        for (split_mode mode = SPLIT_AUTO; mode <= SPLIT_WORDS; mode++) {
            char *line = exact_copy(made, length);
            const char *before = line, *written = scratch;
            split_status status = gd_split_line((geodist_text){line, length}, mode, fields,
                                                &(char *){scratch}, &result);
            for (size_t i = 0; status == SPLIT_OK && i < result.count; i++) {
                if (fields[i].length == 0)
                    continue;
                const char *end = fields[i].bytes + fields[i].length;
                bool in_line = fields[i].bytes >= before && end <= line + length;
                bool in_scratch = fields[i].bytes >= written && end <= scratch + length;
                if (!in_line && !in_scratch)
                    fail_msg("field %zu of '%.*s'", i, (int)length, made);
                *(in_line ? &before : &written) = end;
            }
            if (result.count > length + 1)
                fail_msg("%zu fields in '%.*s'", result.count, (int)length, made);
            free(line);
        }
    }
}

/* Words without commas, semicolons, TABs and quotes are split in the same way, given one by one or as
 * one line. Where they differ: a line with a separator inside a word. */
static void splits_a_line_and_its_words_alike(void **state)
{
    (void)state;
    static const char *const words[] = {"paris", "new", "york", "to", "TO", "->", "\xE2\x86\x92",
                                        "1", "2.5", "-3", "1N", "2E", "S4", "geo:1,2", "1,2",
                                        "12\xC2\xB0", "to", "tokyo", "-1.5,7"};
    uint64_t seed = 42;
    for (int round = 0; round < 200000; round++) {
        const char *given[9] = {NULL};
        char line[LINE_SIZE] = "", by_words[8 * LINE_SIZE];
        size_t count = 2 + (size_t)(random_bits(&seed) % 6);
        for (size_t i = 0; i < count; i++) {
            given[i] = words[random_bits(&seed) % (sizeof words / sizeof *words)];
            strcat(strcat(line, i ? " " : ""), given[i]);
        }
        bool has_arrow = strstr(line, "->") || strstr(line, "\xE2\x86\x92");
        bool has_comma = strchr(line, ',');
        strcpy(by_words, split_words(given));
        split_result of_words = result;
        const char *by_line = split(line);
        /* A comma makes a line CSV, and lets names end in the word to; between arrows to is text. */
        if (has_arrow || (has_comma && strcmp(by_words, by_line) != 0))
            continue;
        if (strcmp(by_words, by_line) != 0)
            fail_msg("'%s': %s is not %s", line, by_line, by_words);
        if (strcmp(by_line, "missing place") != 0 && !has_comma) {
            assert_int_equal(of_words.at_blanks, result.at_blanks);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(splits_at_tabs_before_all_else),
        cmocka_unit_test(splits_at_semicolons_and_arrows_before_words),
        cmocka_unit_test(splits_at_the_word_to_before_commas),
        cmocka_unit_test(needs_a_place_on_either_side_of_to),
        cmocka_unit_test(splits_coordinates_before_commas),
        cmocka_unit_test(pairs_fields_that_are_numbers),
        cmocka_unit_test(leaves_other_numbers_alone),
        cmocka_unit_test(splits_at_commas_before_blanks),
        cmocka_unit_test(splits_at_blanks_at_last),
        cmocka_unit_test(splits_as_it_is_told),
        cmocka_unit_test(takes_arrows_and_the_word_to_alike),
        cmocka_unit_test(leaves_out_from_at_the_beginning),
        cmocka_unit_test(finds_coordinates_with_commas_among_names),
        cmocka_unit_test(splits_arguments_at_the_separator_words),
        cmocka_unit_test(splits_arguments_at_arrows_inside_of_them),
        cmocka_unit_test(pairs_arguments_that_are_numbers),
        cmocka_unit_test(keeps_an_empty_argument_as_a_missing_place),
        cmocka_unit_test(gives_fields_within_the_line_or_the_scratch_in_order),
        cmocka_unit_test(splits_a_line_and_its_words_alike),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
