#include "messages/ambiguity.h"

#include "messages/disambiguate.h"
#include "messages/message_limit.h"
#include "output/escape.h"
#include "output/format_number.h"
#include "output/put_label.h"

enum { RIVALS_IN_NOTE = 3, RIVALS_IN_ERROR = 9 };

/* In quotes what to write for the place, or "a city in Italy (a country)". */
static void put_what_to_write(writer *out, geodist_text text, const geodist_place *place)
{
    if (!gd_is_area(place)) {
        gd_put_unambiguous(out, text, place);
        return;
    }
    gd_put(out, "a city in ");
    gd_put_label(out, place);
}

static void put_about(writer *out, const char *before, const stop *at, const char *after)
{
    gd_put(out, before);
    gd_put_escaped(out, at->text);
    gd_put(out, after);
}

/* ---- Notes ------------------------------------------------------------------------- */

static void put_note(writer *out, const place_lookup *by, const stop *at)
{
    geodist_place rivals[RIVALS_IN_NOTE];
    size_t count = gd_find_rivals(by, at->text, rivals, RIVALS_IN_NOTE);
    put_about(out, "geodist: note: '", at, "' is ");
    gd_put_label(out, &at->place);
    for (size_t i = 0; i < count && i < RIVALS_IN_NOTE; i++) {
        gd_put(out, i == 0 ? "; also " : " or ");
        gd_put_label_beside(out, &rivals[i], &at->place);
    }
    if (count > RIVALS_IN_NOTE) {
        gd_put(out, " or ");
        gd_put_integer(out, count - RIVALS_IN_NOTE);
        gd_put(out, " more");
    }
    for (size_t i = 0, advice = 0; i < count && i < RIVALS_IN_NOTE; i++)
        if (!gd_is_area(&rivals[i])) {
            gd_put(out, advice++ == 0 ? "; write " : " or ");
            gd_put_unambiguous(out, at->text, &rivals[i]);
        }
    gd_put(out, "\n");
}

void gd_put_notes(writer *errors, const route *found)
{
    message_limit limit = {.count = 0};
    for (const stop *at = found->stops; at < found->stops + found->count; at++)
        if (at->place.rivals && gd_allow_message(&limit, at->text))
            put_note(errors, &found->by, at);
    gd_put_suppressed(errors, &limit, "like these");
}

/* ---- Errors under --strict --------------------------------------------------------- */

bool gd_is_ambiguous(const route *found)
{
    for (const stop *at = found->stops; at < found->stops + found->count; at++)
        if (at->place.rivals)
            return true;
    return false;
}

static void put_candidate(writer *out, geodist_text text, const geodist_place *place)
{
    gd_put(out, "  ");
    put_what_to_write(out, text, place);
    if (!gd_is_area(place)) {
        gd_put(out, " for ");
        gd_put_label(out, place);
    }
    gd_put(out, "\n");
}

static void put_error(writer *out, const place_lookup *by, const stop *at)
{
    geodist_place rivals[RIVALS_IN_ERROR];
    size_t count = gd_find_rivals(by, at->text, rivals, RIVALS_IN_ERROR);
    put_about(out, "geodist: '", at, "' is ambiguous; write one of\n");
    put_candidate(out, at->text, &at->place);
    for (size_t i = 0; i < count && i < RIVALS_IN_ERROR; i++)
        put_candidate(out, at->text, &rivals[i]);
    if (count > RIVALS_IN_ERROR) {
        gd_put(out, "  or one of ");
        gd_put_integer(out, count - RIVALS_IN_ERROR);
        gd_put(out, " more\n");
    }
}

void gd_put_ambiguity_errors(writer *errors, const route *found)
{
    message_limit limit = {.count = 0};
    for (const stop *at = found->stops; at < found->stops + found->count; at++)
        if (at->place.rivals && gd_allow_message(&limit, at->text))
            put_error(errors, &found->by, at);
    gd_put_suppressed(errors, &limit, "like these");
}

void gd_put_ambiguity(writer *out, const place_lookup *by, const stop *at)
{
    geodist_place rivals[RIVALS_IN_NOTE];
    size_t count = gd_find_rivals(by, at->text, rivals, RIVALS_IN_NOTE);
    put_about(out, "'", at, "' is ambiguous; write ");
    put_what_to_write(out, at->text, &at->place);
    for (size_t i = 0; i < count && i < RIVALS_IN_NOTE; i++) {
        gd_put(out, " or ");
        put_what_to_write(out, at->text, &rivals[i]);
    }
}
