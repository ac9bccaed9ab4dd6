#include "places/postal_code.h"

#include "places/form_words.h"

enum { SHAPE_MAX = 12 };

/* 9 is a digit, A a letter, C a capital letter, U a letter of the last part of British codes, X a
 * digit or a letter, and a space any white space or none. */
static const char shapes[][SHAPE_MAX] = {
    "9999", "99999", "999999",
    "99999-9999",                       /* United States */
    "99999-999",                        /* Brazil */
    "9999-999",                         /* Portugal */
    "999-9999",                         /* Japan */
    "99-999",                           /* Poland */
    "999 99",                           /* Sweden, Greece, Czechia, Slovakia */
    "999 999",                          /* India */
    "9999 CC",                          /* Netherlands; not "8001 st gallen" */
    "A9 9UU", "A99 9UU", "AA9 9UU", "AA99 9UU", "A9A 9UU", "AA9A 9UU", /* United Kingdom */
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
    case 'U':
        return is_ascii_letter(byte) && !memchr("cikmov", lower(byte), 6);
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

/* Whether a code may stand between two words, which may be empty. Beside numbers it is part of a
 * date or of a telephone number, and 4 digits beside a month are a year. Codes with letters are
 * surer: March is a town, too. */
static bool may_be_between(geodist_text before, geodist_text code, geodist_text after)
{
    bool has_letter = is_ascii_letter(code.bytes[0]) ||
                      is_ascii_letter(code.bytes[code.length - 1]);
    if (gd_has_digit(before) || gd_has_digit(after))
        return false;
    if (has_letter)
        return true;
    if (code.length == 4 && (gd_is_month(before) || gd_is_month(after)))
        return false;
    return !gd_is_currency(before) && !gd_is_currency(after) && !gd_is_unit(after);
}

geodist_text gd_find_postal_code(geodist_text text)
{
    gd_words words = {text, false};
    gd_word word;
    geodist_text previous = {NULL, 0};
    while (gd_next_word(&words, &word)) {
        size_t at = (size_t)(word.text.bytes - text.bytes);
        geodist_text code = longest_match(slice(text, at, text.length));
        if (code.length) {
            gd_words rest = {slice(text, at + code.length, text.length), true};
            gd_word next;
            gd_next_word(&rest, &next);
            if (may_be_between(previous, code, next.text))
                return code;
        }
        previous = word.text;
    }
    return (geodist_text){NULL, 0};
}
