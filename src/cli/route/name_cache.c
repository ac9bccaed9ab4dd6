#include "route/name_cache.h"

#include <stdlib.h>

enum {
    INDEX_BITS = 17,
    ENTRIES = 1 << INDEX_BITS,
    PROBES = 8,
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
    cached_place uncached; /* the last result that is not kept */
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

uint64_t gd_hash_name(const name_cache *cache, geodist_text text)
{
    if (!fits(text))
        return 0;
    uint64_t hash = hash_key(key_of(text));
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

static cached_place find(const place_lookup *by, geodist_text text)
{
    geodist_place place;
    if (gd_find_place(by, text, &place, NULL) != GEODIST_OK)
        return (cached_place){.row = GEODIST_NO_ROW};
    return (cached_place){.point = place.point,
                          .row = place.row,
                          .found = true,
                          .name_id = place.name_id,
                          .is_qualifier = place.is_qualifier,
                          .rivals = (unsigned char)(place.rivals < GD_RIVALS_MAX ? place.rivals
                                                                                 : GD_RIVALS_MAX)};
}

#if defined(__GNUC__)
__attribute__((noinline)) /* it is rare, and needs many registers */
#endif
static cached_place *
find_and_keep(name_cache *cache, geodist_text text, const key *of, entry *at)
{
    cache->uncached = find(&cache->by, text);
    if (cache->uncached.row == GEODIST_NO_ROW) /* coordinates and errors would push names out */
        return &cache->uncached;
    *at = (entry){.key = *of, .place = cache->uncached};
    at->place.length = (unsigned char)text.length;
    return &at->place;
}

cached_place *gd_cached_find(name_cache *cache, geodist_text text, uint64_t hash)
{
    if (!fits(text)) {
        cache->uncached = find(&cache->by, text);
        return &cache->uncached;
    }
    key wanted = key_of(text);
    entry *first = &cache->entries[hash];
    for (int i = 0; i < PROBES; i++) {
        if (first[i].place.length == 0)
            return find_and_keep(cache, text, &wanted, &first[i]);
        if (holds(&first[i], &wanted, text))
            return &first[i].place;
    }
    return find_and_keep(cache, text, &wanted, first);
}
