#include "options/delimiter.h"

#include "options/word_list.h"

static const char *delimiter_word(size_t index)
{
    static const char *const words[] = {",",   ";",     "|",         "\t",  "tab",
                                        "\\t", "comma", "semicolon", "pipe"};
    return index < sizeof words / sizeof *words ? words[index] : NULL;
}

bool gd_parse_delimiter(const char *value, char *delimiter)
{
    static const char meant[] = ",;|\t\t\t,;|";
    size_t found = gd_find_word(geodist_string(value), delimiter_word);
    if (found == SIZE_MAX)
        return false;
    *delimiter = meant[found];
    return true;
}
