/* The places of names that were looked up recently: streams repeat the same names. */
#ifndef CLI_NAME_CACHE_H
#define CLI_NAME_CACHE_H

#include "route/place_lookup.h"

/* So many rivals or more are cached as this number. */
enum { GD_RIVALS_MAX = 255 };

/* What a stream needs of a place. */
typedef struct {
    geodist_point point;
    uint32_t row, name_id; /* as in geodist_place */
    uint32_t qualifier;    /* geodist_qualifier(), or 0 until gd_cached_qualifier() looks it up */
    bool found;
    bool is_qualifier;
    unsigned char rivals; /* of geodist_place, at most GD_RIVALS_MAX */
    unsigned char length; /* of the text, for the cache */
} cached_place;

/* So many bytes after the end of a text must be readable, whatever they are. */
enum { GD_NAME_SLACK = 32 };

typedef struct name_cache name_cache;

/* An empty cache of what gd_find_place() gives; NULL if memory is lacking. Free it with free(). */
name_cache *gd_new_name_cache(place_lookup by);

/* The hash of a text for gd_cached_find(). The entry is prefetched, so hash many texts before the
 * first of them is looked up. */
uint64_t gd_hash_name(const name_cache *cache, geodist_text text);

/* What gd_find_place() gives for the text, from the cache if possible. The result is valid until
 * the next call. */
cached_place *gd_cached_find(name_cache *cache, geodist_text text, uint64_t hash);

/* What geodist_qualifier() gives for the text of a cached place. */
static inline uint32_t gd_cached_qualifier(cached_place *cached, geodist_text text)
{
    if (cached->qualifier == 0 && (cached->is_qualifier || !cached->found))
        cached->qualifier = geodist_qualifier(text);
    return cached->qualifier;
}

#endif
