#include "mktable_name_index.h"

#include "places/fold.h"
#include "places/key_words.h"
#include "text/slice.h"

#include <stdlib.h>

void gd_add_name(gd_name_list *to, geodist_text name, uint32_t row, unsigned name_class,
                 double score)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    if (length == 0 || length > GD_KEY_MAX)
        return;
    if (to->count == to->room) {
        to->room = to->room ? 2 * to->room : 4096;
        to->candidates = gd_resize(to->candidates, to->room * sizeof *to->candidates);
    }
    to->candidates[to->count++] = (gd_candidate){
        .key_at = to->keys.length,
        .key_length = (unsigned char)length,
        .name_class = (unsigned char)name_class,
        .row = row,
        .score = score,
    };
    gd_put(&to->keys, key, length);
}

geodist_text gd_candidate_key(const gd_name_list *names, const gd_candidate *of)
{
    return (geodist_text){(const char *)names->keys.at + of->key_at, of->key_length};
}

static int compare_keys(geodist_text a, geodist_text b)
{
    int order = memcmp(a.bytes, b.bytes, a.length < b.length ? a.length : b.length);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* The keys of the list being sorted: qsort() passes no context. */
static const char *sorted_keys;

static int by_key(const gd_candidate *a, const gd_candidate *b)
{
    return compare_keys((geodist_text){sorted_keys + a->key_at, a->key_length},
                        (geodist_text){sorted_keys + b->key_at, b->key_length});
}

static int by_row(const void *left, const void *right)
{
    const gd_candidate *a = left, *b = right;
    int order = by_key(a, b);
    if (!order)
        order = (a->row > b->row) - (a->row < b->row);
    if (!order)
        order = gd_is_code(a) - gd_is_code(b);
    return order ? order : (a->name_class > b->name_class) - (a->name_class < b->name_class);
}

static int by_rank(const void *left, const void *right)
{
    const gd_candidate *a = left, *b = right;
    int order = by_key(a, b);
    if (!order)
        order = gd_is_code(a) - gd_is_code(b);
    if (!order)
        order = (a->first < b->first) - (a->first > b->first);
    if (!order)
        order = (a->score < b->score) - (a->score > b->score);
    if (!order)
        order = (a->name_class > b->name_class) - (a->name_class < b->name_class);
    return order ? order : (a->row > b->row) - (a->row < b->row);
}

void gd_sort_names(gd_name_list *names)
{
    sorted_keys = (const char *)names->keys.at;
    qsort(names->candidates, names->count, sizeof *names->candidates, by_row);
    size_t kept = 0;
    for (size_t i = 0; i < names->count; i++)
        if (!kept || names->candidates[kept - 1].row != names->candidates[i].row ||
            gd_is_code(&names->candidates[kept - 1]) != gd_is_code(&names->candidates[i]) ||
            by_key(&names->candidates[kept - 1], &names->candidates[i]) != 0)
            names->candidates[kept++] = names->candidates[i];
    names->count = kept;
    qsort(names->candidates, names->count, sizeof *names->candidates, by_rank);
}

size_t gd_find_candidates(const gd_name_list *names, geodist_text key, size_t *count)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_keys(gd_candidate_key(names, &names->candidates[middle]), key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    for (*count = 0; low + *count < names->count; ++*count)
        if (!same_text(gd_candidate_key(names, &names->candidates[low + *count]), key))
            break;
    return low;
}

size_t gd_find_name(const gd_name_list *names, geodist_text name, size_t *count)
{
    char key[GD_KEY_MAX];
    size_t length = gd_fold(name, key);
    *count = 0;
    return length <= GD_KEY_MAX ? gd_find_candidates(names, (geodist_text){key, length}, count) : 0;
}

/* The bytes of a key after those it shares with the key before, whose number it sets. The first
 * key of a block shares none. */
static geodist_text unshared(geodist_text before, geodist_text key, uint32_t index, size_t *shared)
{
    *shared = 0;
    if (index % GD_BLOCK != 0)
        while (*shared < before.length && *shared < key.length &&
               before.bytes[*shared] == key.bytes[*shared])
            ++*shared;
    return slice(key, *shared, key.length);
}

static void gather_unshared(const gd_name_list *names, gd_bytes *text, gd_bytes *lengths)
{
    geodist_text before = {0};
    uint32_t index = 0;
    for (size_t i = 0; i < names->count; i++) {
        geodist_text key = gd_candidate_key(names, &names->candidates[i]);
        if (same_text(key, before))
            continue;
        size_t shared;
        geodist_text rest = unshared(before, key, index++, &shared);
        gd_put(text, rest.bytes, rest.length);
        gd_put_number(lengths, rest.length, 1);
        before = key;
    }
}

void gd_learn_name_codes(const gd_name_list *names, gd_pair_codes *learned)
{
    gd_bytes text = {0}, lengths = {0};
    gather_unshared(names, &text, &lengths);
    gd_learn_pair_codes(learned, (const char *)text.at, lengths.at, lengths.length);
    free(text.at);
    free(lengths.at);
}

/* The parts of a block of keys. */
typedef struct {
    gd_bytes marks, headers, postings, entries, lists;
} key_block;

static void put_entry(key_block *to, size_t shared, geodist_text rest, const gd_pair_codes *with)
{
    unsigned char coded[GD_KEY_MAX];
    size_t length = gd_encode(with, rest, coded);
    gd_put_number(&to->headers, (shared < 15 ? shared : 15) << 4 | (length < 15 ? length : 15), 1);
    if (shared >= 15)
        gd_put_number(&to->entries, shared, 1);
    if (length >= 15)
        gd_put_number(&to->entries, length, 1);
    gd_put(&to->entries, coded, length);
}

static uint32_t packed(const gd_candidate *of)
{
    return of->row | (uint32_t)of->name_class << GD_ROW_BITS;
}

/* A list of fewer candidates is read as fast as the set of their countries. */
enum { COUNTRIES_LEAST = 4 };

static uint64_t countries_of(const gd_candidate *of, size_t count, const gd_row_facts *rows)
{
    uint64_t set = 0;
    for (size_t i = 0; i < count; i++)
        set |= UINT64_C(1) << rows->countries[of[i].row] % GD_COUNTRY_BITS;
    return set;
}

/* Whether a country or region is among the candidates. */
static bool is_qualifier(const gd_candidate *of, size_t count, const gd_row_facts *rows)
{
    for (size_t i = 0; i < count; i++)
        if (of[i].row >= rows->divisions_from && of[i].row < rows->divisions_to)
            return true;
    return false;
}

static void put_list(gd_bytes *lists, const gd_candidate *of, size_t count, uint32_t flags)
{
    uint32_t count_flag = count >= COUNTRIES_LEAST ? GD_COUNTRIES_FLAG : 0;
    gd_put_number(lists, count | count_flag, 3);
    for (size_t i = 0; i < count; i++)
        gd_put_number(lists,
                      packed(&of[i]) | (i == 0 ? flags : 0) |
                          (of[i].disordered ? (uint32_t)GD_FIRST_FLAG : 0),
                      3);
}

/* The offset in the posting of a list counts from the lists, until put_block() knows where these
 * are. */
static void put_posting(key_block *to, const gd_candidate *of, size_t count,
                        const gd_row_facts *rows)
{
    uint32_t flags = (is_qualifier(of, count, rows) ? (uint32_t)GD_QUALIFIER_FLAG : 0) |
                     (of->splits ? (uint32_t)GD_SPLIT_FLAG : 0);
    if (count == 1) {
        gd_put_number(&to->postings, packed(of) | flags, 3);
        return;
    }
    if (count >= COUNTRIES_LEAST)
        gd_put_number(&to->lists, countries_of(of, count, rows), 6);
    gd_put_number(&to->postings, GD_LIST_FLAG | to->lists.length, 3);
    put_list(&to->lists, of, count, flags);
}

/* ---- Blocks ------------------------------------------------------------------------ */

/* What a block lacks of GD_BLOCK keys. */
static void fill(gd_bytes *part, size_t size)
{
    while (part->length < size * GD_BLOCK)
        gd_put_number(part, 0, 1);
}

static void move(gd_bytes *to, gd_bytes *from)
{
    gd_put(to, from->at, from->length);
    from->length = 0;
}

static void set_list_offsets(gd_bytes *postings, size_t lists_at)
{
    for (size_t i = 0; i < postings->length; i += 3) {
        uint32_t posting = load_u24(postings->at + i);
        if (!(posting & GD_LIST_FLAG))
            continue;
        size_t offset = (posting & ~(uint32_t)GD_LIST_FLAG) + lists_at;
        if (offset >= GD_LIST_FLAG)
            gd_fail("too many candidates for a posting");
        for (size_t byte = 0; byte < 3; byte++)
            postings->at[i + byte] = (unsigned char)((GD_LIST_FLAG | offset) >> 8 * byte);
    }
}

/* Appends the block and empties it for the next. */
static void put_block(gd_bytes *to, key_block *from)
{
    fill(&from->marks, 1);
    fill(&from->headers, 1);
    set_list_offsets(&from->postings, GD_ENTRIES_AT + from->entries.length);
    fill(&from->postings, 3);
    move(to, &from->marks);
    move(to, &from->headers);
    move(to, &from->postings);
    move(to, &from->entries);
    move(to, &from->lists);
}

static void free_block(key_block *of)
{
    free(of->marks.at);
    free(of->headers.at);
    free(of->postings.at);
    free(of->entries.at);
    free(of->lists.at);
}

static uint32_t append(gd_bytes *table, gd_bytes *section)
{
    size_t at = table->length;
    gd_put(table, section->at, section->length);
    free(section->at);
    return (uint32_t)at;
}

void gd_write_name_index(gd_bytes *table, const gd_name_list *names, const gd_row_facts *rows,
                         const gd_pair_codes *with, uint32_t header[GD_FIELDS])
{
    gd_bytes heads = {0}, blocks = {0};
    key_block block = {.marks = {0}};
    geodist_text before = {0};
    uint32_t index = 0, ambiguous = 0;
    size_t count;
    for (size_t i = 0; i < names->count; i += count) {
        geodist_text key = gd_candidate_key(names, &names->candidates[i]);
        for (count = 1; i + count < names->count; count++)
            if (!same_text(key, gd_candidate_key(names, &names->candidates[i + count])))
                break;
        if (index % GD_BLOCK == 0) {
            gd_put_number(&heads, gd_key_head(key), 8);
            gd_put_number(&heads, blocks.length, 4);
        }
        size_t shared;
        geodist_text rest = unshared(before, key, index, &shared);
        gd_put_number(&block.marks, gd_fingerprint(key), 1);
        put_entry(&block, shared, rest, with);
        put_posting(&block, &names->candidates[i], count, rows);
        if (++index % GD_BLOCK == 0)
            put_block(&blocks, &block);
        ambiguous += count > 1;
        before = key;
    }
    if (index % GD_BLOCK)
        put_block(&blocks, &block);
    free_block(&block);
    header[GD_FIELD_KEYS] = index;
    header[GD_FIELD_AMBIGUOUS] = ambiguous;
    header[GD_FIELD_HEADS_AT] = append(table, &heads);
    header[GD_FIELD_BLOCKS_AT] = append(table, &blocks);
}
