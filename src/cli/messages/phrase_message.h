/* Neighbouring stops that are one place when their texts are joined: new york. */
#ifndef CLI_JOINED_NAMES_H
#define CLI_JOINED_NAMES_H

#include "output/writer.h"
#include "route/route.h"

typedef struct {
    size_t first, count; /* stops */
    geodist_text text;
    geodist_place place;
} joined_name;

/* The longest joined name of at most five stops that includes the stop at an index. */
bool gd_find_joined_name(const route *of, size_t index, joined_name *found);

/* The first joined name whose place has more people than the place of one of its stops alone. */
bool gd_find_larger_joined_name(const route *of, joined_name *found);

/* "'el paso' is one place, El Paso, Texas, United States: quote it, or write 'to' between places"
 */
void gd_put_joined_name(writer *out, const joined_name *found);

#endif
