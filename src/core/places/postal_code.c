#include "places/postal_code.h"

#include "places/form_words.h"

enum { SHAPE_MAX = 12 };

/* 9 is a digit, A a letter, C a capital letter, X a digit or a letter, and a space any white space or
 * none. Codes of other shapes contain one of these: of "BR-12345-678" no part is marked, of "NL 1012
 * AB" the last two words. */
static const char shapes[][SHAPE_MAX] = {
    "9999", "99999", "999999",
    "99999-9999",                       /* United States */
    "99999-999",                        /* Brazil */
    "9999-999",                         /* Portugal */
    "999-9999",                         /* Japan */
    "99-999",                           /* Poland */
    "999 99",                           /* Sweden, Greece, Czechia, Slovakia */
    "9999 CC",                          /* Netherlands; in lower case "8001 st gallen" has it, too */
    "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA", /* United Kingdom */
    "A9A 9A9",                          /* Canada */
    "A99 A9XX", "A99 AA99", "A9A A9XX", "A9A AA99", /* Ireland */
    "A-9999", "A-99999", "AA-9999", "AA-99999", "AA-999999", "A-999 99", "AA-999 99",
};

static bool has_class(char byte, char class)
{
    switch (class) {
    case '9':
        return is_digit(byte);
    case 'A':
        return is_ascii_letter(byte);
    case 'C':
        return byte >= 'A' && byte <= 'Z';
    case 'X':
        return is_digit(byte) || is_ascii_letter(byte);
    default:
        return byte == class;
    }
}

/* Whether a word ends where the text begins; it may have a full stop. */
static bool ends_word(geodist_text text)
{
    if (text.length && text.bytes[0] == '.')
        text = slice(text, 1, text.length);
    return text.length == 0 || gd_break_length(text) > 0;
}

/* How many bytes at the start of the text have the shape, up to the end of a word; 0 if none. */
static size_t match(geodist_text text, const char *shape)
{
    size_t at = 0;
    for (; *shape; shape++) {
        if (*shape == ' ') {
            for (size_t blank; (blank = gd_blank_length(slice(text, at, text.length))) != 0;)
                at += blank;
            continue;
        }
        if (at == text.length || !has_class(text.bytes[at], *shape))
            return 0;
        at++;
    }
    return ends_word(slice(text, at, text.length)) ? at : 0;
}

static geodist_text longest_match(geodist_text text)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        size_t length = match(text, shapes[i]);
        longest = length > longest ? length : longest;
    }
    return slice(text, 0, longest);
}

/* Whether a code may stand beside this word, which may be empty. Beside numbers it is part of a date
 * or of a telephone number. */
static bool may_be_beside(geodist_text word)
{
    return !gd_has_digit(word) && !gd_makes_amount(word);
}

geodist_text gd_find_postal_code(geodist_text text)
{
    gd_words words = {text, false};
    gd_word word, next;
    geodist_text previous = {NULL, 0};
    while (gd_next_word(&words, &word)) {
        size_t at = (size_t)(word.text.bytes - text.bytes);
        geodist_text code = longest_match(slice(text, at, text.length));
        if (code.length && may_be_beside(previous)) {
            gd_words after = {slice(text, at + code.length, text.length), true};
            gd_next_word(&after, &next);
            if (may_be_beside(next.text))
                return code;
        }
        previous = word.text;
    }
    return (geodist_text){NULL, 0};
}
