#include "input/header_words.h"

#include "text/slice.h"

/* The words between anything that stands in a header between two words of ASCII letters. */
static geodist_text next_word(geodist_text line, size_t *at)
{
    static const char between[] = " \t\r\",;|_-.";
    while (*at < line.length && memchr(between, line.bytes[*at], sizeof between - 1))
        ++*at;
    size_t start = *at;
    while (*at < line.length && !memchr(between, line.bytes[*at], sizeof between - 1))
        ++*at;
    return slice(line, start, *at - start);
}

static bool is_header_word(geodist_text word)
{
    static const char words[] =
        " address airport arrival city code country county date departure dest destination distance"
        " end from iata icao id km label lat latitude lng location lon long longitude miles name "
        "note"
        " number origin place population postcode province region source start state street target"
        " time to town type zip ";
    enum { LENGTH_MAX = 12 };
    char found[LENGTH_MAX + 3] = " "; /* the word between blanks */
    while (word.length && is_digit(word.bytes[word.length - 1])) /* lat1; no number */
        word.length--;
    if (word.length == 0 || word.length > LENGTH_MAX)
        return false;
    for (size_t i = 0; i < word.length; i++)
        found[i + 1] = lower(word.bytes[i]);
    found[word.length + 1] = ' ';
    return strlen(found) == word.length + 2 && strstr(words, found);
}

bool gd_is_header(geodist_text line)
{
    size_t at = 0, count = 0;
    for (geodist_text word; (word = next_word(line, &at)).length; count++)
        if (!is_header_word(word))
            return false;
    return count > 0;
}
