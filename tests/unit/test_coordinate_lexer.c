#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "coordinates/coordinate_lexer.h"
#include "check.h"
#include "pairs.h"
#include "text/blank.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* Scans a copy of exactly its size, so that a sanitizer sees a byte read too far; the tokens are
 * moved to the original. */
static gd_tokens scan(const char *bytes, size_t length)
{
    gd_tokens tokens;
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes, length);
    gd_scan_coordinate((geodist_text){copy, length}, &tokens);
    for (size_t i = 0; i < tokens.count; i++)
        tokens.token[i].text.bytes = bytes + (tokens.token[i].text.bytes - copy);
    if (tokens.stray.length)
        tokens.stray.bytes = bytes + (tokens.stray.bytes - copy);
    free(copy);
    return tokens;
}

/* Writes the tokens as a string: 0 for a number, the value of any other, ! for what is stray, and a
 * blank before a token that does not touch the one before. */
static void summarise(const gd_tokens *tokens, char *summary)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const gd_token *token = &tokens->token[i];
        if (i > 0 && !token->touches)
            *summary++ = ' ';
        *summary++ = token->kind == GD_TOKEN_NUMBER ? '0' : token->value;
    }
    if (tokens->stray.length)
        *summary++ = '!';
    *summary = '\0';
}

static void cuts_a_text_into_tokens(void **state)
{
    (void)state;
    static const struct {
        const char *text, *summary;
    } cases[] = {
        {"", ""}, {" \t", ""}, {"5,6", "0,0"}, {" -5.5 , +.6 ", "-0 , +0"}, {"5N 6e", "0N 0E"},
        {"n5 W6", "N0 W0"}, {"31\u00B045'31\"N", "0d0m0sN"}, {"31\u00BA 45\u2032 31\u2033", "0d 0m 0s"},
        {"1''2\u2032\u20193\u201D4\u02DA", "0s0s0s0d"}, {"1:2:3", "0:0:0"},
        {"\xE2\x88\x92" "5", "-0"},
        /* exponents and east */
        {"5e5", "0"}, {"5E-05,1.e+1", "0,0"}, {"5e,5E 5", "0E,0E 0"}, {"1 E3", "0 E0"},
        {"5e5N", "0N"}, {"5e5.5", "0!"}, {"5e5e5", "0!"}, {"5ex", "0!"},
        /* d, m and s */
        {"1d2m3s", "0d0m0s"}, {"1D2M3S", "0d0m0s"}, {"1d2m3S", "0d0m0S"},
        {"1D2M3s", "0d0m0S"}, {"5s", "0S"}, {"5S", "0S"}, {"1d2s", "0d0s"}, {"1d2S", "0d0S"},
        {"1D2S", "0d0s"}, {"1'2s", "0m0S"}, {"1dn", "0dN"}, {"1DW", "0dW"}, {"1d2m3sS", "0d0m0sS"},
        {"1D2M3Ss", "0d0m0sS"}, {"1 d", "0!"}, {"1dx", "0!"}, {"1dnx", "0!"},
        /* what is stray */
        {"x", "!"}, {"5;6", "0!"}, {".", "!"}, {"5.5.5", "0!"}, {"- 5", "!"}, {"5-6", "0!"},
        {"5\u00B0-6", "0d!"}, {"5N-6", "0N-0"}, {"(5", "!"}, {"5 Town", "0!"}, {"Nx", "!"},
        {"5\xFF", "0!"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char summary[64];
        gd_tokens tokens = scan(cases[i].text, strlen(cases[i].text));
        summarise(&tokens, summary);
        if (strcmp(summary, cases[i].summary) != 0)
            print_error("%s\n", cases[i].text);
        assert_string_equal(summary, cases[i].summary);
    }
}

static void stops_at_the_last_token_there_is_room_for(void **state)
{
    (void)state;
    char text[2 * GD_MAX_TOKENS + 1] = "";
    for (int i = 0; i < GD_MAX_TOKENS; i++)
        strcat(text, "5 ");
    assert_int_equal(scan(text, strlen(text)).stray.length, 0);
    strcpy(text + strlen(text) - 1, ",");
    gd_tokens tokens = scan(text, strlen(text));
    assert_int_equal(tokens.count, GD_MAX_TOKENS);
    assert_ptr_equal(tokens.stray.bytes, text + strlen(text) - 1);
}

/* Tokens, blanks and what is stray cover a text from its start without a gap, in order. */
static void check_cover(const char *text, size_t length)
{
    gd_tokens tokens = scan(text, length);
    const char *at = text;
    assert_true(tokens.count <= GD_MAX_TOKENS);
    for (size_t i = 0; i <= tokens.count; i++) {
        bool is_white, has_white = false;
        for (size_t blank; (blank = blank_length((geodist_text){at, (size_t)(text + length - at)},
                                                 &is_white)) != 0;
             at += blank)
            has_white = has_white || is_white;
        if (i == tokens.count)
            break;
        const gd_token *token = &tokens.token[i];
        assert_ptr_equal(token->text.bytes, at);
        assert_true(token->text.length > 0);
        assert_int_equal(token->touches, i > 0 && !has_white);
        at += token->text.length;
    }
    if (tokens.stray.length) {
        assert_ptr_equal(tokens.stray.bytes, at);
        at += tokens.stray.length;
        assert_true(at <= text + length);
    } else {
        assert_ptr_equal(at, text + length);
    }
}

static void covers_random_texts_without_a_gap(void **state)
{
    (void)state;
    static const char bytes[] = "0123456789.,;:'\"+-NSEWnsewdDmM \t()x\xC2\xB0\xE2\x88\x92\x80\xB2\xFF";
    uint64_t seed = 1;
    for (int i = 0; i < 400000; i++) {
        char text[60];
        size_t length = random_bits(&seed) % sizeof text;
        for (size_t at = 0; at < length; at++)
            text[at] = random_bits(&seed) % 3 ? bytes[random_bits(&seed) % 10]
                                              : bytes[random_bits(&seed) % sizeof bytes];
        check_cover(text, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cuts_a_text_into_tokens),
        cmocka_unit_test(stops_at_the_last_token_there_is_room_for),
        cmocka_unit_test(covers_random_texts_without_a_gap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
