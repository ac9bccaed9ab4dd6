/* The places of names that were looked up recently: streams repeat the same names. */
#ifndef CLI_NAME_CACHE_H
#define CLI_NAME_CACHE_H

#include "route/place_lookup.h"

/* So many rivals or more are cached as this number. */
enum { GD_RIVALS_MAX = 255 };

/* What a stream needs of a place. */
typedef struct {
    geodist_point point;  /* of a text that was not found without meaning, as the rest */
    uint32_t row, name_id; /* as in geodist_place */
    uint32_t qualifier;    /* geodist_qualifier() of a name that was found; 0 if it is none */
    bool found;
    unsigned char rivals; /* of geodist_place, at most GD_RIVALS_MAX */
    unsigned char length; /* of the text, for the cache */
} cached_place;

/* So many bytes after the end of a text must be readable, whatever they are. */
enum { GD_NAME_SLACK = 32 };

typedef struct name_cache name_cache;

/* An empty cache of what gd_find_place() gives; NULL if memory is lacking. Free it with free(). */
name_cache *gd_new_name_cache(place_lookup by);

/* Lets the cache give 0 rivals for each place: counting them takes a third of the time of a lookup.
 * To be called before the first lookup. */
void gd_leave_out_rivals(name_cache *cache);

/* Sets found[i] to what gd_find_place() gives for texts[i], from the cache if possible, for each i
 * of `count` indices. */
void gd_cached_find_many(name_cache *cache, const geodist_text *texts, const uint32_t *indices,
                         size_t count, cached_place *found);

#endif
