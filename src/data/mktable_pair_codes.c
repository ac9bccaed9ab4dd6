#include "mktable_pair_codes.h"

#include <stdlib.h>

enum { SYMBOLS = 256, GAP = 256, SAMPLE = 4 };

typedef uint32_t pair_counts[SYMBOLS][SYMBOLS];

static void count_pairs(const uint16_t *symbols, size_t length, pair_counts counts)
{
    memset(counts, 0, sizeof(pair_counts));
    for (size_t i = 0; i + 1 < length; i++)
        if (symbols[i] != GAP && symbols[i + 1] != GAP)
            counts[symbols[i]][symbols[i + 1]]++;
}

/* The most frequent pair that fits into an expansion; false if none occurs twice. */
static bool best_pair(const gd_pair_codes *learned, pair_counts counts, unsigned *left,
                      unsigned *right)
{
    uint32_t most = 1;
    for (unsigned a = 0; a < SYMBOLS; a++)
        for (unsigned b = 0; b < SYMBOLS; b++)
            if (counts[a][b] > most && learned->length[a] + learned->length[b] <= GD_EXPANSION) {
                most = counts[a][b];
                *left = a;
                *right = b;
            }
    return most > 1;
}

static size_t replace_pair(uint16_t *symbols, size_t length, unsigned left, unsigned right,
                           unsigned code)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++) {
        bool pair = i + 1 < length && symbols[i] == left && symbols[i + 1] == right;
        symbols[kept++] = pair ? (uint16_t)code : symbols[i];
        i += pair;
    }
    return kept;
}

static void learn_pairs(gd_pair_codes *learned, uint16_t *symbols, size_t length)
{
    pair_counts *counts = gd_reserve(sizeof *counts);
    for (unsigned code = 0; code < SYMBOLS; code++) {
        unsigned left = 0, right = 0;
        if (learned->literal[code])
            continue;
        count_pairs(symbols, length, *counts);
        if (!best_pair(learned, *counts, &left, &right))
            break;
        unsigned char left_length = learned->length[left];
        memcpy(learned->expansion[code], learned->expansion[left], left_length);
        memcpy(learned->expansion[code] + left_length, learned->expansion[right],
               learned->length[right]);
        learned->length[code] = (unsigned char)(left_length + learned->length[right]);
        length = replace_pair(symbols, length, left, right, code);
    }
    free(counts);
}

static void link_codes(gd_pair_codes *learned)
{
    for (unsigned byte = 0; byte < SYMBOLS; byte++)
        learned->longest[byte] = -1;
    for (int code = 0; code < SYMBOLS; code++)
        if (learned->length[code]) {
            int *link = &learned->longest[(unsigned char)learned->expansion[code][0]];
            learned->shorter[code] = *link;
            *link = code;
        }
}

void gd_learn_pair_codes(gd_pair_codes *learned, const char *text, const unsigned char *lengths,
                         size_t texts)
{
    memset(learned, 0, sizeof *learned);
    size_t total = 0;
    for (size_t i = 0; i < texts; i++)
        total += lengths[i];
    for (size_t i = 0; i < total; i++)
        learned->literal[(unsigned char)text[i]] = true;
    for (unsigned byte = 0; byte < SYMBOLS; byte++)
        if (learned->literal[byte]) {
            learned->expansion[byte][0] = (char)byte;
            learned->length[byte] = 1;
        }

    uint16_t *symbols = gd_reserve((total + texts) * sizeof *symbols);
    size_t length = 0;
    for (size_t i = 0; i < texts; text += lengths[i++])
        if (i % SAMPLE == 0) {
            for (size_t byte = 0; byte < lengths[i]; byte++)
                symbols[length++] = (unsigned char)text[byte];
            symbols[length++] = GAP;
        }
    learn_pairs(learned, symbols, length);
    free(symbols);
    link_codes(learned);
}

size_t gd_encode(const gd_pair_codes *with, geodist_text text, unsigned char coded[GD_KEY_MAX])
{
    /* Dynamic programming from the end: the fewest codes for each suffix, and the first of them. */
    size_t fewest[GD_KEY_MAX + 1] = {0};
    int first[GD_KEY_MAX + 1];
    for (size_t start = text.length; start-- > 0;) {
        fewest[start] = SIZE_MAX;
        for (int code = with->longest[(unsigned char)text.bytes[start]]; code >= 0;
             code = with->shorter[code]) {
            size_t length = with->length[code];
            if (length <= text.length - start &&
                memcmp(with->expansion[code], text.bytes + start, length) == 0 &&
                fewest[start + length] + 1 < fewest[start]) {
                fewest[start] = fewest[start + length] + 1;
                first[start] = code;
            }
        }
    }
    size_t length = 0;
    for (size_t start = 0; start < text.length; start += with->length[first[start]])
        coded[length++] = (unsigned char)first[start];
    return length;
}
