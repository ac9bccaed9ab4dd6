/* The edit distance between a query and the keys of an index, computed row by row, so that keys
 * with a common prefix share its rows.
 *
 * An edit inserts, deletes or changes a letter, or exchanges two neighbours (optimal string
 * alignment: R. A. Wagner and M. J. Fischer, The string-to-string correction problem, J. ACM 21(1),
 * 1974, with the transposition of F. J. Damerau, 1964). Only the diagonal band of cells that can be
 * within GD_MAX_EDITS is computed. */
#ifndef GD_EDIT_DISTANCE_H
#define GD_EDIT_DISTANCE_H

#include "places/fold.h"

enum { GD_MAX_EDITS = 2 };

/* The state of a scan. */
typedef struct {
    uint32_t query[GD_KEY_MAX]; /* code points */
    size_t query_length;
    uint32_t key[GD_KEY_MAX]; /* the code points of the current key that have a row */
    size_t ends[GD_KEY_MAX];  /* the byte of the key at which each of them ends */
    size_t key_length;
    unsigned char rows[GD_KEY_MAX + 1][GD_KEY_MAX + 2 * GD_MAX_EDITS + 2];
} gd_edit_distance;

/* The query is a folded name: well-formed UTF-8 of at most GD_KEY_MAX bytes. */
void gd_edit_distance_start(gd_edit_distance *distance, geodist_text query);

/* The distance of a key, or GD_MAX_EDITS + 1 if it is more than GD_MAX_EDITS. The first `shared`
 * bytes of the key are those of the key before. *dead_prefix becomes the length of a prefix that no
 * key within GD_MAX_EDITS has, or 0 if there is none; only these bytes then count as read for the
 * `shared` of the next call. */
unsigned gd_edit_distance_next(gd_edit_distance *distance, geodist_text key, size_t shared,
                               size_t *dead_prefix);

#endif
