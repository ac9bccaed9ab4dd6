/* The names of the table, each followed by a NUL. A name that is the end of another one shares its
 * bytes. */
#ifndef MKTABLE_NAME_POOL_H
#define MKTABLE_NAME_POOL_H

#include "mktable_bytes.h"

#include <geodist.h>

typedef struct {
    gd_bytes text;
    geodist_text *names; /* sorted by their bytes from the last to the first once laid out */
    uint32_t *numbers;   /* as table_name() takes them */
    size_t count, room;
} gd_name_pool;

/* Adds a name before the pool is laid out; a name may be added several times. */
void gd_pool_name(gd_name_pool *pool, geodist_text name);

/* Gives every name its place in the text. The empty name is number 0. */
void gd_lay_out_names(gd_name_pool *pool);

/* The number of a name that was added. */
uint32_t gd_name_number(const gd_name_pool *pool, geodist_text name);

#endif
