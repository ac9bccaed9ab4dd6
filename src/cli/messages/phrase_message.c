#include "messages/phrase_message.h"

#include "messages/place_error.h"
#include "options/unit.h"
#include "output/escape.h"
#include "output/put_label.h"
#include "route/phrase_fault.h"
#include "route/phrase_sign.h"
#include "text/slice.h"

/* ---- Faults of phrases ------------------------------------------------------------- */

static void put_joined_name(writer *out, const phrase_fault *fault)
{
    gd_put_quoted(out, fault->text);
    gd_put(out, " is one place, ");
    gd_put_label(out, &fault->place);
    gd_put(out, ": quote it, or write 'to' between places");
}

static void put_stray_words(writer *out, const phrase_fault *fault)
{
    gd_put_quoted(out, fault->text);
    gd_put(out, fault->at_edge ? " is no place: leave it out"
                               : " is no place: write 'to' between places");
}

/* 'in miles' is no place: write -u mi */
static void put_unit(writer *out, geodist_text text)
{
    geodist_text rest, in = cut(text, ' ', &rest);
    (void)in;
    gd_put_quoted(out, text);
    gd_put(out, " is no place: write -u ");
    gd_put(out, gd_find_unit(trim(rest))->name);
}

/* A name with its qualifiers: 'Springfield, IL' */
static void put_qualified(writer *out, const geodist_text *texts, size_t count)
{
    gd_put(out, "'");
    for (size_t i = 0; i < count; i++) {
        gd_put(out, i ? ", " : "");
        gd_put_escaped(out, gd_without_comma(texts[i]));
    }
    gd_put(out, "'");
}

/* The first of the texts that is a qualifier of the name before it. */
static geodist_text first_qualifier(const phrase *of)
{
    size_t i = 0;
    while (i + 1 < of->count && gd_count_qualified(of->texts + i, of->count - i) == 1)
        i++;
    return gd_without_comma(of->texts[i + 1 < of->count ? i + 1 : i]);
}

/* 'IL' belongs to the name before it: write 'Springfield, IL' to 'Portland, OR' */
static void put_cut_qualifiers(writer *out, const phrase *of)
{
    gd_put_quoted(out, first_qualifier(of));
    gd_put(out, " belongs to the name before it: write ");
    for (size_t i = 0, taken; i < of->count; i += taken) {
        taken = gd_count_qualified(of->texts + i, of->count - i);
        gd_put(out, i ? " to " : "");
        put_qualified(out, of->texts + i, taken);
        if (taken == 0)
            return;
    }
}

/* write 'london to paris' */
static void put_hint_to_part(writer *out, geodist_text before, geodist_text after)
{
    gd_put(out, "write '");
    gd_put_escaped(out, before);
    gd_put(out, " to ");
    gd_put_escaped(out, after);
    gd_put(out, "'");
}

static void put_hyphen(writer *out, const phrase_fault *fault)
{
    gd_put(out, "no place called ");
    gd_put_quoted(out, fault->text);
    gd_put(out, ": ");
    put_hint_to_part(out, fault->before, fault->after);
}

static void put_sign(writer *out, const phrase_fault *fault)
{
    gd_put_quoted(out, fault->text);
    gd_put(out, " is no separator: ");
    if (fault->before.length)
        put_hint_to_part(out, fault->before, fault->after);
    else
        gd_put(out, "write 'to' between places");
}

/* numbers such as '51,5' may have decimal commas: use --decimal-comma, or write '51, 5' for a point
 */
static void put_decimal_comma(writer *out, geodist_text number)
{
    geodist_text decimals, whole = cut(number, ',', &decimals);
    gd_put(out, "numbers such as ");
    gd_put_quoted(out, number);
    gd_put(out, " may have decimal commas: use --decimal-comma, or write '");
    gd_put_escaped(out, whole);
    gd_put(out, ", ");
    gd_put_escaped(out, decimals);
    gd_put(out, "' for a latitude and a longitude");
}

void gd_put_phrase_fault(writer *out, const phrase *of, const phrase_fault *fault)
{
    switch (fault->kind) {
    case PHRASE_JOINED_NAME:
        put_joined_name(out, fault);
        break;
    case PHRASE_CONJUNCTION:
        gd_put_quoted(out, fault->text);
        gd_put(out, " is no place: write 'to' between places");
        break;
    case PHRASE_STRAY_WORDS:
        put_stray_words(out, fault);
        break;
    case PHRASE_UNIT:
        put_unit(out, fault->text);
        break;
    case PHRASE_CUT_QUALIFIERS:
        put_cut_qualifiers(out, of);
        break;
    case PHRASE_HYPHEN:
        put_hyphen(out, fault);
        break;
    case PHRASE_SIGN:
        put_sign(out, fault);
        break;
    case PHRASE_DECIMAL_COMMAS:
        put_decimal_comma(out, fault->text);
        break;
    }
}

void gd_put_lesser_reading(writer *out, const phrase_fault *lesser)
{
    gd_put_quoted(out, lesser->text);
    gd_put(out, " is also one place, ");
    gd_put_label(out, &lesser->place);
    gd_put(out, ": quote it to mean that");
}

/* ---- One place --------------------------------------------------------------------- */

static bool find_better_known(geodist_text text, double score, geodist_place *found)
{
    return geodist_find(text, found, NULL) == GEODIST_OK && found->kind == GEODIST_CITY &&
           found->score > score;
}

/* 'Boston,New York' is one place, Boston, New York, United States, or two, ...: write ... */
static bool put_both_readings(writer *out, const phrase *of, bool in_line)
{
    geodist_place whole, first, second;
    if (of->count != 2 || geodist_find(of->whole, &whole, NULL) != GEODIST_OK ||
        !find_better_known(of->texts[0], whole.score, &first) ||
        !find_better_known(of->texts[1], whole.score, &second))
        return false;
    gd_put_quoted(out, of->whole);
    gd_put(out, " is one place, ");
    gd_put_label(out, &whole);
    gd_put(out, ", or two, ");
    gd_put_label(out, &first);
    gd_put(out, " and ");
    gd_put_label(out, &second);
    gd_put(out, ": for two ");
    put_hint_to_part(out, of->texts[0], of->texts[1]);
    if (in_line && !of->at_blanks)
        gd_put(out, ", or use -i csv");
    return true;
}

bool gd_put_one_place(writer *out, const phrase *of, bool in_line)
{
    geodist_text before, after, text = of->count == 1 ? of->texts[0] : of->whole;
    if (gd_put_text_fault(out, text))
        return false;
    if (put_both_readings(out, of, in_line))
        return true;
    gd_put(out, "only one place is given, ");
    gd_put_quoted(out, text);
    gd_put(out, "; a distance needs two");
    if (of->count > 1) {
        gd_put(out, in_line ? " (put 'to' between places)"
                            : " (quote each place, or put 'to' between places)");
    } else if (of->count == 1 && gd_part_at_sign(of->texts[0], &before, &after)) {
        gd_put(out, ": ");
        put_hint_to_part(out, before, after);
    }
    return true;
}

void gd_put_header_fault(writer *out, geodist_text line)
{
    gd_put_quoted(out, line);
    gd_put(out, " is a header and no places: for a table use --columns");
}
