#include "route/name_cache.h"

enum {
    INDEX_BITS = 17,
    ENTRIES = 1 << INDEX_BITS,
    PROBES = 8,
    WORDS = 4, /* that hold all of most names; nothing of these depends on how long they are */
    HEAD_BYTES = 8 * WORDS,
    TAIL_BYTES = 6,
};

_Static_assert((int)HEAD_BYTES <= (int)CLI_SLACK, "heads are loaded whole");

/* The first bytes of a text as numbers, and zeros where it is over. */
typedef struct {
    uint64_t words[WORDS];
} head;

/* As long as a line of the processor's cache. */
typedef struct {
    head head;
    spot known;
    unsigned char length; /* of the name; 0 if the entry is free */
    char tail[TAIL_BYTES];
} entry;

_Static_assert(sizeof(entry) == 64, "one line");

/* A name is kept in one of the entries from its number on, of which the first goes when none is
 * free. */
static _Alignas(64) entry entries[ENTRIES + PROBES];

static head head_of(geodist_text text)
{
    static const unsigned char mask[2 * HEAD_BYTES] = {
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
        255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255,
    };
    size_t length = text.length < HEAD_BYTES ? text.length : HEAD_BYTES;
    head of, kept;
    memcpy(&of, text.bytes, sizeof of);
    memcpy(&kept, mask + HEAD_BYTES - length, sizeof kept);
    for (int i = 0; i < WORDS; i++)
        of.words[i] &= kept.words[i];
    return of;
}

static geodist_text tail_of(geodist_text text)
{
    size_t before = text.length < HEAD_BYTES ? text.length : HEAD_BYTES;
    return (geodist_text){text.bytes + before, text.length - before};
}

/* By multiplication: the topmost bits of the sum depend on all bits of the words. */
static uint64_t number_of(head of)
{
    uint64_t sum = of.words[0] * 0x9e3779b97f4a7c15 + of.words[1] * 0xc2b2ae3d27d4eb4f +
                   of.words[2] * 0x165667b19e3779f9 + of.words[3] * 0xd6e8feb86659fd93;
    return sum >> (64 - INDEX_BITS);
}

static bool fits(geodist_text text)
{
    return text.length > 0 && text.length <= HEAD_BYTES + TAIL_BYTES;
}

uint64_t cli_prepare_recall(geodist_text text)
{
    if (!fits(text))
        return 0;
    uint64_t number = number_of(head_of(text));
#if defined(__GNUC__)
    __builtin_prefetch(&entries[number]);
#endif
    return number;
}

static bool holds(const entry *kept, const head *sought, geodist_text text)
{
    uint64_t other = kept->length ^ (uint64_t)text.length;
    for (int i = 0; i < WORDS; i++)
        other |= kept->head.words[i] ^ sought->words[i];
    geodist_text tail = tail_of(text);
    return other == 0 && (tail.length == 0 || memcmp(kept->tail, tail.bytes, tail.length) == 0);
}

static void keep(entry *at, const head *of, geodist_text text, spot found)
{
    geodist_text tail = tail_of(text);
    *at = (entry){.head = *of, .known = found, .length = (unsigned char)text.length};
    memcpy(at->tail, tail.bytes, tail.length);
}

static const spot *find(geodist_text text)
{
    static spot found;
    geodist_place place;
    if (geodist_find(text, &place, NULL) != GEODIST_OK)
        return NULL;
    found = (spot){place.point, place.city, place.rivals > 0};
    return &found;
}

/* A coordinate is not kept: it would push names out. */
static const spot *find_and_keep(geodist_text text, const head *of, entry *at)
{
    const spot *found = find(text);
    if (found && found->city != GEODIST_NO_ROW)
        keep(at, of, text, *found);
    return found;
}

const spot *cli_recall(geodist_text text, uint64_t number)
{
    if (!fits(text))
        return find(text);
    head sought = head_of(text);
    entry *first = &entries[number];
    for (int i = 0; i < PROBES; i++) {
        if (first[i].length == 0)
            return find_and_keep(text, &sought, &first[i]);
        if (holds(&first[i], &sought, text))
            return &first[i].known;
    }
    return find_and_keep(text, &sought, first);
}
