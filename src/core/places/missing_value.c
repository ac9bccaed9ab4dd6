#include "places/missing_value.h"

#include "places/fold.h"
#include "places/valid_text.h"
#include "text/slice.h"
#include "text/utf8.h"

enum { WORD_MAX = 9, FIRST_COMBINING_MARK = 0x300, LAST_COMBINING_MARK = 0x36F };

/* Without signs at their ends. n.v.t. and k.A. are the n.a. of Dutch and German. For them two
 * towns (None in Italy, Nan in Thailand) need a qualifier, and four IATA codes (INF, NAN, NAT, TBC)
 * name no airport. */
static const char words[][WORD_MAX + 1] = {
    "na",      "n/a", "n.a", "nan", "nat", "nil", "null",  "none",
    "unknown", "tbd", "tbc", "inf", "\\n", "k.a", "n.v.t", "undefined",
};

static bool is_letter_or_digit(char byte)
{
    return is_ascii_letter(byte) || is_digit(byte);
}

/* The length of the sign at the start of the text: of a character that folds to nothing, but for
 * the marks of a letter. 0 if there is none. */
static size_t sign_length(geodist_text text)
{
    char key[GD_KEY_MAX];
    size_t length;
    if (!text.length || is_letter_or_digit(text.bytes[0]))
        return 0;
    uint32_t code = utf8_decode(text, &length);
    bool is_control = code < ' ' && !is_space(text.bytes[0]);
    bool is_mark = code >= FIRST_COMBINING_MARK && code <= LAST_COMBINING_MARK;
    if (code == GD_NOT_UTF8 || is_control || is_mark || gd_fold(slice(text, 0, length), key) > 0)
        return 0;
    return length;
}

static size_t common_length(geodist_text text, const char *word)
{
    size_t i = 0;
    while (i < text.length && word[i] != '\0' && lower(text.bytes[i]) == word[i])
        i++;
    return word[i] == '\0' ? i : 0;
}

/* The length of the word at the start of the text, after which a sign or the end follows; 0 if
 * there is none. */
static size_t word_length(geodist_text text)
{
    char first = lower(text.bytes[0]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = words[i][0] == first ? common_length(text, words[i]) : 0;
        geodist_text rest = slice(text, length, text.length);
        if (length && (!rest.length || sign_length(rest)))
            return length;
    }
    return 0;
}

/* The length of an error of a spreadsheet, in whatever language: #REF!, #WERT!, #N/A. */
static size_t error_length(geodist_text text)
{
    size_t length = 0;
    while (length < text.length && !is_space(text.bytes[length]) && text.bytes[length] != ',')
        length++;
    return text.bytes[0] == '#' && length > 1 ? length : 0;
}

bool gd_has_missing_value(geodist_text text)
{
    bool missing = false;
    while (text.length) {
        size_t length = word_length(text);
        if (!length)
            length = error_length(text);
        missing = missing || length;
        if (!length)
            length = sign_length(text);
        if (!length)
            return false;
        text = slice(text, length, text.length);
    }
    return missing;
}

static bool has_ascii_letter_or_digit(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_letter_or_digit(text.bytes[i]))
            return true;
    return false;
}

bool geodist_is_missing(geodist_text text)
{
    char key[GD_KEY_MAX];
    geodist_error error;
    if (!gd_is_missing_value(text) && (has_ascii_letter_or_digit(text) || gd_fold(text, key) > 0))
        return false;
    return gd_check_text(text, &error) == GEODIST_OK;
}
