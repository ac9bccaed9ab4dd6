/* Collects who bears which name, and writes them as a name_index of the image. */
#ifndef MKTABLE_LEXICON_H
#define MKTABLE_LEXICON_H

#include "mktable_bytes.h"
#include "mktable_codes.h"

typedef struct {
    size_t key_at; /* in the name_index's keys */
    unsigned char key_length;
    unsigned char name_class;
    bool first; /* put first by hand */
    uint32_t row;
    double score;
} candidate_code;

typedef struct {
    bytes keys;
    candidate_code *candidates;
    size_t count;
    size_t room;
} name_index;

/* Notes that a row bears a name; a name that folds to nothing or too much is left out. */
void add_name(name_index *to, geodist_text name, uint32_t row, unsigned name_class, double score);

/* Sorts candidates by key, then the best first; of two notes of one row under one key the
 * better class stays. Everything below wants a sorted name_index. */
void sort_name_index(name_index *names);

/* The candidates of a key: the index of the first, and how many. */
size_t find_bearers(const name_index *names, geodist_text key, size_t *count);

geodist_text bearer_key(const name_index *names, const candidate_code *of);

/* Learns the codes for the text of both name indexes, as it will be front-coded. */
void learn_name_codes(const name_index *places, const name_index *divisions, codes *learned);

/* Appends the name_index to the image and gives the numbers of its header. */
void write_name_index(bytes *image, const name_index *names, const codes *with,
                   uint32_t header[GD_NAME_INDEX_FIELDS]);

#endif
