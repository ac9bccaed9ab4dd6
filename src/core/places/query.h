/* A query: the candidates of a name, and the qualifiers that a place must match. */
#ifndef GD_QUERY_H
#define GD_QUERY_H

#include "places/letter_case.h"
#include "places/qualifier.h"

enum { GD_MAX_QUALIFIERS = 8 };

typedef struct {
    geodist_text name;        /* as it is in the text */
    gd_candidates candidates; /* of the name; without codes where the name can be none */
    gd_letter_case letter_case; /* of a name that may be a code */
    unsigned letter_count;      /* of that name */
    gd_qualifier qualifiers[GD_MAX_QUALIFIERS];
    unsigned qualifier_count;
    gd_readings readings; /* of the qualifiers: those in which a candidate matches. In other than
                           * all readings a repeated qualifier means both region and country
                           * (México, Mexico) */
    bool has_only_row;    /* for "NAME (CODE)", "CODE airport" and "DISTRICT, CITY": */
    uint32_t only_row;    /* the only row that matches */
} gd_query;

/* The candidates of a name, with its codes. */
gd_candidates gd_look_up(geodist_text name);

/* Whether the text has no letter and no digit. */
bool gd_folds_to_nothing(geodist_text text);

/* Sets the name and its candidates, without its codes if it cannot be a code. */
void gd_set_name(gd_query *query, geodist_text name);

/* The same for a name that was looked up: `found` is gd_look_up(name). */
void gd_set_found_name(gd_query *query, geodist_text name, gd_candidates found);

/* Adds a text as a qualifier; false if it is the name of no region or country, or one too many. */
bool gd_add_qualifier(gd_query *query, geodist_text text);

/* At most so many words at the end of a text are tried as qualifiers: no region and country have
 * more together. */
enum { GD_TRAILING_WORDS_MAX = 8 };

/* Where the next word starts, after the word and the white space at `at`. */
size_t gd_after_word(geodist_text text, size_t at);

/* Adds words as qualifiers, as many words as possible for each. False, and nothing added, unless
 * all words can be used. */
bool gd_add_word_qualifiers(gd_query *query, geodist_text words);

/* Adds the parts between commas as qualifiers; a region and its country may be one part ("TX USA").
 * Parts without a letter or digit are skipped; *unknown becomes the first that is the name of no
 * region or country. */
void gd_add_comma_qualifiers(gd_query *query, geodist_text list, geodist_text *unknown);

/* Sets the narrowest readings of the qualifiers in which a candidate matches. False if none does in
 * any. */
bool gd_any_matches(gd_query *query);

/* Of a query in which one matches: "ontario, ca" is the city in California rather than the region
 * in Canada, although only capitals ask for the state. */
void gd_prefer_city(gd_query *query);

/* Adds the qualifiers of a list with commas. False if one of them is unknown; the others are
 * added. */
bool gd_add_qualifiers(gd_query *query, geodist_text list);

/* Whether the place or area of a row is in a region or country of every qualifier. */
bool gd_query_matches(const gd_query *query, uint32_t row);

/* The same, if the code of a state or province may also mean other areas. */
bool gd_query_allows(const gd_query *query, uint32_t row);

/* The number by which geodist_name_is_in() finds the candidates of a name again; 0 if there are
 * none. */
uint32_t gd_name_id(gd_candidates candidates);

#endif
