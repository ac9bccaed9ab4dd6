#include "places/form_words.h"

enum { BREAK_MAX = 4, WORD_MAX = 10 };

/* Those that are not ASCII. */
static const struct {
    char bytes[BREAK_MAX];
    bool ends_part;
} wide_breaks[] = {
    {"\xc2\xa0", false},     /* U+00A0 NO-BREAK SPACE */
    {"\xe2\x80\xaf", false}, /* U+202F NARROW NO-BREAK SPACE */
    {"\xe3\x80\x80", false}, /* U+3000 IDEOGRAPHIC SPACE */
    {"\xe3\x80\x81", true},  /* U+3001 IDEOGRAPHIC COMMA */
    {"\xe3\x80\x92", true},  /* U+3012 POSTAL MARK */
    {"\xef\xbc\x8c", true},  /* U+FF0C FULLWIDTH COMMA */
};

static const char units[][WORD_MAX] = {
    "km",  "kms",  "mi",   "mile",    "miles", "m",    "meter", "meters", "metres", "ft",  "feet",
    "yd",  "yards", "nm",  "nmi",     "min",   "mins", "minutes", "h",    "hour",   "hours", "day",
    "days", "week", "weeks", "month", "months", "year", "years", "am",    "pm",     "%",
};

static const char currencies[][WORD_MAX] = {
    "$", "€", "£", "¥", "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pounds",
};

/* English; German where they differ. */
static const char months[][WORD_MAX] = {
    "jan",     "feb",      "mar",   "apr",   "may",      "jun",      "jul",       "aug",
    "sep",     "sept",     "oct",   "nov",   "dec",      "january",  "february",  "march",
    "april",   "june",     "july",  "august", "september", "october", "november", "december",
    "januar",  "februar",  "mai",   "juni",  "juli",     "oktober",  "dezember",
};

static const char prepositions[][WORD_MAX] = {"to", "of", "de", "and", "or", "in", "from", "x"};

static bool begins_with_bytes(geodist_text text, const char *bytes)
{
    size_t length = strlen(bytes);
    return text.length >= length && memcmp(text.bytes, bytes, length) == 0;
}

static size_t break_length(geodist_text text, bool *ends_part)
{
    *ends_part = false;
    if (text.length == 0)
        return 0;
    if ((unsigned char)text.bytes[0] < 0x80) {
        *ends_part = memchr(",;()\"", text.bytes[0], 5) != NULL;
        return *ends_part || is_space(text.bytes[0]);
    }
    for (size_t i = 0; i < sizeof wide_breaks / sizeof *wide_breaks; i++)
        if (begins_with_bytes(text, wide_breaks[i].bytes)) {
            *ends_part = wide_breaks[i].ends_part;
            return strlen(wide_breaks[i].bytes);
        }
    return 0;
}

size_t gd_blank_length(geodist_text text)
{
    bool ends_part;
    size_t length = break_length(text, &ends_part);
    return ends_part ? 0 : length;
}

size_t gd_break_length(geodist_text text)
{
    bool ends_part;
    return break_length(text, &ends_part);
}

bool gd_next_word(gd_words *words, gd_word *word)
{
    geodist_text rest = words->rest;
    bool same_part = words->same_part, ends_part;
    for (size_t length; (length = break_length(rest, &ends_part)) != 0;) {
        same_part = same_part && !ends_part;
        rest = slice(rest, length, rest.length);
    }
    size_t end = 0;
    while (end < rest.length && gd_break_length(slice(rest, end, BREAK_MAX)) == 0)
        end++;
    *word = (gd_word){slice(rest, 0, end), !same_part};
    *words = (gd_words){slice(rest, end, rest.length), true};
    return end > 0;
}

bool gd_begins_with(geodist_text text, const char *prefix)
{
    size_t i = 0;
    while (i < text.length && prefix[i] != '\0' && lower(text.bytes[i]) == prefix[i])
        i++;
    return prefix[i] == '\0';
}

size_t gd_count_digits(geodist_text text, size_t max)
{
    size_t count = 0;
    while (count < max && count < text.length && is_digit(text.bytes[count]))
        count++;
    return count;
}

bool gd_has_digit(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_digit(text.bytes[i]))
            return true;
    return false;
}

void gd_skip_blanks(geodist_text *rest)
{
    for (size_t length; (length = gd_blank_length(*rest)) != 0;)
        *rest = slice(*rest, length, rest->length);
}

bool gd_skip(geodist_text *rest, const char *prefix)
{
    if (!gd_begins_with(*rest, prefix))
        return false;
    *rest = slice(*rest, strlen(prefix), rest->length);
    return true;
}

size_t gd_skip_digits(geodist_text *rest, size_t max)
{
    size_t count = gd_count_digits(*rest, max);
    *rest = slice(*rest, count, rest->length);
    return count;
}

/* Whether the word is in a list, in any case. */
static bool is_listed(geodist_text word, const char list[][WORD_MAX], size_t count)
{
    if (word.length && word.bytes[word.length - 1] == '.')
        word.length--;
    for (size_t i = 0; i < count; i++)
        if (word.length == strlen(list[i]) && gd_begins_with(word, list[i]))
            return true;
    return false;
}

#define IS_LISTED(word, list) is_listed(word, list, sizeof(list) / sizeof *(list))

bool gd_is_unit(geodist_text word)
{
    if (word.length == 2 && (same_text(word, geodist_string("MI")) ||
                             same_text(word, geodist_string("NM"))))
        return false;
    return IS_LISTED(word, units);
}

bool gd_is_currency(geodist_text word)
{
    return IS_LISTED(word, currencies);
}

bool gd_is_month(geodist_text word)
{
    return IS_LISTED(word, months);
}

bool gd_is_preposition(geodist_text word)
{
    return IS_LISTED(word, prepositions);
}
