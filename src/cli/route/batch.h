/* Several journeys at a time: their places are found together and their legs measured together. */
#ifndef CLI_BATCH_H
#define CLI_BATCH_H

#include "route/name_cache.h"
#include "route/phrase_fault.h"

/* The places of a batch are those of at least one line: a line of GD_LINE_MAX separators has one
 * field more than it has bytes. */
enum { GD_LINE_MAX = 32768, GD_BATCH_ROUTES = 512, GD_BATCH_PLACES = GD_LINE_MAX + 1 };

typedef enum {
    ROUTE_OK,
    ROUTE_NOT_FOUND, /* the place at `fault` was not found */
    ROUTE_AMBIGUOUS, /* the place at `fault` has rivals, under --strict */
    ROUTE_ONE_PLACE, /* there is only one place: the text of the whole route */
    ROUTE_PHRASE_FAULT, /* all places were found; gd_find_phrase_fault() says what is wrong */
    ROUTE_HEADER, /* the first line of a stream, `whole`, has names of columns only */
    ROUTE_NO_RESULT, /* the place was found, but what was asked about it has no answer */
    ROUTE_NO_PLACE,
    ROUTE_MISSING_PLACE, /* a separator has no place on one side */
    ROUTE_LINE_TOO_LONG,
    ROUTE_UNCLOSED_QUOTE,
    ROUTE_TEXT_AFTER_QUOTE,
    ROUTE_CELL_COUNT,   /* a record has more or fewer cells than the header */
    ROUTE_CELL_TOO_LONG, /* a cell is too long for a place */
    ROUTE_EMPTY_NUMBER,  /* an empty cell stands among cells with numbers */
    ROUTE_BARE_NUMBERS,  /* two cells with numbers, of columns that `whole` would join */
    ROUTE_HEADER_CELL,   /* the cell at `fault` repeats the name of its column */
    ROUTE_DECIMAL_COMMA  /* the cell at `fault` may have a decimal comma */
} route_status;

typedef struct {
    route_status status;
    bool is_phrase;         /* it is a line, and its split is to be checked */
    bool at_blanks, at_commas; /* as in split_result */
    uint32_t first, count;  /* its places in the arrays of the batch */
    uint32_t known;         /* so many of them, at the end, were found before: points and rows */
    uint32_t fault;         /* index of the place at fault */
    bool may_have_joined_name; /* a place is in the region or country that the next names */
    /* If not empty: the text that is an error if all of it is one place. */
    geodist_text whole;
    uint32_t first_name,
        last_qualifier; /* its geodist_place.name_id and geodist_qualifier(), or 0 */
} batch_route;

typedef struct {
    size_t route_count, place_count;
    place_lookup by;    /* how texts are read, as in the cache */
    bool lines_are_csv; /* a line before was split at commas and cannot be one place */
    bool kind_is_known; /* lines_are_csv no longer changes */
    batch_route routes[GD_BATCH_ROUTES];
    geodist_text texts[GD_BATCH_PLACES];
    uint32_t wanted[GD_BATCH_PLACES];    /* indices of the texts that are to be found */
    cached_place found[GD_BATCH_PLACES]; /* of known places without meaning */
    uint32_t rows[GD_BATCH_PLACES]; /* GEODIST_NO_ROW for a coordinate */
    unsigned char rivals[GD_BATCH_PLACES]; /* as cached; of known places without meaning */
    double lat[GD_BATCH_PLACES], lon[GD_BATCH_PLACES];
    double legs[GD_BATCH_PLACES]; /* metres from a place to the next */
} batch;

/* Empties the batch, but keeps lines_are_csv: the lines that follow are of the same stream. */
static inline void gd_clear_batch(batch *of)
{
    of->route_count = of->place_count = 0;
}

/* Appends a place that is known, such as that of --to, to the route that was added last. */
static inline void gd_add_known_place(batch *to, batch_route *added, geodist_text text,
                                      const geodist_place *place)
{
    size_t index = added->first + added->count++;
    added->known++;
    to->texts[index] = text;
    to->rows[index] = place->row;
    to->lat[index] = place->point.lat;
    to->lon[index] = place->point.lon;
}

/* How many rivals the place at an index, which is one of a route that is ROUTE_OK, has. */
static inline size_t gd_count_rivals(const batch *of, const batch_route *at, size_t index)
{
    bool is_known = index >= at->first + at->count - at->known;
    size_t rivals = is_known ? 0 : of->rivals[index];
    return rivals < GD_RIVALS_MAX ? rivals : gd_find_rivals(&of->by, of->texts[index], NULL, 0);
}

/* The place at an index, which is one of a route that is ROUTE_OK. Its score, name_id and the like
 * are those of geodist_place_at(). */
static inline geodist_place gd_batch_place(const batch *of, const batch_route *at, size_t index)
{
    geodist_place place;
    if (!geodist_place_at(of->rows[index], &place))
        place = (geodist_place){.point = {of->lat[index], of->lon[index]}, .row = GEODIST_NO_ROW};
    place.rivals = (uint32_t)gd_count_rivals(of, at, index);
    return place;
}

/* The route as a phrase, after gd_find_batch(). */
static inline phrase gd_phrase_of(const batch *of, const batch_route *at)
{
    return (phrase){.texts = of->texts + at->first,
                    .count = at->count,
                    .at_blanks = at->at_blanks,
                    .whole = at->whole,
                    .all_found = at->status != ROUTE_NOT_FOUND};
}

/* Finds the places of all routes that are ROUTE_OK so far. A place that is not found changes the
 * status of its route; under `strict` an ambiguous place does, too, and so do the faults of a
 * phrase. A line of two fields at a comma is not one place if the lines are CSV: one before it had
 * quotes, or three places between commas. Which they are is settled once kind_is_known. */
void gd_find_batch(batch *of, name_cache *cache, bool strict);

/* Measures all legs of the routes that are ROUTE_OK. */
void gd_measure_batch(batch *of, geodist_earth earth);

/* The sum of the legs of a route that is ROUTE_OK, each divided by the length of the unit. */
static inline double gd_batch_total(const batch *of, const batch_route *at, double unit_metres)
{
    double total = 0;
    for (size_t i = at->first; i + 1 < at->first + at->count; i++)
        total += of->legs[i] / unit_metres;
    return total;
}

#endif
