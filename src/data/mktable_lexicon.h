/* Collects who bears which name, and writes them as a lexicon of the image. */
#ifndef MKTABLE_LEXICON_H
#define MKTABLE_LEXICON_H

#include "mktable_bytes.h"
#include "mktable_codes.h"

typedef struct {
    size_t key_at; /* in the lexicon's keys */
    unsigned char key_length;
    unsigned char name_class;
    bool first; /* put first by hand */
    uint32_t row;
    double score;
} bearer;

typedef struct {
    bytes keys;
    bearer *bearers;
    size_t count;
    size_t room;
} lexicon;

/* Notes that a row bears a name; a name that folds to nothing or too much is left out. */
void add_name(lexicon *to, geodist_text name, uint32_t row, unsigned name_class, double score);

/* Sorts bearers by key, then the best first; of two notes of one row under one key the
 * better class stays. Everything below wants a sorted lexicon. */
void sort_lexicon(lexicon *names);

/* The bearers of a key: the index of the first, and how many. */
size_t find_bearers(const lexicon *names, geodist_text key, size_t *count);

geodist_text bearer_key(const lexicon *names, const bearer *of);

/* Learns the codes for the text of both lexicons, as it will be front-coded. */
void learn_lexicon_codes(const lexicon *places, const lexicon *divisions, codes *learned);

/* Appends the lexicon to the image and gives the numbers of its header. */
void write_lexicon(bytes *image, const lexicon *names, const codes *with,
                   uint32_t header[GD_LEXICON_FIELDS]);

#endif
