/* How many edits lie between two spellings, row by row so that keys which begin alike
 * share the work.
 *
 * An edit inserts, drops or changes a letter or swaps two neighbours (optimal string
 * alignment; Wagner and Fischer 1974, with Damerau's transposition). Only the diagonal band
 * that can stay within GD_MAX_EDITS is computed. */
#ifndef GD_EDIT_DISTANCE_H
#define GD_EDIT_DISTANCE_H

#include "places/fold.h"

enum { GD_MAX_EDITS = 2 };

typedef struct {
    uint32_t sought[GD_KEY_MAX]; /* code points */
    size_t sought_length;
    uint32_t read[GD_KEY_MAX]; /* the key so far */
    size_t ends[GD_KEY_MAX];   /* where each of its code points ends, in bytes */
    size_t read_length;
    unsigned char rows[GD_KEY_MAX + 1][GD_KEY_MAX + 2 * GD_MAX_EDITS + 2];
} gd_edit_distance;

void gd_edit_distance_start(gd_edit_distance *distance, geodist_text sought);

/* Reads a key that has its first shared bytes in common with the key read before; gives
 * its distance, GD_MAX_EDITS + 1 if it is more than that. If no key that begins like this
 * one can be nearer, *dead_prefix becomes the number of bytes that suffice to tell, else 0. */
unsigned gd_edit_distance_next(gd_edit_distance *distance, geodist_text key, size_t shared,
                          size_t *dead_prefix);

#endif
