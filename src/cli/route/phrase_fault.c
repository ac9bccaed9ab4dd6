#include "route/phrase_fault.h"

#include "route/phrase_sign.h"
#include "route/phrase_text.h"
#include "route/phrase_words.h"
#include "text/slice.h"

#include <math.h>

enum { QUALIFIERS_MAX = 3, QUALIFIED_BYTES_MAX = 256 };

/* ---- Joined names ------------------------------------------------------------------ */

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

/* Whether there is a letter or a digit: "paris -" is not one place. */
static bool is_name(geodist_text text)
{
    if (gd_is_sign(text))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (is_ascii_letter(text.bytes[i]) || is_digit(text.bytes[i]) ||
            (unsigned char)text.bytes[i] >= 0x80)
            return true;
    return false;
}

static bool has_blank(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (is_space(text.bytes[i]))
            return true;
    return false;
}

static bool any_has_blank(const geodist_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (has_blank(texts[i]))
            return true;
    return false;
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

/* Whether the texts, joined by blanks, are one place or area, of whatever score. If all texts are
 * places, those in quotes are not joined. The whole is known to be none. */
static bool is_joined(const phrase *of, size_t first, size_t count, phrase_fault *found)
{
    bool is_whole = of->whole.length && count == of->count;
    if (is_whole || (of->all_found && any_has_blank(&of->texts[first], count)))
        return false;
    *found = gd_fault_at(of, PHRASE_JOINED_NAME, first, count);
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

/* Only among the first words: a line of thousands is no journey, and each takes several lookups. */
static bool find_joined_name(const phrase *of, phrase_fault *found)
{
    enum { FIRST_WORDS = 64 };
    for (size_t first = 0; first + 1 < of->count && first < FIRST_WORDS; first++)
        for (size_t count = gd_count_joinable(of, first); count > 1; count--)
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
    geodist_text all = gd_fault_at(of, PHRASE_JOINED_NAME, 0, of->count).text;
    if (all.length > BYTES_MAX)
        return true;
    for (size_t i = 0; i < all.length; i++)
        hyphens[i] = is_space(all.bytes[i]) ? '-' : all.bytes[i];
    for (size_t first = 0; first + 1 < of->count; first++)
        for (size_t count = gd_count_joinable(of, first); count > 1; count--) {
            geodist_text joined = gd_fault_at(of, PHRASE_JOINED_NAME, first, count).text;
            size_t offset = (size_t)(joined.bytes - all.bytes);
            if (is_known_with_hyphens((geodist_text){hyphens + offset, joined.length}))
                return true;
        }
    return false;
}

bool gd_find_lesser_reading(const phrase *of, phrase_fault *found)
{
    for (size_t first = 0; of->at_blanks && first + 1 < of->count; first++)
        for (size_t count = gd_count_joinable(of, first); count > 1; count--)
            if (is_joined(of, first, count, found))
                return true;
    return false;
}

/* ---- Names without their qualifiers -------------------------------------------------- */

geodist_text gd_without_comma(geodist_text text)
{
    text = trim(text);
    if (text.length && text.bytes[text.length - 1] == ',')
        text.length--;
    return trim(text);
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

size_t gd_count_qualified(const geodist_text *texts, size_t count)
{
    char joined[QUALIFIED_BYTES_MAX];
    size_t length = 0, qualified = 0;
    for (size_t i = 0; i < count && i <= QUALIFIERS_MAX; i++) {
        geodist_text part = gd_without_comma(texts[i]);
        if (!is_name(part) || !add_part(joined, &length, part))
            break;
        if (gd_is_place((geodist_text){joined, length}))
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
        if (taken == 0 || gd_is_word(of->texts[i], "to"))
            return false;
        longest = taken > longest ? taken : longest;
    }
    *found = gd_fault_at(of, PHRASE_CUT_QUALIFIERS, 0, of->count);
    return places > 1 && longest > 1;
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
    return (of->at_blanks && (gd_find_stray_words(of, found) || gd_find_sign_alone(of, found))) ||
           gd_find_stray_words_in_texts(of, found) || find_cut_qualifiers(of, found) ||
           gd_find_hyphen(of, found);
}

bool gd_find_phrase_fault(const phrase *of, phrase_fault *found)
{
    if (of->count > 1 && gd_find_unit_words(of, found))
        return true;
    if (of->at_blanks && !of->all_found && of->count > 1 && gd_find_sign_at_blanks(of, found))
        return true;
    if (of->at_blanks && !of->not_joined && find_joined_name(of, found))
        return true;
    if (of->at_blanks && gd_find_conjunction(of, found))
        return true;
    if (!of->all_found && find_fault_of_unknown(of, found))
        return true;
    if (!has_decimal_commas(of))
        return false;
    *found = gd_fault_at(of, PHRASE_DECIMAL_COMMAS, 0, 1);
    return true;
}
