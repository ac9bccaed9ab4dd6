#include "places/airport_word.h"

#include "text/slice.h"

geodist_text gd_before_airport(geodist_text name)
{
    static const char word[] = "airport";
    enum { LENGTH = sizeof word - 1 };
    if (name.length < LENGTH + 2 || !is_space(name.bytes[name.length - LENGTH - 1]))
        return (geodist_text){0};
    size_t start = name.length - LENGTH;
    for (size_t i = 0; i < LENGTH; i++)
        if (lower(name.bytes[start + i]) != word[i])
            return (geodist_text){0};
    return trim(slice(name, 0, start));
}
