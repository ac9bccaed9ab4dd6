#include "route/phrase_fault.h"

#include "options/unit.h"
#include "text/slice.h"

#include <math.h>

enum { WORDS_MAX = 8, SIGNS_MAX = 16, QUALIFIERS_MAX = 3, QUALIFIED_BYTES_MAX = 256 };

/* ---- Texts ------------------------------------------------------------------------- */

static bool is_place(geodist_text text)
{
    geodist_place place;
    return geodist_find(text, &place, NULL) == GEODIST_OK;
}

static bool is_unknown(geodist_text text)
{
    geodist_place place;
    geodist_status status = geodist_find(text, &place, NULL);
    return status == GEODIST_UNKNOWN_NAME || status == GEODIST_UNKNOWN_QUALIFIER ||
           status == GEODIST_QUALIFIER_MISMATCH;
}

/* The place or, if there is none, the area that the text means. */
static bool find_one(geodist_text text, geodist_place *found)
{
    geodist_status status = geodist_find(text, found, NULL);
    return status == GEODIST_OK || (status == GEODIST_AREA && geodist_areas(text, found, 1) > 0);
}

bool gd_is_one_place(geodist_text text)
{
    geodist_place place;
    return find_one(text, &place);
}

static bool is_word(geodist_text text, const char *word)
{
    size_t length = strlen(word);
    if (text.length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(text.bytes[i]) != word[i])
            return false;
    return true;
}

static bool has_blank(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_space(text.bytes[i]))
            return true;
    return false;
}

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

static bool is_sign(geodist_text text)
{
    return text.length && signs_length(text, 0) == text.length;
}

/* Whether there is a letter or a digit: "paris -" is not one place. */
static bool is_name(geodist_text text)
{
    if (is_sign(text))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (is_ascii_letter(text.bytes[i]) || is_digit(text.bytes[i]) ||
            (unsigned char)text.bytes[i] >= 0x80)
            return true;
    return false;
}

static phrase_fault fault_at(const phrase *of, phrase_fault_kind kind, size_t first, size_t count)
{
    const geodist_text *begin = &of->texts[first], *last = begin + count - 1;
    geodist_text text = {begin->bytes, (size_t)(last->bytes - begin->bytes) + last->length};
    return (phrase_fault){.kind = kind, .first = first, .count = count, .text = text};
}

/* Adds a text, with a comma if it is not the first. False if there is no room. */
static bool add_part(char *joined, size_t *length, geodist_text added)
{
    if (added.length == 0 || *length + added.length + 2 > QUALIFIED_BYTES_MAX)
        return false;
    if (*length) {
        joined[(*length)++] = ',';
        joined[(*length)++] = ' ';
    }
    memcpy(joined + *length, added.bytes, added.length);
    *length += added.length;
    return true;
}

/* ---- Joined names ------------------------------------------------------------------ */

/* Whether nothing but blanks is between a text and the next: neither has quotes around it. */
static bool has_only_blanks_after(const geodist_text *text)
{
    for (const char *at = text->bytes + text->length; at < text[1].bytes; at++)
        if (!is_space(*at))
            return false;
    return true;
}

/* The number of texts from `first` on that may be words of one name: without commas, which say
 * where a name ends. */
static size_t count_joinable(const phrase *of, size_t first)
{
    size_t count = 0;
    while (count < WORDS_MAX && first + count < of->count) {
        geodist_text next = of->texts[first + count];
        if (next.length == 0 || memchr(next.bytes, ',', next.length))
            break;
        count++;
        if (first + count == of->count || !has_only_blanks_after(&of->texts[first + count - 1]))
            break;
    }
    return count;
}

/* The score of the least known of the texts; -INFINITY if one is no place. */
static double least_score(const geodist_text *texts, size_t count)
{
    double least = INFINITY;
    for (size_t i = 0; i < count; i++) {
        geodist_place place;
        if (geodist_find(texts[i], &place, NULL) != GEODIST_OK)
            return -INFINITY;
        least = place.score < least ? place.score : least;
    }
    return least;
}

static bool any_has_blank(const geodist_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_blank(texts[i]))
            return true;
    return false;
}

/* Whether the texts, joined by blanks, are one place or area, of whatever score. If all texts are
 * places, those in quotes are not joined. The whole is known to be none. */
static bool is_joined(const phrase *of, size_t first, size_t count, phrase_fault *found)
{
    bool is_whole = of->whole.length && count == of->count;
    if (is_whole || (of->all_found && any_has_blank(&of->texts[first], count)))
        return false;
    *found = fault_at(of, PHRASE_JOINED_NAME, first, count);
    return find_one(found->text, &found->place);
}

static bool is_well_known(const phrase *of, const phrase_fault *joined)
{
    const geodist_text *texts = &of->texts[joined->first];
    double least = least_score(texts, joined->count);
    if (!is_name(texts[0]) || !is_name(texts[joined->count - 1]))
        return false;
    return least < 0 || (joined->place.score >= least && !any_has_blank(texts, joined->count));
}

static bool find_joined_name(const phrase *of, phrase_fault *found)
{
    for (size_t first = 0; first + 1 < of->count; first++)
        for (size_t count = count_joinable(of, first); count > 1; count--)
            if (is_joined(of, first, count, found) && is_well_known(of, found))
                return true;
    return false;
}

/* Whether the text without blanks means anything. Hyphens take their place: names are the same with
 * either, but no trailing word of such a text is tried as a qualifier, which costs a lookup each.
 */
static bool is_known_with_hyphens(geodist_text text)
{
    geodist_place place;
    geodist_status status = geodist_find(text, &place, NULL);
    return status == GEODIST_OK || status == GEODIST_AREA;
}

bool gd_may_have_joined_name(const phrase *of)
{
    enum { BYTES_MAX = 256 };
    char hyphens[BYTES_MAX];
    if (of->count < 2)
        return false;
    geodist_text all = fault_at(of, PHRASE_JOINED_NAME, 0, of->count).text;
    if (all.length > BYTES_MAX)
        return true;
    for (size_t i = 0; i < all.length; i++)
        hyphens[i] = is_space(all.bytes[i]) ? '-' : all.bytes[i];
    for (size_t first = 0; first + 1 < of->count; first++)
        for (size_t count = count_joinable(of, first); count > 1; count--) {
            geodist_text joined = fault_at(of, PHRASE_JOINED_NAME, first, count).text;
            size_t offset = (size_t)(joined.bytes - all.bytes);
            if (is_known_with_hyphens((geodist_text){hyphens + offset, joined.length}))
                return true;
        }
    return false;
}

bool gd_find_lesser_reading(const phrase *of, phrase_fault *found)
{
    for (size_t first = 0; of->at_blanks && first + 1 < of->count; first++)
        for (size_t count = count_joinable(of, first); count > 1; count--)
            if (is_joined(of, first, count, found))
                return true;
    return false;
}

/* ---- Words that are no places ------------------------------------------------------ */

static bool find_conjunction(const phrase *of, phrase_fault *found)
{
    for (size_t i = 1; i + 1 < of->count; i++)
        if (is_word(of->texts[i], "and") || is_word(of->texts[i], "&")) {
            *found = fault_at(of, PHRASE_CONJUNCTION, i, 1);
            return true;
        }
    return false;
}

bool gd_is_stray_word(geodist_text text)
{
    static const char *const words[] = {"from",   "near",     "vs",      "vs.",
                                        "versus", "distance", "between", "via"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (is_word(text, words[i]))
            return !is_place(text);
    return false;
}

/* Neighbouring texts that are such words, if there are others. */
static bool find_stray_words(const phrase *of, phrase_fault *found)
{
    size_t first = 0, end;
    while (first < of->count && !gd_is_stray_word(of->texts[first]))
        first++;
    for (end = first; end < of->count && gd_is_stray_word(of->texts[end]);)
        end++;
    if (first == end || end - first == of->count)
        return false;
    *found = fault_at(of, PHRASE_STRAY_WORDS, first, end - first);
    found->at_edge = first == 0 || end == of->count;
    return true;
}

/* The first words of a text; returns their number. */
static size_t find_words(geodist_text text, geodist_text *words)
{
    size_t count = 0;
    for (size_t at = 0, end; at < text.length && count < WORDS_MAX; at = end) {
        for (; at < text.length && is_space(text.bytes[at]); at++)
            ;
        for (end = at; end < text.length && !is_space(text.bytes[end]); end++)
            ;
        if (end > at)
            words[count++] = slice(text, at, end - at);
    }
    return count;
}

/* The same inside a text that is unknown: "distance from paris". */
static bool find_stray_words_in_texts(const phrase *of, phrase_fault *found)
{
    geodist_text words[WORDS_MAX];
    for (size_t i = 0; i < of->count; i++) {
        phrase inside = {.texts = words, .count = find_words(of->texts[i], words)};
        if (find_stray_words(&inside, found) && is_unknown(of->texts[i])) {
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
    geodist_text rest, word = cut(trim(text), ' ', &rest);
    return same_text(word, geodist_string("in")) && gd_find_unit(trim(rest)) != NULL;
}

/* The end of the last text of a phrase that was cut elsewhere: "paris in miles". */
static bool find_unit_in_text(const phrase *of, phrase_fault *found)
{
    geodist_text last = of->texts[of->count - 1];
    for (size_t i = 1; i + 3 < last.length; i++)
        if (is_space(last.bytes[i]) && is_in_unit(slice(last, i, last.length))) {
            *found = fault_at(of, PHRASE_UNIT, of->count - 1, 1);
            found->text = trim(slice(last, i, last.length));
            return true;
        }
    return false;
}

static bool find_unit(const phrase *of, phrase_fault *found)
{
    for (size_t count = 2; of->at_blanks && count <= 3 && count < of->count; count++) {
        *found = fault_at(of, PHRASE_UNIT, of->count - count, count);
        if (is_in_unit(found->text))
            return true;
    }
    return !of->all_found && find_unit_in_text(of, found);
}

/* ---- Places that were cut apart, or not cut ---------------------------------------- */

geodist_text gd_without_comma(geodist_text text)
{
    text = trim(text);
    if (text.length && text.bytes[text.length - 1] == ',')
        text.length--;
    return trim(text);
}

size_t gd_count_qualified(const geodist_text *texts, size_t count)
{
    char joined[QUALIFIED_BYTES_MAX];
    size_t length = 0, qualified = 0;
    for (size_t i = 0; i < count && i <= QUALIFIERS_MAX; i++) {
        geodist_text part = gd_without_comma(texts[i]);
        if (!is_name(part) || !add_part(joined, &length, part))
            break;
        if (is_place((geodist_text){joined, length}))
            qualified = i + 1;
    }
    return qualified;
}

/* Several places, at least one of them with qualifiers, are left if these are put back. */
static bool find_cut_qualifiers(const phrase *of, phrase_fault *found)
{
    size_t places = 0, longest = 0;
    for (size_t i = 0, taken; i < of->count; i += taken, places++) {
        taken = gd_count_qualified(of->texts + i, of->count - i);
        if (taken == 0 || is_word(of->texts[i], "to"))
            return false;
        longest = taken > longest ? taken : longest;
    }
    *found = fault_at(of, PHRASE_CUT_QUALIFIERS, 0, of->count);
    return places > 1 && longest > 1;
}

/* ---- Signs between places ---------------------------------------------------------- */

/* A place that is well enough known to be meant: villages have the names of most words. */
static bool is_known_place(geodist_text text, geodist_place *place)
{
    enum { LEAST_SCORE = 15000 };
    return text.length && geodist_find(text, place, NULL) == GEODIST_OK &&
           place->score >= LEAST_SCORE;
}

/* Whether the text can be typed as it is shown, and is not split, in "TEXT to TEXT". */
static bool can_be_typed(geodist_text text)
{
    geodist_text words[WORDS_MAX];
    size_t count = find_words(text, words);
    for (size_t i = 0; i < count; i++)
        if (is_word(words[i], "to"))
            return false;
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] == '\xE2' || memchr("\t;>\"'\\", text.bytes[i], 6))
            return false; /* E2: the first byte of the arrow, and of most invisible characters */
    return true;
}

/* An airport and a city beside it are the name of one place: MUC - Munich. */
static bool is_airport_of_city(const geodist_place *a, const geodist_place *b)
{
    enum { METRES_MAX = 100000 };
    return (a->kind == GEODIST_AIRPORT) != (b->kind == GEODIST_AIRPORT) &&
           geodist_distance(geodist_sphere, a->point, b->point) < METRES_MAX;
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
    return is_known_place(before, &first) && is_known_place(after, &second) && is_unknown(text) &&
           can_be_typed(before) && can_be_typed(after) && !is_airport_of_city(&first, &second) &&
           !is_misspelt(text, &first, &second);
}

/* Sets the position and length of the next sign at or after *at. */
static bool find_sign(geodist_text text, size_t *at, size_t *length)
{
    while (*at < text.length && (*length = signs_length(text, *at)) == 0)
        ++*at;
    return *at < text.length;
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

/* The first of the texts up to `last` that are parts of one name with it. */
static size_t first_joinable(const phrase *of, size_t last)
{
    size_t first = last;
    while (first > 0 && last - first < WORDS_MAX && !is_sign(of->texts[first - 1]) &&
           count_joinable(of, first - 1) > 1)
        first--;
    return first;
}

static size_t last_joinable(const phrase *of, size_t first)
{
    size_t count = count_joinable(of, first), last = first;
    while (last + 1 < first + count && !is_sign(of->texts[last + 1]))
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
    *found = fault_at(of, PHRASE_HYPHEN, first, last - first + 1);
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

/* A sign between places in a phrase that was cut at blanks: "new york-london". */
static bool find_sign_at_blanks(const phrase *of, phrase_fault *found)
{
    geodist_text all = fault_at(of, PHRASE_SIGN, 0, of->count).text;
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

/* A sign between blanks, whatever is on either side. */
static bool find_sign_alone(const phrase *of, phrase_fault *found)
{
    for (size_t first = 1, end; first + 1 < of->count; first = end + 1) {
        for (end = first; end < of->count && is_sign(of->texts[end]);)
            end++;
        if (end > first && end < of->count) {
            *found = fault_at(of, PHRASE_SIGN, first, end - first);
            return true;
        }
    }
    return false;
}

/* A sign inside a text: "tokyo;london-paris". */
static bool find_hyphen(const phrase *of, phrase_fault *found)
{
    geodist_text before, after;
    for (size_t i = 0; i < of->count; i++)
        if (gd_part_at_sign(of->texts[i], &before, &after)) {
            *found = fault_at(of, PHRASE_HYPHEN, i, 1);
            found->before = before;
            found->after = after;
            return true;
        }
    return false;
}

/* ---- Decimal commas ---------------------------------------------------------------- */

bool gd_is_decimal_comma(geodist_text text)
{
    geodist_text decimals, whole = cut(text, ',', &decimals);
    if (whole.length && (whole.bytes[0] == '-' || whole.bytes[0] == '+'))
        whole = slice(whole, 1, whole.length);
    if (whole.length == 0 || decimals.length == 0)
        return false;
    for (size_t i = 0; i < whole.length; i++)
        if (!is_digit(whole.bytes[i]))
            return false;
    for (size_t i = 0; i < decimals.length; i++)
        if (!is_digit(decimals.bytes[i]))
            return false;
    return true;
}

/* Four or more; between plain commas they are whole numbers: 1,2,3,4,5,6,7,8. */
static bool has_decimal_commas(const phrase *of)
{
    enum { FEWEST = 4 };
    if (of->count < FEWEST)
        return false;
    for (size_t i = 0; i < of->count; i++)
        if (!gd_is_decimal_comma(of->texts[i]))
            return false;
    return of->texts[0].bytes[of->texts[0].length] != ',';
}

/* ---- All faults -------------------------------------------------------------------- */

/* Faults that only a phrase has in which a text is no place. */
static bool find_fault_of_unknown(const phrase *of, phrase_fault *found)
{
    return (of->at_blanks && (find_stray_words(of, found) || find_sign_alone(of, found))) ||
           find_stray_words_in_texts(of, found) || find_cut_qualifiers(of, found) ||
           find_hyphen(of, found);
}

bool gd_find_phrase_fault(const phrase *of, phrase_fault *found)
{
    if (of->count > 1 && find_unit(of, found))
        return true;
    if (of->at_blanks && !of->all_found && of->count > 1 && find_sign_at_blanks(of, found))
        return true;
    if (of->at_blanks && !of->not_joined && find_joined_name(of, found))
        return true;
    if (of->at_blanks && find_conjunction(of, found))
        return true;
    if (!of->all_found && find_fault_of_unknown(of, found))
        return true;
    if (!has_decimal_commas(of))
        return false;
    *found = fault_at(of, PHRASE_DECIMAL_COMMAS, 0, 1);
    return true;
}
