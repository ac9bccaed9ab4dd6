#include "route/route.h"

#include "output/escape.h"

#include <assert.h>
#include <stdlib.h>

/* While the operands are cut into places, words holds NUL-terminated words one after
 * another. In the end the NULs become spaces, and every text carries its length. */
typedef struct {
    char *bytes;
    size_t length;
} words;

static words copy_operands(const options *chosen)
{
    words copy = {NULL, 0};
    for (size_t i = 0; i < chosen->operand_count; i++)
        copy.length += strlen(chosen->operands[i]) + 1;
    char *end = copy.bytes = malloc(copy.length);
    for (size_t i = 0; copy.bytes && i < chosen->operand_count; i++) {
        size_t size = strlen(chosen->operands[i]) + 1;
        memcpy(end, chosen->operands[i], size);
        end += size;
    }
    return copy;
}

/* Makes words of a phrase. */
static void part_at_blanks(words phrase)
{
    for (size_t i = 0; i < phrase.length; i++)
        if (phrase.bytes[i] == ' ' || (phrase.bytes[i] >= '\t' && phrase.bytes[i] <= '\r'))
            phrase.bytes[i] = '\0';
}

static void join_with_blanks(words parted)
{
    for (size_t i = 0; i < parted.length; i++)
        if (parted.bytes[i] == '\0')
            parted.bytes[i] = ' ';
}

/* The word behind this one, or NULL. */
static const char *next_word(words all, const char *word)
{
    const char *next = word + strlen(word) + 1;
    return next < all.bytes + all.length ? next : NULL;
}

static bool is_to(const char *word)
{
    return (word[0] == 't' || word[0] == 'T') && (word[1] == 'o' || word[1] == 'O') &&
           word[2] == '\0';
}

static size_t count_to(words all)
{
    size_t count = 0;
    for (const char *word = all.bytes; word; word = next_word(all, word))
        count += is_to(word);
    return count;
}

static void cut_everywhere(words all, journey *planned)
{
    for (const char *word = all.bytes; word; word = next_word(all, word))
        planned->stops[planned->count++].text = geodist_string(word);
}

/* False if a place is missing on one side of a "to". */
static bool cut_at_to(words all, journey *planned)
{
    geodist_text *text = &planned->stops[planned->count++].text;
    for (const char *word = all.bytes; word; word = next_word(all, word)) {
        if (is_to(word)) {
            if (text->length == 0)
                return false;
            text = &planned->stops[planned->count++].text;
        } else if (*word) {
            text->bytes = text->length ? text->bytes : word;
            text->length = (size_t)(word - text->bytes) + strlen(word);
        }
    }
    return text->length > 0;
}

static bool is_place(const char *string)
{
    geodist_place place;
    return geodist_find(geodist_string(string), &place, NULL) == GEODIST_OK;
}

static outcome lack_memory(sink *errors)
{
    cli_put(errors, "geodist: not enough memory\n");
    return BROKEN;
}

static outcome refuse_single(const char *operand, sink *errors)
{
    cli_put(errors, "geodist: only one place is given, '");
    cli_put_shown(errors, geodist_string(operand));
    cli_put(errors, "'; a distance needs two\n");
    return WRONG_USAGE;
}

outcome cli_plan_journey(const options *chosen, journey *planned, sink *errors)
{
    assert(chosen->operand_count > 0);
    words all = copy_operands(chosen);
    *planned = (journey){.words = all.bytes};
    if (!all.bytes)
        return lack_memory(errors);
    if (chosen->operand_count == 1 && !is_place(all.bytes))
        part_at_blanks(all);
    size_t separators = count_to(all);
    planned->phrased = separators > 0;
    if (!planned->phrased && chosen->operand_count == 1)
        return refuse_single(chosen->operands[0], errors);
    planned->stops = calloc(planned->phrased ? separators + 1 : chosen->operand_count,
                            sizeof *planned->stops);
    if (!planned->stops)
        return lack_memory(errors);
    bool whole = true;
    if (planned->phrased)
        whole = cut_at_to(all, planned);
    else
        cut_everywhere(all, planned);
    join_with_blanks(all);
    if (whole)
        return ANSWERED;
    cli_put(errors, "geodist: 'to' needs a place on either side\n");
    return WRONG_USAGE;
}

bool cli_find_stops(journey *planned)
{
    bool found = true;
    for (stop *at = planned->stops; at < planned->stops + planned->count; at++) {
        at->error.status = geodist_find(at->text, &at->place, &at->error);
        found = found && at->error.status == GEODIST_OK;
    }
    return found;
}

void cli_end_journey(journey *ended)
{
    free(ended->stops);
    free(ended->words);
}
