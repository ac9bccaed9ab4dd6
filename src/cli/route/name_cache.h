/* Cities looked up lately: streams name the same ones again and again. */
#ifndef CLI_NAME_CACHE_H
#define CLI_NAME_CACHE_H

#include <geodist.h>

/* As much of a place as its distances need. */
typedef struct {
    geodist_point point;
    uint32_t city; /* as in geodist_place */
    bool has_rivals;
} spot;

/* Behind a text so many bytes, whatever they are, must be there to be read. */
enum { CLI_SLACK = 32 };

/* A number for the text, for cli_recall. What is kept under it is fetched meanwhile, so ask for
 * the numbers of many texts before the first is recalled. */
uint64_t cli_prepare_recall(geodist_text text);

/* What geodist_find finds, only faster for a name that was asked for before; NULL if it finds
 * nothing. Good until the next recall. */
const spot *cli_recall(geodist_text text, uint64_t number);

#endif
