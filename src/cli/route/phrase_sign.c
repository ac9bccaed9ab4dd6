#include "route/phrase_sign.h"

#include "route/phrase_text.h"
#include "text/slice.h"

enum { SIGNS_MAX = 16 };

/* ---- Signs ------------------------------------------------------------------------- */

/* The length of a sign between places, which is no separator, at a position. 0 if there is none. */
static size_t sign_length(geodist_text text, size_t at)
{
    static const char *const signs[] = {"-",
                                        "/",
                                        ">",
                                        "=>",
                                        "\xE2\x80\x90",
                                        "\xE2\x80\x93",
                                        "\xE2\x80\x94", /* hyphen, en dash, em dash */
                                        "\xE2\x86\x94",
                                        "\xE2\x87\x92", /* arrows: U+2194, U+21D2, U+2794, U+279C */
                                        "\xE2\x9E\x94",
                                        "\xE2\x9E\x9C"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t length = strlen(signs[i]);
        if (text.length - at >= length && memcmp(text.bytes + at, signs[i], length) == 0)
            return length;
    }
    return 0;
}

/* The same of several signs, perhaps with blanks between them: "- >". */
static size_t signs_length(geodist_text text, size_t at)
{
    size_t end = at, length;
    for (size_t next = at; next < text.length && (length = sign_length(text, next)) > 0;) {
        end = next + length;
        for (next = end; next < text.length && is_space(text.bytes[next]);)
            next++;
    }
    return end - at;
}

bool gd_is_sign(geodist_text text)
{
    return text.length && signs_length(text, 0) == text.length;
}

/* Sets the position and length of the next sign at or after *at. */
static bool find_sign(geodist_text text, size_t *at, size_t *length)
{
    while (*at < text.length && (*length = signs_length(text, *at)) == 0)
        ++*at;
    return *at < text.length;
}

/* ---- Two places in one text -------------------------------------------------------- */

/* A place that is well enough known to be meant: villages have the names of most words. */
static bool is_known_place(geodist_text text, geodist_place *place)
{
    static const double least_score = 15000;
    return text.length && geodist_find(text, place, NULL) == GEODIST_OK &&
           place->score >= least_score;
}

/* Whether the text can be typed as it is shown, and is not split, in "TEXT to TEXT". */
static bool can_be_typed(geodist_text text)
{
    geodist_text words[PHRASE_WORDS_MAX];
    size_t count = gd_first_words(text, words);
    for (size_t i = 0; i < count; i++)
        if (gd_is_word(words[i], "to"))
            return false;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '\xE2' || memchr("\t;>\"'\\", text.bytes[i], 6))
            return false; /* E2: the first byte of the arrow, and of most invisible characters */
    return true;
}

/* An airport and a city beside it are the name of one place: MUC - Munich. */
static bool is_airport_of_city(const geodist_place *a, const geodist_place *b)
{
    static const double furthest_metres = 100000;
    return (a->kind == GEODIST_AIRPORT) != (b->kind == GEODIST_AIRPORT) &&
           geodist_distance(geodist_sphere, a->point, b->point) < furthest_metres;
}

/* A name that resembles the text and is better known than one of the parts is more likely meant:
 * Wilkes-Bare. */
static bool is_misspelt(geodist_text text, const geodist_place *before, const geodist_place *after)
{
    geodist_place suggested;
    return geodist_suggest(text, &suggested, 1) > 0 &&
           (suggested.score > before->score || suggested.score > after->score);
}

/* Whether "BEFORE to AFTER" should be written instead of the text, which is all of both. */
static bool is_two_places(geodist_text text, geodist_text before, geodist_text after)
{
    geodist_place first, second;
    return is_known_place(before, &first) && is_known_place(after, &second) &&
           gd_is_unknown(text) && can_be_typed(before) && can_be_typed(after) &&
           !is_airport_of_city(&first, &second) && !is_misspelt(text, &first, &second);
}

bool gd_part_at_sign(geodist_text text, geodist_text *before, geodist_text *after)
{
    size_t at = 0, length;
    for (int i = 0; i < SIGNS_MAX && find_sign(text, &at, &length); i++, at += length) {
        *before = trim(slice(text, 0, at));
        *after = trim(slice(text, at + length, text.length));
        if (is_two_places(text, *before, *after))
            return true;
    }
    return false;
}

bool gd_find_hyphen(const phrase *of, phrase_fault *found)
{
    geodist_text before, after;
    for (size_t i = 0; i < of->count; i++)
        if (gd_part_at_sign(of->texts[i], &before, &after)) {
            *found = gd_fault_at(of, PHRASE_HYPHEN, i, 1);
            found->before = before;
            found->after = after;
            return true;
        }
    return false;
}

/* ---- Signs in a phrase that was cut at blanks ---------------------------------------- */

/* The first of the texts up to `last` that are parts of one name with it. */
static size_t first_joinable(const phrase *of, size_t last)
{
    size_t first = last;
    while (first > 0 && last - first < PHRASE_WORDS_MAX && !gd_is_sign(of->texts[first - 1]) &&
           gd_count_joinable(of, first - 1) > 1)
        first--;
    return first;
}

static size_t last_joinable(const phrase *of, size_t first)
{
    size_t count = gd_count_joinable(of, first), last = first;
    while (last + 1 < first + count && !gd_is_sign(of->texts[last + 1]))
        last++;
    return last;
}

/* The longest place that ends where a sign begins, which is in the text at `index`. Returns the
 * text with which it begins. */
static size_t find_before(const phrase *of, size_t index, const char *sign, geodist_text *before)
{
    geodist_place place;
    for (size_t first = first_joinable(of, index);; first++) {
        const char *start = of->texts[first].bytes;
        *before = trim((geodist_text){start, (size_t)(sign - start)});
        if (first == index || is_known_place(*before, &place))
            return first;
    }
}

/* The longest place that begins after a sign that ends in or before the text at `index`. Returns
 * the text with which it ends. */
static size_t find_after(const phrase *of, size_t index, const char *start, geodist_text *after)
{
    geodist_place place;
    for (size_t last = last_joinable(of, index);; last--) {
        const char *end = of->texts[last].bytes + of->texts[last].length;
        *after = trim((geodist_text){start, end > start ? (size_t)(end - start) : 0});
        if (last == index || is_known_place(*after, &place))
            return last;
    }
}

/* Whether there is a place on each side of a sign. The fault is about all of it or, if there are
 * blanks around the sign, about the sign. */
static bool part_around(const phrase *of, geodist_text sign, phrase_fault *found)
{
    size_t index = 0, next;
    geodist_text before, after;
    const char *rest = sign.bytes + sign.length;
    while (sign.bytes >= of->texts[index].bytes + of->texts[index].length)
        index++;
    for (next = index; next + 1 < of->count; next++)
        if (rest < of->texts[next].bytes + of->texts[next].length)
            break;
    size_t first = find_before(of, index, sign.bytes, &before);
    size_t last = find_after(of, next, rest, &after);
    *found = gd_fault_at(of, PHRASE_HYPHEN, first, last - first + 1);
    if (!is_two_places(found->text, before, after))
        return false;
    bool is_alone = before.bytes + before.length < sign.bytes && after.bytes > rest;
    found->before = before;
    found->after = after;
    if (is_alone) {
        found->kind = PHRASE_SIGN;
        found->text = sign;
    }
    return true;
}

bool gd_find_sign_at_blanks(const phrase *of, phrase_fault *found)
{
    geodist_text all = gd_fault_at(of, PHRASE_SIGN, 0, of->count).text;
    size_t at = 0, length;
    for (int i = 0; i < SIGNS_MAX && find_sign(all, &at, &length); i++, at += length) {
        if (!part_around(of, slice(all, at, length), found))
            continue;
        if (found->kind == PHRASE_SIGN && found->count < of->count)
            found->before.length = found->after.length = 0; /* there are more signs or places */
        return true;
    }
    return false;
}

bool gd_find_sign_alone(const phrase *of, phrase_fault *found)
{
    for (size_t first = 1, end; first + 1 < of->count; first = end + 1) {
        for (end = first; end < of->count && gd_is_sign(of->texts[end]);)
            end++;
        if (end > first && end < of->count) {
            *found = gd_fault_at(of, PHRASE_SIGN, first, end - first);
            return true;
        }
    }
    return false;
}
