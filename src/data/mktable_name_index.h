/* Collects who bears which name, and writes them as a name_index of the image. */
#ifndef MKTABLE_NAME_INDEX_H
#define MKTABLE_NAME_INDEX_H

#include "mktable_bytes.h"
#include "mktable_pair_codes.h"

typedef struct {
    size_t key_at; /* in the name_index's keys */
    unsigned char key_length;
    unsigned char name_class;
    bool first; /* put first by hand */
    uint32_t row;
    double score;
} gd_candidate;

typedef struct {
    gd_bytes keys;
    gd_candidate *candidates;
    size_t count;
    size_t room;
} gd_name_list;

/* Notes that a row bears a name; a name that folds to nothing or too much is left out. */
void gd_add_name(gd_name_list *to, geodist_text name, uint32_t row, unsigned name_class, double score);

/* Sorts candidates by key, then the best first; of two notes of one row under one key the
 * better class stays. Everything below wants a sorted name_index. */
void gd_sort_names(gd_name_list *names);

/* The candidates of a key: the index of the first, and how many. */
size_t gd_find_candidates(const gd_name_list *names, geodist_text key, size_t *count);

geodist_text gd_candidate_key(const gd_name_list *names, const gd_candidate *of);

/* Learns the codes for the text of both name indexes, as it will be front-coded. */
void gd_learn_name_codes(const gd_name_list *places, const gd_name_list *divisions, gd_pair_codes *learned);

/* Appends the name_index to the image and gives the numbers of its header. */
void gd_write_name_index(gd_bytes *image, const gd_name_list *names, const gd_pair_codes *with,
                   uint32_t header[GD_NAME_INDEX_FIELDS]);

#endif
