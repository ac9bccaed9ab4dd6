/* Three passes over a block of numbers: round them, find their digits, and place the point. */
#include "output/fixed_lines.h"

#include <math.h>

#if defined(__SSE2__)
#  include <emmintrin.h>
#endif

enum { BLOCK = 64, DECIMALS_MOST = 3, DIGITS = 8 };

static const int32_t not_written = -1;

/* values[i] * power to the nearest whole number. The product in doubles is off by less than 10^-7,
 * so rounding it is right unless it is close to a half. */
static void round_all(const double *values, size_t count, double power, int32_t numbers[BLOCK])
{
    for (size_t i = 0; i < count; i++) {
        double product = values[i] * power;
        bool written = product >= 0 && product < 99999999;
        product = written ? product : 0.5;
        int32_t whole = (int32_t)product;
        double above_half = product - whole - 0.5;
        numbers[i] = fabs(above_half) > 0.001 ? whole + (above_half > 0) : not_written;
    }
}

/* The eight digits of each number as the values of bytes, the first in the lowest: two fours, each
 * into two pairs, each into two digits. The products are quotients within these ranges. */
#if defined(__SSE2__)
static void spread_all(const int32_t numbers[BLOCK], uint64_t digits[BLOCK])
{
    const __m128i ten_thousand = _mm_set1_epi64x(10000), hundred = _mm_set1_epi16(100),
                  ten = _mm_set1_epi16(10);
    for (size_t i = 0; i < BLOCK; i += 2) {
        __m128i two = _mm_set_epi32(0, numbers[i + 1], 0, numbers[i]);
        __m128i high = _mm_srli_epi64(_mm_mul_epu32(two, _mm_set1_epi64x(3518437209)), 45);
        __m128i low = _mm_sub_epi64(two, _mm_mul_epu32(high, ten_thousand));
        __m128i fours = _mm_or_si128(high, _mm_slli_epi64(low, 32));
        high = _mm_srli_epi16(_mm_mulhi_epu16(fours, _mm_set1_epi16(5243)), 3);
        low = _mm_sub_epi16(fours, _mm_mullo_epi16(high, hundred));
        __m128i pairs = _mm_or_si128(high, _mm_slli_epi32(low, 16));
        high = _mm_mulhi_epu16(pairs, _mm_set1_epi16(6554));
        low = _mm_sub_epi16(pairs, _mm_mullo_epi16(high, ten));
        _mm_storeu_si128((__m128i *)&digits[i], _mm_or_si128(high, _mm_slli_epi16(low, 8)));
    }
}
#else
static void spread_all(const int32_t numbers[BLOCK], uint64_t digits[BLOCK])
{
    for (size_t i = 0; i < BLOCK; i++) {
        uint32_t number = (uint32_t)numbers[i];
        uint64_t fours = number / 10000 | (uint64_t)(number % 10000) << 32;
        uint64_t hundreds = fours * 10486 >> 20 & 0x0000007F0000007F;
        uint64_t pairs = hundreds | (fours - 100 * hundreds) << 16;
        uint64_t tens = pairs * 103 >> 10 & 0x000F000F000F000F;
        digits[i] = tens | (pairs - 10 * tens) << 8;
    }
}
#endif

static inline void store_eight(char *at, uint64_t word)
{
    for (int i = 0; i < 8; i++)
        at[i] = (char)(word >> 8 * i & 0xff);
}

/* Writes the digits without zeros before them, and the decimals again after the point. The bit that
 * is set stands in the last digit before the point, which is written even if it is zero. */
static inline void place_point(uint64_t digits, int decimals, fixed_line *line)
{
    uint64_t text = digits | 0x3030303030303030;
    int last_whole = 8 * (DIGITS - 1 - decimals);
    int zeros = __builtin_ctzll(digits | (uint64_t)1 << last_whole) & ~7; /* bits */
    int whole = (last_whole - zeros) / 8 + 1;
    store_eight(line->text, text >> zeros);
    if (decimals > 0) {
        line->text[whole] = '.';
        store_eight(line->text + whole + 1, text >> last_whole >> 8);
        whole += decimals + 1;
    }
    line->text[whole] = '\n';
    line->length = (unsigned char)(whole + 1);
}

static void format_block(const double *values, size_t count, int decimals, fixed_line *lines)
{
    static const double powers[DECIMALS_MOST + 1] = {1e0, 1e1, 1e2, 1e3};
    int32_t numbers[BLOCK] = {0};
    uint64_t digits[BLOCK];
    round_all(values, count, powers[decimals], numbers);
    spread_all(numbers, digits);
    for (size_t i = 0; i < count; i++) {
        place_point(digits[i], decimals, &lines[i]);
        if (numbers[i] == not_written)
            lines[i].length = 0;
    }
}

void gd_format_fixed_lines(const double *values, size_t count, int decimals, fixed_line *lines)
{
    for (size_t start = 0, length; start < count; start += length) {
        length = count - start < BLOCK ? count - start : BLOCK;
        if (decimals <= DECIMALS_MOST)
            format_block(values + start, length, decimals, lines + start);
        else
            for (size_t i = 0; i < length; i++)
                lines[start + i].length = 0;
    }
}
