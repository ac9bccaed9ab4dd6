/* How many edits lie between two spellings, row by row so that keys which begin alike
 * share the work.
 *
 * An edit inserts, drops or changes a letter or swaps two neighbours (optimal string
 * alignment; Wagner and Fischer 1974, with Damerau's transposition). Only the diagonal band
 * that can stay within GD_MOST_EDITS is computed. */
#ifndef GD_EDIT_DISTANCE_H
#define GD_EDIT_DISTANCE_H

#include "places/fold.h"

enum { GD_MOST_EDITS = 2 };

typedef struct {
    uint32_t sought[GD_KEY_MAX]; /* code points */
    size_t sought_length;
    uint32_t read[GD_KEY_MAX]; /* the key so far */
    size_t ends[GD_KEY_MAX];   /* where each of its code points ends, in bytes */
    size_t read_length;
    unsigned char rows[GD_KEY_MAX + 1][GD_KEY_MAX + 2 * GD_MOST_EDITS + 2];
} gd_spelling;

void gd_spelling_start(gd_spelling *spelling, geodist_text sought);

/* Reads a key that has its first shared bytes in common with the key read before; gives
 * its distance, GD_MOST_EDITS + 1 if it is more than that. If no key that begins like this
 * one can be nearer, *hopeless becomes the number of bytes that suffice to tell, else 0. */
unsigned gd_spelling_read(gd_spelling *spelling, geodist_text key, size_t shared,
                          size_t *hopeless);

#endif
