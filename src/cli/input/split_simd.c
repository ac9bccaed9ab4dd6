#include "input/split_simd.h"

#if defined(__SSE2__)
#  include <emmintrin.h>

enum { MOST = 63 };

/* Which bytes of a line are of a kind: the first is bit 0. */
typedef struct {
    uint64_t commas, blanks, letters, others;
    uint64_t t, o; /* in either case */
} sorted;

static uint64_t where(__m128i found, size_t from)
{
    return (uint64_t)(unsigned)_mm_movemask_epi8(found) << from;
}

static __m128i equal(__m128i bytes, char byte)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte));
}

/* Letters are all bytes from @ on. What another way to cut looks for are controls, quotes and
 * semicolons. */
static void sort_bytes(sorted *kinds, const char *at, size_t from)
{
    __m128i bytes;
    memcpy(&bytes, at, sizeof bytes);
    __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    __m128i controls = _mm_cmpeq_epi8(bytes, _mm_min_epu8(bytes, _mm_set1_epi8(0x1f)));
    __m128i others = _mm_or_si128(controls, _mm_or_si128(equal(bytes, '"'), equal(bytes, ';')));
    kinds->commas |= where(equal(bytes, ','), from);
    kinds->blanks |= where(equal(bytes, ' '), from);
    kinds->letters |= where(_mm_or_si128(bytes, _mm_slli_epi16(bytes, 1)), from);
    kinds->others |= where(others, from);
    kinds->t |= where(equal(lower, 't'), from);
    kinds->o |= where(equal(lower, 'o'), from);
}

static sorted sort_line(geodist_text line)
{
    sorted kinds = {0};
    if (line.length < 16) {
        char padded[16]; /* with commonplace letters */
        memset(padded, 'a', sizeof padded);
        memcpy(padded, line.bytes, line.length);
        sort_bytes(&kinds, padded, 0);
        return kinds;
    }
    for (size_t at = 0; at < line.length; at += 16) {
        size_t from = at + 16 <= line.length ? at : line.length - 16;
        sort_bytes(&kinds, line.bytes + from, from);
    }
    return kinds;
}

static bool has_to(const sorted *kinds, size_t length)
{
    uint64_t starts = kinds->blanks << 1 | 1;
    uint64_t ends = (kinds->blanks | (uint64_t)1 << length) >> 2; /* seen from two bytes before */
    return (kinds->t & kinds->o >> 1 & starts & ends) != 0;
}

/* Must agree with may_begin_coordinate() of cut.c, for a line that begins with a letter. */
static bool may_begin_coordinate(geodist_text line, const sorted *kinds)
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
        return !(kinds->letters & 2) || line.bytes[1] == '\xE2';
    default:
        return line.bytes[0] == '\xE2';
    }
}

static geodist_text field(geodist_text line, const sorted *kinds, size_t start, size_t end)
{
    while (start < end && kinds->blanks >> start & 1)
        start++;
    while (start < end && kinds->blanks >> (end - 1) & 1)
        end--;
    return (geodist_text){line.bytes + start, end - start};
}

bool cli_cut_quickly(geodist_text line, geodist_text *fields, size_t *count)
{
    if (line.length < 4 || line.length > MOST)
        return false;
    sorted kinds = sort_line(line);
    if (kinds.others || !kinds.commas || !(kinds.letters & 1) ||
        (kinds.blanks && (has_to(&kinds, line.length) || may_begin_coordinate(line, &kinds))))
        return false;
    size_t start = 0;
    for (uint64_t rest = kinds.commas; rest; rest &= rest - 1) {
        size_t comma = (size_t)__builtin_ctzll(rest);
        fields[(*count)++] = field(line, &kinds, start, comma);
        start = comma + 1;
    }
    fields[(*count)++] = field(line, &kinds, start, line.length);
    return true;
}
#else
bool cli_cut_quickly(geodist_text line, geodist_text *fields, size_t *count)
{
    (void)line, (void)fields, (void)count;
    return false;
}
#endif
