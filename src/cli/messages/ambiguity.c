#include "messages/ambiguity.h"

#include "output/escape.h"
#include "output/label.h"
#include "output/format_number.h"
#include "messages/disambiguate.h"
#include "messages/joined_names.h"
#include "messages/message_limit.h"

enum { NOTED = 3, LISTED = 9 }; /* how many rivals a note names, and an error lists */

static void put_subject(sink *out, const char *before, const stop *at, const char *after)
{
    cli_put(out, before);
    cli_put_shown(out, at->text);
    cli_put(out, after);
}

/* ---- Notes --------------------------------------------------------------------------- */

static void put_note(sink *out, const stop *at)
{
    geodist_place rivals[NOTED];
    size_t count = geodist_rivals(at->text, rivals, NOTED);
    put_subject(out, "geodist: note: '", at, "' is ");
    cli_put_label(out, &at->place);
    for (size_t i = 0; i < count && i < NOTED; i++) {
        cli_put(out, i == 0 ? "; also " : " or ");
        cli_put_label_beside(out, &rivals[i], &at->place);
    }
    if (count > NOTED) {
        cli_put(out, " or ");
        cli_put_count(out, count - NOTED);
        cli_put(out, " more");
    }
    for (size_t i = 0; i < count && i < NOTED; i++) {
        cli_put(out, i == 0 ? "; write " : " or ");
        cli_put_qualified(out, at->text, &rivals[i]);
    }
    cli_put(out, "\n");
}

void cli_put_notes(sink *out, const journey *found)
{
    told already = {.count = 0};
    for (const stop *at = found->stops; at < found->stops + found->count; at++)
        if (at->place.rivals && cli_tell(&already, at))
            put_note(out, at);
    cli_put_untold(out, &already);
    run larger;
    if (cli_find_larger_run(found, &larger)) {
        cli_put(out, "geodist: note: ");
        cli_put_run(out, &larger);
        cli_put(out, "\n");
    }
}

/* ---- Candidates ---------------------------------------------------------------------- */

bool cli_is_ambiguous(const journey *found)
{
    for (const stop *at = found->stops; at < found->stops + found->count; at++)
        if (at->place.rivals)
            return true;
    return false;
}

static void put_candidate(sink *out, geodist_text text, const geodist_place *place)
{
    cli_put(out, "  ");
    cli_put_qualified(out, text, place);
    cli_put(out, " for ");
    cli_put_label(out, place);
    cli_put(out, "\n");
}

static void put_ambiguity(sink *out, const stop *at)
{
    geodist_place rivals[LISTED];
    size_t count = geodist_rivals(at->text, rivals, LISTED);
    put_subject(out, "geodist: '", at, "' is ambiguous; write one of\n");
    put_candidate(out, at->text, &at->place);
    for (size_t i = 0; i < count && i < LISTED; i++)
        put_candidate(out, at->text, &rivals[i]);
    if (count > LISTED) {
        cli_put(out, "  or one of ");
        cli_put_count(out, count - LISTED);
        cli_put(out, " more\n");
    }
}

void cli_put_candidates(sink *out, const journey *found)
{
    told already = {.count = 0};
    for (const stop *at = found->stops; at < found->stops + found->count; at++)
        if (at->place.rivals && cli_tell(&already, at))
            put_ambiguity(out, at);
    cli_put_untold(out, &already);
}
