/* Collects the names of places or divisions, and writes them as a name index of the table. */
#ifndef MKTABLE_NAME_INDEX_H
#define MKTABLE_NAME_INDEX_H

#include "mktable_bytes.h"
#include "mktable_pair_codes.h"

typedef struct {
    size_t key_at; /* offset in the keys of the list */
    unsigned char key_length;
    unsigned char name_class;
    bool first; /* put first by overrides.tsv */
    uint32_t row;
    double score;
} gd_candidate;

typedef struct {
    gd_bytes keys;
    gd_candidate *candidates;
    size_t count;
    size_t room;
} gd_name_list;

/* Adds a name of a row; a name whose key is empty or longer than GD_KEY_MAX is left out. */
void gd_add_name(gd_name_list *to, geodist_text name, uint32_t row, unsigned name_class,
                 double score);

/* Sorts the candidates by key, and those of one key best first. Where a row has one key twice, the
 * better class remains. The functions below need a sorted list. */
void gd_sort_names(gd_name_list *names);

/* The index of the first candidate of a key, and their count. */
size_t gd_find_candidates(const gd_name_list *names, geodist_text key, size_t *count);

geodist_text gd_candidate_key(const gd_name_list *names, const gd_candidate *of);

/* Learns the pair codes for the text of both name indexes, after front coding. */
void gd_learn_name_codes(const gd_name_list *places, const gd_name_list *divisions,
                         gd_pair_codes *learned);

/* What the index of places notes about qualifiers: the names of divisions, and the number of the
 * country of each place. */
typedef struct {
    const gd_name_list *names;
    const uint32_t *countries;
} gd_qualifiers;

/* Appends a name index to the table and sets the numbers of its header. Without qualifiers (NULL)
 * it is the index of divisions. */
void gd_write_name_index(gd_bytes *table, const gd_name_list *names,
                         const gd_qualifiers *qualifiers, const gd_pair_codes *with,
                         uint32_t header[GD_NAME_INDEX_FIELDS]);

#endif
