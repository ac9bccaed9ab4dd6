#include "places/letter_case.h"

#include "text/ascii.h"
#include "text/slice.h"

enum { LETTERS_MAX = 4 };

/* Words that are no codes in lower case, in alphabetical order. */
static const char common_words[][LETTERS_MAX + 1] = {
    "abc",  "all",  "and",  "any",  "apr",  "are",  "as",   "at",   "aug",  "baz",  "be",   "big",
    "bon",  "boy",  "bus",  "but",  "by",   "car",  "city", "cow",  "cum",  "date", "day",  "dec",
    "del",  "des",  "did",  "do",   "dog",  "east", "eau",  "end",  "far",  "feb",  "feet", "few",
    "foo",  "foot", "for",  "fri",  "from", "get",  "go",   "gut",  "had",  "has",  "her",  "here",
    "him",  "his",  "home", "hot",  "hour", "how",  "ici",  "if",   "in",   "inch", "into", "is",
    "it",   "its",  "jan",  "jul",  "jun",  "key",  "km",   "las",  "los",  "low",  "map",  "mar",
    "max",  "may",  "men",  "mile", "min",  "mon",  "my",   "name", "near", "new",  "no",   "non",
    "nor",  "not",  "nov",  "now",  "oct",  "of",   "off",  "old",  "on",   "one",  "or",   "oui",
    "our",  "out",  "over", "own",  "per",  "port", "red",  "rey",  "rot",  "rue",  "sat",  "sea",
    "sep",  "sept", "she",  "six",  "so",   "sum",  "sun",  "tbc",  "tea",  "ten",  "test", "than",
    "that", "the",  "then", "they", "this", "thu",  "time", "to",   "too",  "top",  "try",  "tue",
    "two",  "up",   "van",  "via",  "von",  "vs",   "war",  "was",  "way",  "we",   "wed",  "west",
    "who",  "why",  "with", "yard", "yes",  "yet",  "you",  "your",
};

/* Binary search: unused letters are NULs, which come before all others. */
static bool is_common_word(const char letters[LETTERS_MAX + 1])
{
    size_t low = 0, high = sizeof common_words / sizeof *common_words;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = memcmp(letters, common_words[middle], LETTERS_MAX + 1);
        if (order == 0)
            return true;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return false;
}

gd_letter_case gd_letter_case_of(geodist_text text, unsigned *letter_count)
{
    geodist_text name = trim(text);
    char letters[LETTERS_MAX + 1] = {0};
    unsigned count = 0, capitals = 0;
    for (size_t i = 0; i < name.length; i++) {
        char byte = name.bytes[i];
        if (byte == '.' && i > 0 && name.bytes[i - 1] != '.')
            continue;
        if (!is_ascii_letter(byte) || count == LETTERS_MAX)
            return GD_NO_CODE;
        capitals += byte <= 'Z';
        letters[count++] = byte;
    }
    if (count < 2)
        return GD_NO_CODE;
    if (capitals == 0 && is_common_word(letters))
        return GD_COMMON_WORD;
    *letter_count = count;
    if (capitals == count)
        return GD_CAPITALS;
    return capitals ? GD_MIXED_CASE : GD_LOWER_CASE;
}
