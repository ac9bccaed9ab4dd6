/* Coordinates in a text that is split: the numbers of one belong together. */
#ifndef CLI_SPLIT_COORDINATES_H
#define CLI_SPLIT_COORDINATES_H

#include <geodist.h>

/* A text of nothing but decimal numbers: each two are a point. False, and nothing changed, if there
 * is none or their number is odd. */
bool gd_split_numbers(geodist_text text, geodist_text *fields, size_t *count);

/* Four or more fields that are all bare numbers: each two are a point, written to *scratch as
 * LAT,LON, for which they take fewer bytes than the line that they were. False, and nothing changed,
 * if there are other fields or their number is odd. */
bool gd_pair_numbers(geodist_text *fields, size_t *count, char **scratch);

/* A quick look: a number, perhaps after a letter or a parenthesis; U+2212 as a minus sign; a geo:
 * URI. */
bool gd_may_begin_with_coordinate(geodist_text text);

/* Words that are coordinates, each alone or each two together. In the second case replaces them.
 * False if there are other words. */
bool gd_join_coordinates(geodist_text *words, size_t *count);

/* Joins the words that are a coordinate with a comma. Returns how many coordinates there are, and
 * sets *other_commas to whether another word has a comma outside quotes. */
size_t gd_join_coordinate_words(geodist_text *words, size_t *count, bool *other_commas);

/* Words with coordinates among them: "51.5, -0.12 paris". False if a comma is not part of one. */
bool gd_split_mixed(geodist_text line, geodist_text *fields, size_t *count, char **scratch);

#endif
