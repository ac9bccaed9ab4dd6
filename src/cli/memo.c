#include "memo.h"

enum { SETS = 1 << 16, WAYS = 2, NAME_BYTES = 39 };

typedef struct {
    uint32_t city; /* row + 1; 0 if the entry is free */
    uint32_t rivals;
    char name[NAME_BYTES + 1]; /* padded with zeros; the last byte is the length */
} entry;

/* A cache; the name asked for before last goes when a set is full. */
static entry sets[SETS][WAYS];

static entry *set_of(const char name[NAME_BYTES + 1])
{
    uint64_t hash = 0;
    for (size_t i = 0; i < NAME_BYTES + 1; i += 8) {
        uint64_t word;
        memcpy(&word, name + i, sizeof word);
        hash = (hash ^ word) * 0x9e3779b97f4a7c15; /* 2^64 over the golden ratio, odd */
        hash ^= hash >> 32;
    }
    return sets[hash % SETS];
}

static bool names(const entry *known, const char name[NAME_BYTES + 1])
{
    return known->city && memcmp(known->name, name, NAME_BYTES + 1) == 0;
}

/* Brings the second entry of a set to its front. */
static void swap(entry *set)
{
    entry first = set[0];
    set[0] = set[1];
    set[1] = first;
}

geodist_status cli_recall(geodist_text text, geodist_place *place, geodist_error *error)
{
    char name[NAME_BYTES + 1] = {0};
    if (text.length == 0 || text.length > NAME_BYTES)
        return geodist_find(text, place, error);
    memcpy(name, text.bytes, text.length);
    name[NAME_BYTES] = (char)text.length;
    entry *set = set_of(name);
    if (!names(set, name))
        swap(set);
    if (names(set, name)) {
        geodist_city(set->city - 1, place);
        place->rivals = set->rivals;
        return GEODIST_OK;
    }
    geodist_status status = geodist_find(text, place, error);
    if (status == GEODIST_OK && place->city != GEODIST_NOT_A_CITY) {
        set->city = place->city + 1;
        set->rivals = place->rivals;
        memcpy(set->name, name, sizeof name);
    }
    return status;
}
