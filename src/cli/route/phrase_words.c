#include "route/phrase_words.h"

#include "options/unit.h"
#include "route/phrase_text.h"
#include "text/slice.h"

bool gd_find_conjunction(const phrase *of, phrase_fault *found)
{
    for (size_t i = 1; i + 1 < of->count; i++)
        if (gd_is_word(of->texts[i], "and") || gd_is_word(of->texts[i], "&")) {
            *found = gd_fault_at(of, PHRASE_CONJUNCTION, i, 1);
            return true;
        }
    return false;
}

bool gd_is_stray_word(geodist_text text)
{
    static const char *const words[] = {"from",   "near",     "vs",      "vs.",
                                        "versus", "distance", "between", "via"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (gd_is_word(text, words[i]))
            return !gd_is_place(text);
    return false;
}

bool gd_find_stray_words(const phrase *of, phrase_fault *found)
{
    size_t first = 0, end;
    while (first < of->count && !gd_is_stray_word(of->texts[first]))
        first++;
    for (end = first; end < of->count && gd_is_stray_word(of->texts[end]);)
        end++;
    if (first == end || end - first == of->count)
        return false;
    *found = gd_fault_at(of, PHRASE_STRAY_WORDS, first, end - first);
    found->at_edge = first == 0 || end == of->count;
    return true;
}

bool gd_find_stray_words_in_texts(const phrase *of, phrase_fault *found)
{
    geodist_text words[PHRASE_WORDS_MAX];
    for (size_t i = 0; i < of->count; i++) {
        phrase inside = {.texts = words, .count = gd_first_words(of->texts[i], words)};
        if (gd_find_stray_words(&inside, found) && gd_is_unknown(of->texts[i])) {
            found->first = i;
            found->count = 1;
            return true;
        }
    }
    return false;
}

/* Whether the text is the word in and a unit after it. */
static bool is_in_unit(geodist_text text)
{
    static const size_t length = 2; /* of the word in */
    geodist_text words = trim(text);
    return words.length > length && is_space(words.bytes[length]) &&
           gd_is_word(slice(words, 0, length), "in") &&
           gd_find_unit(trim(slice(words, length, words.length))) != NULL;
}

/* The end of the last text of a phrase that was cut elsewhere: "paris in miles". */
static bool find_unit_in_text(const phrase *of, phrase_fault *found)
{
    geodist_text last = of->texts[of->count - 1];
    for (size_t i = 1; i + 3 < last.length; i++)
        if (is_space(last.bytes[i]) && is_in_unit(slice(last, i, last.length))) {
            *found = gd_fault_at(of, PHRASE_UNIT, of->count - 1, 1);
            found->text = trim(slice(last, i, last.length));
            return true;
        }
    return false;
}

bool gd_find_unit_words(const phrase *of, phrase_fault *found)
{
    for (size_t count = 2; of->at_blanks && count <= 3 && count < of->count; count++) {
        *found = gd_fault_at(of, PHRASE_UNIT, of->count - count, count);
        if (is_in_unit(found->text))
            return true;
    }
    return !of->all_found && find_unit_in_text(of, found);
}
