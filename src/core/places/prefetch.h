/* Asks for a line of the cache before it is read, so that several cache misses overlap. */
#ifndef GD_PREFETCH_H
#define GD_PREFETCH_H

#include "table/table.h"

#if defined(__GNUC__)
#  define gd_prefetch(address) __builtin_prefetch(address)
#else
#  define gd_prefetch(address) ((void)(address))
#endif

/* The position of a place; nothing for the row of an area. */
static inline void gd_prefetch_position(uint32_t row)
{
    if (is_place(row))
        gd_prefetch(table_at(GD_FIELD_POSITIONS_AT) + GD_POSITION_SIZE * (size_t)row);
}

/* The record of a place; nothing for the row of an area. */
static inline void gd_prefetch_record(uint32_t row)
{
    if (is_place(row))
        gd_prefetch(place_record(row));
}

#endif
