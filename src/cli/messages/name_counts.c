#include "messages/name_counts.h"

#include "text/slice.h"
#include "text/utf8.h"

#define ELLIPSIS "\xE2\x80\xA6"

/* ---- The text of a name ------------------------------------------------------------ */

geodist_text gd_cut_name(geodist_text name, char room[GD_NAME_BYTES_MAX])
{
    size_t ellipsis = strlen(ELLIPSIS), length = GD_NAME_BYTES_MAX - ellipsis;
    size_t shortest = length - (GD_UTF8_MAX - 1);
    name = trim(name);
    if (name.length <= GD_NAME_BYTES_MAX)
        return name;
    while (length > shortest && is_utf8_continuation(name.bytes[length]))
        length--;
    memcpy(room, name.bytes, length);
    memcpy(room + length, ELLIPSIS, ellipsis);
    return (geodist_text){room, length + ellipsis};
}

/* ---- The hash table ---------------------------------------------------------------- */

static uint64_t load_8(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

static uint64_t load_4(const char *bytes)
{
    uint32_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* At most three bytes. */
static uint64_t load_few(geodist_text text)
{
    uint64_t word = 0;
    for (size_t i = 0; i < text.length; i++)
        word = word << 8 | (unsigned char)text.bytes[i];
    return word;
}

/* Multiplicative hashing (D. E. Knuth, TAOCP 3, 6.4): the topmost bits of a product depend on all
 * bits of the words. */
static uint64_t mix(uint64_t sum, uint64_t word)
{
    sum = (sum ^ word) * 0x9e3779b97f4a7c15;
    return sum ^ sum >> 32;
}

/* Loads whole words; the last of them overlaps the one before. */
static uint32_t hash_name(geodist_text name)
{
    const char *bytes = name.bytes;
    size_t length = name.length, i = 0;
    uint64_t sum = length * 0xc2b2ae3d27d4eb4f;
    if (length >= 8) {
        for (; i + 8 < length; i += 8)
            sum = mix(sum, load_8(bytes + i));
        sum = mix(sum, load_8(bytes + length - 8));
    } else if (length >= 4) {
        sum = mix(sum, load_4(bytes) << 32 | load_4(bytes + length - 4));
    } else {
        sum = mix(sum, load_few(name));
    }
    return (uint32_t)(sum * 0xc2b2ae3d27d4eb4f >> 32);
}

static bool holds(const counted_name *kept, geodist_text name, uint32_t hash)
{
    return kept->hash == hash && same_text((geodist_text){kept->bytes, kept->length}, name);
}

static uint16_t *chain_of(name_counts *of, uint32_t hash)
{
    return &of->chains[hash >> (32 - GD_NAME_CHAIN_BITS)];
}

static counted_name *find(name_counts *of, geodist_text name, uint32_t hash)
{
    uint16_t at = *chain_of(of, hash);
    while (at && !holds(&of->names[at - 1], name, hash))
        at = of->names[at - 1].next;
    return at ? &of->names[at - 1] : NULL;
}

static void link_name(name_counts *of, counted_name *added)
{
    uint16_t *chain = chain_of(of, added->hash);
    added->next = *chain;
    *chain = (uint16_t)(added - of->names + 1);
}

static void unlink_name(name_counts *of, const counted_name *removed)
{
    uint16_t *link = chain_of(of, removed->hash);
    while (&of->names[*link - 1] != removed)
        link = &of->names[*link - 1].next;
    *link = removed->next;
}

/* ---- Counting ---------------------------------------------------------------------- */

static uint64_t smallest_count(const name_counts *of)
{
    uint64_t smallest = UINT64_MAX;
    for (size_t i = 0; i < GD_NAMES_MAX; i++)
        if (of->names[i].count < smallest)
            smallest = of->names[i].count;
    return smallest;
}

/* A name with the smallest count, which the caller raises. Counts never fall, so it suffices to
 * search from the cursor on, and to begin again with a greater minimum at the end. After N
 * occurrences the minimum is at most N / GD_NAMES_MAX, so there were at most so many passes over
 * all names, which is a constant number of steps for each occurrence. */
static counted_name *find_least(name_counts *of)
{
    for (;;) {
        while (of->cursor < GD_NAMES_MAX) {
            counted_name *at = &of->names[of->cursor++];
            if (at->count == of->minimum)
                return at;
        }
        of->cursor = 0;
        of->minimum = smallest_count(of);
    }
}

/* An entry for one more name: a free one, or that of the name with the smallest count, which the
 * new name takes over as its error. */
static counted_name *make_room(name_counts *of)
{
    if (of->distinct < GD_NAMES_MAX)
        return &of->names[of->distinct++];
    counted_name *replaced = find_least(of);
    unlink_name(of, replaced);
    replaced->error = replaced->count;
    of->overflowed = true;
    return replaced;
}

static counted_name *add_name(name_counts *of, geodist_text name, uint32_t hash)
{
    counted_name *added = make_room(of);
    added->hash = hash;
    added->length = (unsigned char)name.length;
    if (name.length)
        memcpy(added->bytes, name.bytes, name.length);
    link_name(of, added);
    return added;
}

void gd_count_name(name_counts *of, geodist_text name)
{
    char room[GD_NAME_BYTES_MAX];
    name = gd_cut_name(name, room);
    uint32_t hash = hash_name(name);
    counted_name *at = find(of, name, hash);
    if (!at)
        at = add_name(of, name, hash);
    at->count++;
}

/* ---- The result -------------------------------------------------------------------- */

size_t gd_most_frequent(const name_counts *of, const counted_name **top, size_t max)
{
    size_t count = 0;
    for (size_t i = 0; i < of->distinct; i++) {
        const counted_name *added = &of->names[i];
        size_t rank = count;
        while (rank > 0 && gd_least_count(top[rank - 1]) < gd_least_count(added))
            rank--;
        if (rank == max)
            continue;
        count += count < max;
        for (size_t at = count - 1; at > rank; at--)
            top[at] = top[at - 1];
        top[rank] = added;
    }
    return count;
}
