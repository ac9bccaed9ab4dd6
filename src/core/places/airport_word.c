#include "places/airport_word.h"

#include "text/slice.h"

/* The text without its last word, if that is the word given; otherwise the whole text. */
static geodist_text without_last(geodist_text text, const char *word)
{
    size_t length = strlen(word);
    if (text.length < length + 2 || !is_space(text.bytes[text.length - length - 1]))
        return text;
    for (size_t i = 0; i < length; i++)
        if (lower(text.bytes[text.length - length + i]) != word[i])
            return text;
    return trim(slice(text, 0, text.length - length));
}

geodist_text gd_before_airport(geodist_text name)
{
    geodist_text before = without_last(name, "airport");
    if (before.length == name.length)
        return (geodist_text){0};
    return without_last(without_last(before, "international"), "intl");
}
