#include "places/missing_value.h"

#include "places/fold.h"
#include "text/slice.h"

enum { WORD_MAX = 9 };

/* By length. Texts without a letter and a digit ("-", "?") are no names anyway. */
static const char words[][WORD_MAX + 1] = {
    "na",   "\\n",  "n/a",  "#na",  "nan",   "nat",    "nil",     "tbd",       "#n/a",
    "<na>", "null", "none", "n.a.", "#ref!", "(null)", "unknown", "undefined",
};

static bool is_word(geodist_text text, const char *word)
{
    size_t i = 0;
    while (i < text.length && word[i] != '\0' && lower(text.bytes[i]) == word[i])
        i++;
    return i == text.length && word[i] == '\0';
}

static bool is_missing(geodist_text value)
{
    if (value.length > WORD_MAX)
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(value, words[i]))
            return true;
    return false;
}

bool gd_has_missing_value(geodist_text text)
{
    geodist_text rest = trim(text);
    bool missing = false;
    while (rest.length) {
        missing = is_missing(trim(cut(rest, ',', &rest)));
        if (!missing)
            return false;
    }
    return missing;
}

static bool has_ascii_letter_or_digit(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_ascii_letter(text.bytes[i]) || is_digit(text.bytes[i]))
            return true;
    return false;
}

bool geodist_is_missing(geodist_text text)
{
    char key[GD_KEY_MAX];
    if (has_ascii_letter_or_digit(text))
        return gd_is_missing_value(text);
    return gd_fold(text, key) == 0;
}
