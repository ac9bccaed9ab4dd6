#include "route/name_cache.h"

#include <stdlib.h>

enum {
    INDEX_BITS = 17,
    ENTRIES = 1 << INDEX_BITS,
    PROBES = 4, /* a text that is not in the cache costs as many cache misses */
    WORDS = 4, /* 32 bytes hold most names; longer ones are not kept */
    KEY_BYTES = 8 * WORDS,
};

_Static_assert((int)KEY_BYTES <= (int)GD_NAME_SLACK, "texts are loaded whole");

/* The bytes of a text as numbers, with zeros after its end. */
typedef struct {
    uint64_t words[WORDS];
} key;

/* One line of the processor's cache. */
typedef struct {
    key key;
    cached_place place; /* its length is 0 if the entry is free */
} entry;

_Static_assert(sizeof(entry) == 64, "an entry fills one cache line");

/* A name is kept in one of PROBES entries from its hash on. If none is free the first is replaced.
 */
struct name_cache {
    place_lookup by;
    bool without_rivals;
    entry *entries;        /* aligned to cache lines */
    unsigned char room[(ENTRIES + PROBES + 1) * sizeof(entry)];
};

name_cache *gd_new_name_cache(place_lookup by)
{
    name_cache *cache = calloc(1, sizeof *cache);
    if (cache) {
        cache->by = by;
        uintptr_t room = (uintptr_t)cache->room + sizeof(entry) - 1;
        cache->entries = (entry *)(room - room % sizeof(entry));
    }
    return cache;
}

void gd_leave_out_rivals(name_cache *cache)
{
    cache->without_rivals = true;
}

static key key_of(geodist_text text)
{
    static const unsigned char mask[2 * KEY_BYTES] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    };
    size_t length = text.length < KEY_BYTES ? text.length : KEY_BYTES;
    key of, kept;
    memcpy(&of, text.bytes, sizeof of);
    memcpy(&kept, mask + KEY_BYTES - length, sizeof kept);
    for (int i = 0; i < WORDS; i++)
        of.words[i] &= kept.words[i];
    return of;
}

/* Multiplicative hashing (D. E. Knuth, TAOCP 3, 6.4): the topmost bits of the sum depend on all
 * bits of the words. */
static uint64_t hash_key(key of)
{
    uint64_t sum = of.words[0] * 0x9e3779b97f4a7c15 + of.words[1] * 0xc2b2ae3d27d4eb4f +
                   of.words[2] * 0x165667b19e3779f9 + of.words[3] * 0xd6e8feb86659fd93;
    return sum >> (64 - INDEX_BITS);
}

static bool fits(geodist_text text)
{
    return text.length > 0 && text.length <= KEY_BYTES;
}

/* The number of the first entry in which a text may be, which is prefetched. */
static size_t first_entry(const name_cache *cache, geodist_text text)
{
    if (!fits(text))
        return 0;
    size_t hash = (size_t)hash_key(key_of(text));
#if defined(__GNUC__)
    __builtin_prefetch(&cache->entries[hash]);
#endif
    return hash;
}

static bool holds(const entry *kept, const key *wanted, geodist_text text)
{
    uint64_t difference = kept->place.length ^ (uint64_t)text.length;
    for (int i = 0; i < WORDS; i++)
        difference |= kept->key.words[i] ^ wanted->words[i];
    return difference == 0;
}

/* The entry of a text, or the one in which it is to be kept. */
static entry *entry_of(const name_cache *cache, geodist_text text, const key *wanted, size_t hash)
{
    entry *first = &cache->entries[hash];
    for (int i = 0; i < PROBES; i++)
        if (first[i].place.length == 0 || holds(&first[i], wanted, text))
            return &first[i];
    return first;
}

/* ---- Texts that are not in the cache ----------------------------------------------- */

enum { GROUP = 128 };

/* Texts of a group that are not in the cache. */
typedef struct {
    geodist_text texts[GROUP];
    size_t hashes[GROUP];
    uint32_t indices[GROUP];
    size_t count;
} missing_texts;

static unsigned char limited(uint32_t rivals)
{
    return (unsigned char)(rivals < GD_RIVALS_MAX ? rivals : GD_RIVALS_MAX);
}

static cached_place find_alone(const name_cache *cache, geodist_text text)
{
    geodist_place place;
    if (gd_find_place(&cache->by, text, &place, NULL) != GEODIST_OK)
        return (cached_place){.row = GEODIST_NO_ROW};
    return (cached_place){.point = place.point,
                          .row = place.row,
                          .found = true,
                          .name_id = place.name_id,
                          .qualifier = place.is_qualifier ? geodist_qualifier(text) : 0,
                          .rivals = cache->without_rivals ? 0 : limited(place.rivals)};
}

/* Whether gd_find_place() may find a text that geodist_find() does not. */
static bool may_be_numbers(geodist_text text)
{
    return text.length && memchr(text.bytes, ';', text.length);
}

static void find_together(const name_cache *cache, const missing_texts *of, cached_place *found)
{
    double lat[GROUP], lon[GROUP];
    uint32_t rows[GROUP], name_ids[GROUP];
    unsigned char statuses[GROUP], rivals[GROUP] = {0};
    bool are_qualifiers[GROUP];
    geodist_find_many(of->texts, of->count,
                      (geodist_found){.lat = lat,
                                      .lon = lon,
                                      .rows = rows,
                                      .statuses = statuses,
                                      .rivals = cache->without_rivals ? NULL : rivals,
                                      .name_ids = name_ids,
                                      .are_qualifiers = are_qualifiers});
    for (size_t i = 0; i < of->count; i++) {
        geodist_text text = of->texts[i];
        found[of->indices[i]] =
            (cached_place){.point = {lat[i], lon[i]},
                           .row = rows[i],
                           .found = statuses[i] == GEODIST_OK,
                           .name_id = name_ids[i],
                           .qualifier = are_qualifiers[i] ? geodist_qualifier(text) : 0,
                           .rivals = rivals[i]};
        if (statuses[i] != GEODIST_OK && may_be_numbers(text))
            found[of->indices[i]] = find_alone(cache, text);
    }
}

/* Coordinates and errors would push names out. */
static void keep(name_cache *cache, geodist_text text, size_t hash, const cached_place *found)
{
    if (!fits(text) || found->row == GEODIST_NO_ROW)
        return;
    key of = key_of(text);
    entry *at = entry_of(cache, text, &of, hash);
    *at = (entry){.key = of, .place = *found};
    at->place.length = (unsigned char)text.length;
}

#if defined(__GNUC__)
__attribute__((noinline)) /* it is rare, and needs much stack */
#endif
static void
find_missing(name_cache *cache, const missing_texts *of, cached_place *found)
{
    if (cache->by.country_code[0])
        for (size_t i = 0; i < of->count; i++)
            found[of->indices[i]] = find_alone(cache, of->texts[i]);
    else
        find_together(cache, of, found);
    for (size_t i = 0; i < of->count; i++)
        keep(cache, of->texts[i], of->hashes[i], &found[of->indices[i]]);
}

/* ---- The interface ----------------------------------------------------------------- */

static bool find_cached(const name_cache *cache, geodist_text text, size_t hash,
                        cached_place *found)
{
    if (!fits(text))
        return false;
    key wanted = key_of(text);
    const entry *at = entry_of(cache, text, &wanted, hash);
    *found = at->place;
    return holds(at, &wanted, text);
}

static void find_group(name_cache *cache, const geodist_text *texts, const uint32_t *indices,
                       size_t count, cached_place *found)
{
    size_t hashes[GROUP];
    missing_texts missing;
    missing.count = 0;
    for (size_t i = 0; i < count; i++)
        hashes[i] = first_entry(cache, texts[indices[i]]);
    for (size_t i = 0; i < count; i++) {
        uint32_t index = indices[i];
        if (find_cached(cache, texts[index], hashes[i], &found[index]))
            continue;
        missing.texts[missing.count] = texts[index];
        missing.hashes[missing.count] = hashes[i];
        missing.indices[missing.count++] = index;
    }
    if (missing.count)
        find_missing(cache, &missing, found);
}

void gd_cached_find_many(name_cache *cache, const geodist_text *texts, const uint32_t *indices,
                         size_t count, cached_place *found)
{
    for (size_t at = 0; at < count; at += GROUP)
        find_group(cache, texts, indices + at, count - at < GROUP ? count - at : GROUP, found);
}
