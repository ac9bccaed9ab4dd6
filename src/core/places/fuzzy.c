#include "places/fuzzy.h"

#include "places/edit_distance.h"
#include "places/score.h"

/* One edit is far more likely than two, and an edit of the first letter is the least likely. */
static double fuzzy_score(double score, unsigned edits, bool same_first)
{
    static const double factors[GD_MAX_EDITS + 1] = {1, 1, 0.02};
    return score * factors[edits] * (same_first ? 1 : 0.1);
}

/* ---- Scripts ----------------------------------------------------------------------- */

/* A bit for the scripts of the letters that begin with this byte in UTF-8. Scripts that occur in
 * one word, such as those of Japanese, have one bit. */
static unsigned scripts_of(unsigned char byte)
{
    static const unsigned char ends[] = {
        0x80, /* ASCII */
        0xCE, /* other Latin */
        0xD0, /* Greek */
        0xD4, /* Cyrillic */
        0xD8, /* Armenian, Hebrew */
        0xE0, /* Arabic and others from right to left */
        0xE1, /* Devanagari to Lao */
        0xE2, /* Tibetan to Khmer */
    };
    unsigned at = 0;
    while (at < sizeof ends && byte >= ends[at])
        at++;
    return 1u << at;
}

/* Marks the bytes with which a key may begin: those of the scripts of the query's letters; of ASCII
 * only if the query begins with ASCII, and of the others if not. */
static void mark_first_bytes(unsigned char may_begin[256], geodist_text query)
{
    unsigned scripts = (unsigned char)query.bytes[0] < 0x80 ? scripts_of(0) : 0;
    for (size_t i = 0; i < query.length && scripts != scripts_of(0); i++)
        if ((unsigned char)query.bytes[i] >= 0xC0)
            scripts |= scripts_of((unsigned char)query.bytes[i]);
    for (unsigned byte = 0; byte < 256; byte++)
        may_begin[byte] = (scripts_of((unsigned char)byte) & scripts) != 0;
}

/* ---- A walk over the keys ---------------------------------------------------------- */

/* states[i] is the state after i bytes of the key. */
typedef struct {
    gd_match_list *list;
    gd_match_filter *filter;
    const void *context;
    uint32_t sequence;
    unsigned char first; /* the first byte of the query */
    unsigned char may_begin[256]; /* whether a key may begin with a byte */
    gd_edit_query query;
    gd_edit_state states[GD_KEY_MAX + 1];
} walk;

static void add_candidates(walk *w, gd_candidates candidates, unsigned edits, bool same_first)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
        if (is_code(candidate) || !is_place(row) || !w->filter(w->context, row))
            continue;
        double score = gd_score(row, candidate_class(candidate));
        gd_match_list_add(w->list, row, fuzzy_score(score, edits, same_first), w->sequence++);
    }
}

/* ---- The keys of a block ----------------------------------------------------------- */

/* Reads the bytes of an entry. The states of the first `known` bytes are known. Returns the length
 * of the shortest prefix that no key sought has; SIZE_MAX if there is none, and *end becomes the
 * length of the key. */
static inline size_t read_entry(walk *w, gd_key_entry read, size_t known, size_t *end)
{
    const unsigned char *expansions = table_at(GD_FIELD_EXPANSIONS_AT);
    const unsigned char *lengths = table_at(GD_FIELD_LENGTHS_AT);
    size_t at = read.shared;
    for (size_t i = 0; i < read.coded_length; i++) {
        const unsigned char *bytes = expansions + GD_EXPANSION * (size_t)read.coded[i];
        const unsigned char *after = bytes + lengths[read.coded[i]];
        for (; bytes < after; at++, bytes++)
            if (at >= known && !gd_read_byte(&w->query, &w->states[at], *bytes, &w->states[at + 1]))
                return at + 1;
    }
    *end = at;
    return SIZE_MAX;
}

/* All keys of the block begin with `known` bytes, whose states are known. A key that shares a dead
 * prefix with the key before is passed over without expanding it. */
static void read_block(walk *w, uint32_t number, const unsigned char *block, size_t known)
{
    uint32_t first_key = number * GD_BLOCK, keys = table_field(GD_FIELD_KEYS);
    const unsigned char *at = block + GD_ENTRIES_AT;
    const unsigned char *expansions = table_at(GD_FIELD_EXPANSIONS_AT);
    size_t dead = SIZE_MAX, end = 0;
    unsigned char first = 0;
    for (uint32_t i = 0; i < GD_BLOCK && first_key + i < keys; i++) {
        gd_key_entry read = gd_read_entry(block[GD_HEADERS_AT + i], at);
        at = read.coded + read.coded_length;
        if (read.shared >= dead)
            continue;
        if (read.shared == 0) {
            first = expansions[GD_EXPANSION * (size_t)read.coded[0]];
            dead = 1;
            if (!w->may_begin[first])
                continue;
        }
        dead = read_entry(w, read, i == 0 ? known : read.shared, &end);
        if (dead != SIZE_MAX)
            continue;
        unsigned edits = gd_edit_distance(&w->query, &w->states[end]);
        if (edits <= GD_MAX_EDITS)
            add_candidates(w, gd_name_index_candidates(first_key + i), edits, first == w->first);
    }
}

/* ---- The heads of the blocks ------------------------------------------------------- */

enum { HEAD = 8 }; /* the bytes of a head */

static size_t common_bytes(uint64_t a, uint64_t b)
{
    return a == b ? HEAD : (size_t)__builtin_clzll(a ^ b) / 8;
}

static unsigned char byte_of(uint64_t head, size_t at)
{
    return (unsigned char)(head >> 8 * (HEAD - 1 - at));
}

/* Whether no key sought goes on with a byte from `first` to `last` after the prefix of that length.
 */
static bool is_dead_between(walk *w, size_t prefix, unsigned first, unsigned last)
{
    gd_edit_state after;
    if (first == 0) /* a key ends there */
        return false;
    for (unsigned byte = first; byte <= last; byte++)
        if (gd_read_byte(&w->query, &w->states[prefix], (unsigned char)byte, &after))
            return false;
    return true;
}

/* All keys of a block begin with the bytes that its head has in common with the next head, and
 * their next byte is from that of the one to that of the other. */
static void read_blocks(walk *w)
{
    uint32_t count = (table_field(GD_FIELD_KEYS) + GD_BLOCK - 1) / GD_BLOCK;
    const unsigned char *at = table_at(GD_FIELD_HEADS_AT);
    uint64_t before = 0;
    size_t known = 0, dead = SIZE_MAX; /* of the head before: as many states, and a dead prefix */
    for (uint32_t block = 0; block < count; block++, at += GD_HEAD_SIZE) {
        uint64_t head = load_u64(at);
        uint64_t next = block + 1 < count ? load_u64(at + GD_HEAD_SIZE) : UINT64_MAX;
        if (byte_of(head, 0) == byte_of(next, 0) && !w->may_begin[byte_of(head, 0)])
            continue;
        size_t common = common_bytes(head, next), same = common_bytes(head, before);
        known = same < known ? same : known;
        dead = same < dead ? SIZE_MAX : dead;
        before = head;
        while (known < common && dead == SIZE_MAX)
            if (gd_read_byte(&w->query, &w->states[known], byte_of(head, known),
                             &w->states[known + 1]))
                known++;
            else
                dead = known + 1;
        if (dead <= common)
            continue;
        if (common < HEAD &&
            is_dead_between(w, common, byte_of(head, common), byte_of(next, common)))
            continue;
        known = common; /* the keys of the block overwrite the other states */
        read_block(w, block, table_at(GD_FIELD_BLOCKS_AT) + load_u32(at + HEAD), common);
    }
}

/* Two edits can replace a word of two letters, and half a word of four. */
static unsigned edits_allowed(size_t letters)
{
    return letters < 3 ? 0 : letters < 5 ? 1 : GD_MAX_EDITS;
}

void gd_add_fuzzy_matches(gd_match_list *list, geodist_text query, gd_match_filter *filter,
                          const void *context)
{
    walk w;
    unsigned edits = edits_allowed(gd_edit_query_start(&w.query, query));
    if (edits == 0)
        return;
    w.list = list;
    w.filter = filter;
    w.context = context;
    w.sequence = 0;
    w.first = (unsigned char)query.bytes[0];
    mark_first_bytes(w.may_begin, query);
    w.states[0] = gd_edit_allow(&w.query, edits);
    read_blocks(&w);
}
