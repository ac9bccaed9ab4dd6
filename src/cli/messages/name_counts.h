/* How often each name occurs: exact up to GD_NAMES_MAX distinct names, bounds above that. */
#ifndef CLI_NAME_COUNTS_H
#define CLI_NAME_COUNTS_H

#include <geodist.h>

enum { GD_NAMES_MAX = 1000, GD_NAME_BYTES_MAX = 128, GD_NAME_CHAIN_BITS = 11 };

typedef struct {
    uint64_t count; /* the name occurred at most so often, */
    uint64_t error; /* and at least count - error times */
    uint32_t hash;
    uint16_t next; /* 1 + index of the next name with the same chain, or 0 */
    unsigned char length;
    char bytes[GD_NAME_BYTES_MAX];
} counted_name;

/* All zeros is the empty state. */
typedef struct {
    size_t distinct; /* how many of `names` are in use */
    bool overflowed; /* more than GD_NAMES_MAX distinct names occurred */
    size_t cursor;   /* every name before this index has a count above `minimum` */
    uint64_t minimum;
    uint16_t chains[1 << GD_NAME_CHAIN_BITS]; /* 1 + index of the first name of each chain, or 0 */
    counted_name names[GD_NAMES_MAX];
} name_counts;

/* A name as it is kept, in `room` if it is cut. */
geodist_text gd_cut_name(geodist_text name, char room[GD_NAME_BYTES_MAX]);

/* Counts one occurrence of the name, without ASCII white space at its ends. A longer name is cut at
 * a character and ends in an ellipsis; names that differ only after the cut are one name. Takes
 * constant time on average.
 *
 * Above GD_NAMES_MAX distinct names this is the Space-Saving algorithm (A. Metwally, D. Agrawal, A.
 * El Abbadi, "Efficient computation of frequent and top-k elements in data streams", ICDT 2005):
 * after N occurrences every name that occurred more than N / GD_NAMES_MAX times is kept, and no
 * error is more than that. */
void gd_count_name(name_counts *of, geodist_text name);

/* How often the name occurred at least. Exact if its error is 0. */
static inline uint64_t gd_least_count(const counted_name *of)
{
    return of->count - of->error;
}

/* Sets `top` to the names with the greatest gd_least_count(), in descending order; among equals the
 * first that occurred is first, as long as no name was replaced. Returns their number, at most
 * `max`. */
size_t gd_most_frequent(const name_counts *of, const counted_name **top, size_t max);

#endif
