/* Collects the names of places and areas, and writes them as the name index of the table. */
#ifndef MKTABLE_NAME_INDEX_H
#define MKTABLE_NAME_INDEX_H

#include "mktable_bytes.h"
#include "mktable_pair_codes.h"

typedef struct {
    size_t key_at; /* offset in the keys of the list */
    unsigned char key_length;
    unsigned char name_class;
    bool first;      /* put first by overrides.tsv */
    bool disordered; /* names of a higher score follow it */
    bool splits;     /* its key is also a name and a region or country: see mktable_splits.h */
    uint32_t row;
    double score;
} gd_candidate;

/* Whether the key is a code of the candidate rather than a name. */
static inline bool gd_is_code(const gd_candidate *of)
{
    return of->name_class >= GD_CLASS_CITY_CODE;
}

typedef struct {
    gd_bytes keys;
    gd_candidate *candidates;
    size_t count;
    size_t room;
} gd_name_list;

/* Adds a name of a row; a name whose key is empty or longer than GD_KEY_MAX is left out. */
void gd_add_name(gd_name_list *to, geodist_text name, uint32_t row, unsigned name_class,
                 double score);

/* Sorts the candidates by key, and those of one key names before codes, then by first, score, class
 * and row. Where a row has one key twice, as a name or as a code, the better class remains. The
 * functions below need a sorted list. */
void gd_sort_names(gd_name_list *names);

/* The index of the first candidate of a key, and their count. */
size_t gd_find_candidates(const gd_name_list *names, geodist_text key, size_t *count);

/* The same for the key of a name: none if it is too long. */
size_t gd_find_name(const gd_name_list *names, geodist_text name, size_t *count);

geodist_text gd_candidate_key(const gd_name_list *names, const gd_candidate *of);

/* Learns the pair codes for the text of the index, after front coding. */
void gd_learn_name_codes(const gd_name_list *names, gd_pair_codes *learned);

/* What the index notes about rows: the number of their country, and from which row on to before
 * which they are countries and regions. */
typedef struct {
    const uint32_t *countries;
    uint32_t divisions_from, divisions_to;
} gd_row_facts;

/* Appends the name index to the table and sets its numbers in the header. The candidates are written
 * in the order in which they are. */
void gd_write_name_index(gd_bytes *table, const gd_name_list *names, const gd_row_facts *rows,
                         const gd_pair_codes *with, uint32_t header[GD_FIELDS]);

#endif
