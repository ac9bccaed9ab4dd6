#include "input/split_simd.h"

#if defined(__SSE2__)
#  include <emmintrin.h>

enum { LENGTH_MAX = 63 };

/* Masks of the bytes of a line that are of a kind; bit 0 is the first byte. */
typedef struct {
    uint64_t commas, blanks, digits, letters, others;
    uint64_t t, o; /* in either case */
} byte_masks;

static uint64_t mask_of(__m128i found, size_t from)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(found) << from;
}

static __m128i equal(__m128i bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

/* Letters are all bytes from @ on. Others are the bytes that another rule looks for: controls,
 * quotes, semicolons and the bytes of arrows. */
static void classify(byte_masks *masks, const char *at, size_t from)
{
    __m128i bytes;
    memcpy(&bytes, at, sizeof bytes);
    __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    __m128i controls = _mm_cmpeq_epi8(bytes, _mm_min_epu8(bytes, _mm_set1_epi8(0x1f)));
    __m128i arrows = _mm_or_si128(equal(bytes, '>'), equal(bytes, '\xE2'));
    __m128i marks = _mm_or_si128(equal(bytes, '"'), equal(bytes, ';'));
    __m128i value = _mm_sub_epi8(bytes, _mm_set1_epi8('0')); /* of a digit; else above 9 */
    __m128i digits = _mm_cmpeq_epi8(value, _mm_min_epu8(value, _mm_set1_epi8(9)));
    __m128i others = _mm_or_si128(controls, _mm_or_si128(arrows, marks));
    masks->commas |= mask_of(equal(bytes, ','), from);
    masks->blanks |= mask_of(equal(bytes, ' '), from);
    masks->digits |= mask_of(digits, from);
    masks->letters |= mask_of(_mm_or_si128(bytes, _mm_slli_epi16(bytes, 1)), from);
    masks->others |= mask_of(others, from);
    masks->t |= mask_of(equal(lower, 't'), from);
    masks->o |= mask_of(equal(lower, 'o'), from);
}

static byte_masks classify_line(geodist_text line)
{
    byte_masks masks = {0};
    if (line.length < 16) {
        char padded[16]; /* with a letter that no rule looks for */
        memset(padded, 'a', sizeof padded);
        memcpy(padded, line.bytes, line.length);
        classify(&masks, padded, 0);
        return masks;
    }
    for (size_t at = 0; at < line.length; at += 16) {
        size_t from = at + 16 <= line.length ? at : line.length - 16;
        classify(&masks, line.bytes + from, from);
    }
    return masks;
}

static bool has_word_to(const byte_masks *masks, size_t length)
{
    uint64_t starts = masks->blanks << 1 | 1;
    uint64_t ends = (masks->blanks | (uint64_t)1 << length) >> 2; /* two bytes later */
    return (masks->t & masks->o >> 1 & starts & ends) != 0;
}

/* Agrees with may_begin_with_coordinate() of split.c for a line that begins with a letter. */
static bool may_begin_with_coordinate(geodist_text line, const byte_masks *masks)
{
    switch (line.bytes[0]) {
    case 'G':
    case 'g':
        return line.bytes[3] == ':';
    case 'N':
    case 'S':
    case 'E':
    case 'W':
    case 'n':
    case 's':
    case 'e':
    case 'w':
        return !(masks->letters & 2);
    default:
        return false;
    }
}

static geodist_text field(geodist_text line, const byte_masks *masks, size_t start, size_t end)
{
    while (start < end && masks->blanks >> start & 1)
        start++;
    while (start < end && masks->blanks >> (end - 1) & 1)
        end--;
    return (geodist_text){line.bytes + start, end - start};
}

bool gd_split_names(geodist_text line, geodist_text *fields, size_t *count)
{
    if (line.length < 4 || line.length > LENGTH_MAX)
        return false;
    byte_masks masks = classify_line(line);
    if (masks.others || !masks.commas || !(masks.letters & 1) ||
        (masks.blanks && (masks.digits || has_word_to(&masks, line.length) ||
                          may_begin_with_coordinate(line, &masks))))
        return false;
    size_t start = 0;
    for (uint64_t rest = masks.commas; rest; rest &= rest - 1) {
        size_t comma = (size_t)__builtin_ctzll(rest);
        fields[(*count)++] = field(line, &masks, start, comma);
        start = comma + 1;
    }
    fields[(*count)++] = field(line, &masks, start, line.length);
    return true;
}
#else
bool gd_split_names(geodist_text line, geodist_text *fields, size_t *count)
{
    (void)line, (void)fields, (void)count;
    return false;
}
#endif
