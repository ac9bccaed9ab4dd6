#include "output/number_row.h"

#include "check.h"
#include "output/format_number.h"
#include "pairs.h"

#include <math.h>
#include <unistd.h>

enum { MOST = 200, ROOM = 1 << 16 };

static double numbers[MOST];
static uint16_t widths[MOST];
static char expected_bytes[ROOM], actual_bytes[ROOM];

static double any_number(uint64_t *seed)
{
    switch (random_bits(seed) % 12) {
    case 0:
        return NAN;
    case 1:
        return INFINITY;
    case 2:
        return 0;
    case 3:
        return floor(random_between(seed, 0, 1e5)) + 0.5; /* a tie without decimals */
    case 4:
        return floor(random_between(seed, 0, 1e5)) / 4 + 0.0625;
    case 5:
        return ldexp(1, (int)(random_bits(seed) % 100) - 30);
    case 6:
        return pow(10, (double)(random_bits(seed) % 16)) - random_between(seed, 0, 0.2);
    case 7:
        return -random_between(seed, 0, 1e4);
    default:
        return random_between(seed, 0, 20015.2);
    }
}

static size_t fill(uint64_t *seed)
{
    size_t count = random_bits(seed) % MOST;
    bool plain = random_bits(seed) % 2;
    for (size_t i = 0; i < count; i++)
        numbers[i] = plain ? random_between(seed, 0, 20015.2) : any_number(seed);
    return count;
}

static void put_cells_plainly(writer *out, size_t count, int decimals, const char *missing)
{
    for (size_t i = 0; i < count; i++) {
        gd_put(out, ",");
        if (isfinite(numbers[i]))
            gd_put_fixed(out, numbers[i], decimals);
        else
            gd_put(out, missing);
    }
}

static void assert_same_text(const writer *actual, const writer *expected)
{
    assert_int_equal(actual->length, expected->length);
    assert_memory_equal(actual->bytes, expected->bytes, expected->length);
}

static void writes_cells_as_gd_put_fixed_does(void **state)
{
    (void)state;
    uint64_t seed = 31;
    for (int round = 0; round < 5000; round++) {
        const char *missing = round % 2 ? "null" : "";
        int decimals = round % 16;
        size_t count = fill(&seed);
        writer expected = gd_memory_writer(expected_bytes, ROOM);
        writer actual = gd_memory_writer(actual_bytes, ROOM);
        put_cells_plainly(&expected, count, decimals, missing);
        gd_put_number_cells(&actual, numbers, count, decimals, ',', missing);
        assert_same_text(&actual, &expected);
    }
}

/* The width of a column is that of its number and a few blanks more, sometimes very many. */
static void set_widths(size_t count, int decimals, uint64_t *seed)
{
    for (size_t i = 0; i < count; i++) {
        writer text = gd_memory_writer(actual_bytes, ROOM);
        if (isfinite(numbers[i]))
            gd_put_fixed(&text, numbers[i], decimals);
        widths[i] = (uint16_t)(text.length + random_bits(seed) % (i % 10 ? 8 : 400));
    }
}

static size_t put_columns_plainly(writer *out, size_t count, int decimals)
{
    size_t i = 0;
    for (; i < count && isfinite(numbers[i]); i++) {
        char room[400];
        writer text = gd_memory_writer(room, sizeof room);
        gd_put_fixed(&text, numbers[i], decimals);
        for (size_t blanks = GD_COLUMN_GAP + widths[i] - text.length; blanks; blanks--)
            gd_put(out, " ");
        gd_put_text(out, gd_written_text(&text));
    }
    return i;
}

static void writes_columns_as_gd_put_fixed_does(void **state)
{
    (void)state;
    uint64_t seed = 32;
    for (int round = 0; round < 5000; round++) {
        int decimals = round % 16;
        size_t count = fill(&seed);
        set_widths(count, decimals, &seed);
        writer expected = gd_memory_writer(expected_bytes, ROOM);
        writer actual = gd_memory_writer(actual_bytes, ROOM);
        size_t put = put_columns_plainly(&expected, count, decimals);
        assert_int_equal(gd_put_number_columns(&actual, numbers, widths, count, decimals), put);
        assert_same_text(&actual, &expected);
    }
}

/* A buffer that is full again and again: nothing is lost between two writes, and nothing is written
 * behind the buffer. */
static void writes_through_a_small_buffer(void **state)
{
    (void)state;
    uint64_t seed = 33;
    for (int round = 0; round < 300; round++) {
        enum { SMALL = 3000 };
        static char small[SMALL + 1];
        size_t count = fill(&seed), capacity = 40 + random_bits(&seed) % (SMALL - 40);
        int ends[2], decimals = round % 8;
        memset(small, '#', sizeof small);
        set_widths(count, decimals, &seed);
        writer expected = gd_memory_writer(expected_bytes, ROOM);
        put_cells_plainly(&expected, count, decimals, "");
        put_columns_plainly(&expected, count, decimals);
        assert_int_equal(pipe(ends), 0); /* holds 64 KB */
        writer out = gd_file_writer(ends[1], small, capacity, UINT64_MAX);
        gd_put_number_cells(&out, numbers, count, decimals, ',', "");
        gd_put_number_columns(&out, numbers, widths, count, decimals);
        assert_int_equal(small[capacity], '#');
        assert_true(gd_close(&out));
        size_t length = 0;
        for (ssize_t part; (part = read(ends[0], actual_bytes + length, ROOM - length)) > 0;)
            length += (size_t)part;
        close(ends[0]);
        assert_int_equal(length, expected.length);
        assert_memory_equal(actual_bytes, expected_bytes, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_cells_as_gd_put_fixed_does),
        cmocka_unit_test(writes_columns_as_gd_put_fixed_does),
        cmocka_unit_test(writes_through_a_small_buffer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
