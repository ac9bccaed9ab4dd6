#include "messages/name_counts.h"

#include "pairs.h"
#include "text/slice.h"
#include "texts.h"

#include <stdio.h>

static name_counts counts;
static const counted_name *top[GD_NAMES_MAX];

static int clear(void **state)
{
    (void)state;
    memset(&counts, 0, sizeof counts);
    return 0;
}

static void count(const char *name, int times)
{
    for (int i = 0; i < times; i++)
        gd_count_name(&counts, geodist_string(name));
}

/* The names of the numbers from 0 on; many of them begin alike. */
static void count_number(uint32_t number)
{
    char name[40];
    int length = snprintf(name, sizeof name, number % 2 ? "%u" : "San Juan Bautista %u", number);
    gd_count_name(&counts, (geodist_text){name, (size_t)length});
}

static uint32_t number_of(const counted_name *name)
{
    size_t at = name->length, unit = 1;
    uint32_t number = 0;
    for (; at > 0 && is_digit(name->bytes[at - 1]); at--, unit *= 10)
        number += (uint32_t)unit * (uint32_t)(name->bytes[at - 1] - '0');
    return number;
}

static void assert_name(const counted_name *actual, const char *expected, uint64_t times)
{
    geodist_text name = {actual->bytes, actual->length};
    if (!same_text(name, geodist_string(expected)))
        fail_msg("'%.*s' is not '%s'", (int)name.length, name.bytes, expected);
    assert_int_equal(actual->count, times);
    assert_int_equal(actual->error, 0);
}

static void has_no_names_at_first(void **state)
{
    (void)state;
    assert_int_equal(gd_most_frequent(&counts, top, 10), 0);
}

static void is_exact_up_to_its_number_of_names(void **state)
{
    (void)state;
    static uint64_t plain[GD_NAMES_MAX];
    uint64_t seed = 71;
    for (int i = 0; i < 200000; i++) {
        uint32_t number = (uint32_t)(random_bits(&seed) % GD_NAMES_MAX);
        number = number * number / GD_NAMES_MAX; /* small ones are more frequent */
        plain[number]++;
        count_number(number);
    }
    size_t distinct = 0, found = gd_most_frequent(&counts, top, GD_NAMES_MAX);
    for (size_t i = 0; i < GD_NAMES_MAX; i++)
        distinct += plain[i] > 0;
    assert_true(distinct > GD_NAMES_MAX / 2);
    assert_int_equal(found, distinct);
    assert_int_equal(counts.distinct, distinct);
    assert_false(counts.overflowed);
    for (size_t i = 0; i < found; i++) {
        assert_int_equal(top[i]->count, plain[number_of(top[i])]);
        assert_int_equal(top[i]->error, 0);
    }
}

static void is_exact_with_just_as_many_names_as_fit(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < 3 * GD_NAMES_MAX; i++)
        count_number(i % GD_NAMES_MAX);
    assert_int_equal(gd_most_frequent(&counts, top, GD_NAMES_MAX), GD_NAMES_MAX);
    assert_false(counts.overflowed);
    for (uint32_t i = 0; i < GD_NAMES_MAX; i++) {
        assert_int_equal(number_of(top[i]), i);
        assert_int_equal(gd_least_count(top[i]), 3);
    }
    count_number(GD_NAMES_MAX);
    assert_true(counts.overflowed);
}

static void puts_the_most_frequent_first_and_equals_as_they_came(void **state)
{
    (void)state;
    count("d", 1);
    count("b", 2);
    count("a", 3);
    count("c", 2);
    count("d", 1);
    assert_int_equal(gd_most_frequent(&counts, top, 10), 4);
    assert_name(top[0], "a", 3);
    assert_name(top[1], "d", 2);
    assert_name(top[2], "b", 2);
    assert_name(top[3], "c", 2);
    assert_int_equal(gd_most_frequent(&counts, top, 2), 2);
    assert_name(top[0], "a", 3);
    assert_name(top[1], "d", 2);
}

/* ---- Above the number of names ----------------------------------------------------- */

enum { POPULATION = 30000 };
static uint64_t plain[POPULATION];

static void count_both(uint32_t number)
{
    plain[number]++;
    count_number(number);
}

/* The theorems of the paper: no name with more than N / GD_NAMES_MAX occurrences is lost, and the
 * bounds hold. */
static void check_guarantees(void)
{
    static bool kept[POPULATION];
    uint64_t total = 0, sum = 0;
    memset(kept, 0, sizeof kept);
    for (size_t i = 0; i < POPULATION; i++)
        total += plain[i];
    assert_true(counts.overflowed);
    assert_int_equal(gd_most_frequent(&counts, top, GD_NAMES_MAX), GD_NAMES_MAX);
    for (size_t i = 0; i < GD_NAMES_MAX; i++) {
        uint32_t number = number_of(top[i]);
        assert_false(kept[number]);
        kept[number] = true;
        assert_true(gd_least_count(top[i]) <= plain[number] && plain[number] <= top[i]->count);
        assert_true(top[i]->error <= total / GD_NAMES_MAX);
        assert_true(i == 0 || gd_least_count(top[i]) <= gd_least_count(top[i - 1]));
        sum += top[i]->count;
    }
    assert_int_equal(sum, total);
    for (size_t i = 0; i < POPULATION; i++)
        assert_true(kept[i] || plain[i] <= total / GD_NAMES_MAX);
}

/* The name of rank r with a probability of about 1 / (r log POPULATION). */
static void keeps_its_bounds_on_names_by_zipfs_law(void **state)
{
    (void)state;
    uint64_t seed = 72;
    memset(plain, 0, sizeof plain);
    for (int i = 0; i < 300000; i++)
        count_both((uint32_t)(pow(POPULATION, random_between(&seed, 0, 1)) - 0.999));
    check_guarantees();
    for (uint32_t i = 0; i < 10; i++)
        assert_int_equal(number_of(top[i]), i);
}

/* As in a sorted table, where frequent names may come last. */
static void keeps_its_bounds_on_sorted_names(void **state)
{
    (void)state;
    memset(plain, 0, sizeof plain);
    for (uint32_t i = 0; i < POPULATION; i++)
        for (uint32_t times = 0; times < 1 + i % 7; times++)
            count_both(i);
    for (uint32_t times = 0; times < 500; times++)
        count_both(12345);
    check_guarantees();
    assert_int_equal(number_of(top[0]), 12345);
    assert_true(gd_least_count(top[0]) >= 500);
}

static void keeps_its_bounds_on_names_that_take_turns(void **state)
{
    (void)state;
    memset(plain, 0, sizeof plain);
    for (uint32_t i = 0; i < 5 * (GD_NAMES_MAX + 1); i++)
        count_both(i % (GD_NAMES_MAX + 1));
    check_guarantees();
}

/* ---- Texts ------------------------------------------------------------------------- */

static void trims_names(void **state)
{
    (void)state;
    count(" paris\t", 1);
    count("paris", 1);
    count("  ", 1);
    count("", 1);
    gd_count_name(&counts, (geodist_text){NULL, 0});
    assert_int_equal(gd_most_frequent(&counts, top, 10), 2);
    assert_name(top[0], "", 3);
    assert_name(top[1], "paris", 2);
}

static void tells_names_apart_by_each_of_their_bytes(void **state)
{
    (void)state;
    for (size_t length = 1; length <= 40; length++)
        for (size_t at = 0; at < length; at++) {
            char name[40];
            clear(NULL);
            memset(name, 'a', length);
            gd_count_name(&counts, (geodist_text){name, length});
            gd_count_name(&counts, (geodist_text){name, length - 1});
            name[at] = '\0';
            gd_count_name(&counts, (geodist_text){name, length});
            name[at] = '\xFF';
            gd_count_name(&counts, (geodist_text){name, length});
            gd_count_name(&counts, (geodist_text){name, length});
            assert_int_equal(gd_most_frequent(&counts, top, 10), 4);
            assert_int_equal(top[0]->count, 2);
            assert_memory_equal(top[0]->bytes, name, length);
            assert_int_equal(top[3]->count, 1);
        }
}

/* The pairs have the same hash on little-endian machines; they were found by a search over all
 * numbers up to 500000. If the hash changes the search is to be repeated. */
static void tells_names_apart_that_have_the_same_hash(void **state)
{
    (void)state;
    const uint16_t one = 1;
    bool is_little_endian = *(const unsigned char *)&one;
    count("268020", 1);
    count("73038", 2);
    count("343134", 3);
    count("302971", 4);
    assert_int_equal(gd_most_frequent(&counts, top, 10), 4);
    assert_true(!is_little_endian || top[0]->hash == top[1]->hash);
    assert_name(top[0], "302971", 4);
    assert_name(top[1], "343134", 3);
    assert_name(top[2], "73038", 2);
    assert_name(top[3], "268020", 1);
}

static void keeps_names_when_their_texts_change(void **state)
{
    (void)state;
    char name[] = "paris";
    gd_count_name(&counts, geodist_string(name));
    memset(name, 'x', 5);
    gd_most_frequent(&counts, top, 1);
    assert_name(top[0], "paris", 1);
}

static void keeps_names_of_the_greatest_length_whole(void **state)
{
    (void)state;
    char name[GD_NAME_BYTES_MAX];
    memset(name, 'a', sizeof name);
    gd_count_name(&counts, (geodist_text){name, sizeof name});
    assert_int_equal(gd_most_frequent(&counts, top, 10), 1);
    assert_int_equal(top[0]->length, GD_NAME_BYTES_MAX);
    assert_memory_equal(top[0]->bytes, name, sizeof name);
}

/* What is kept of a name: at most so many bytes of it, and an ellipsis. */
static void assert_cut(geodist_text name, size_t kept)
{
    clear(NULL);
    gd_count_name(&counts, name);
    assert_int_equal(gd_most_frequent(&counts, top, 10), 1);
    assert_int_equal(top[0]->length, kept + 3);
    assert_memory_equal(top[0]->bytes, name.bytes, kept);
    assert_memory_equal(top[0]->bytes + kept, "…", 3);
}

static void cuts_longer_names_at_a_character(void **state)
{
    (void)state;
    enum { LENGTH = 300, KEPT = GD_NAME_BYTES_MAX - 3 };
    char name[LENGTH];
    memset(name, 'a', sizeof name);
    assert_cut((geodist_text){name, sizeof name}, KEPT);
    assert_cut((geodist_text){name, GD_NAME_BYTES_MAX + 1}, KEPT);
    memcpy(name + KEPT - 1, "é", 2);
    assert_cut((geodist_text){name, sizeof name}, KEPT - 1);
    memcpy(name + KEPT - 2, "東", 3);
    assert_cut((geodist_text){name, sizeof name}, KEPT - 2);
    memcpy(name + KEPT - 3, "\U0001F30D", 4);
    assert_cut((geodist_text){name, sizeof name}, KEPT - 3);
    memset(name, '\x80', sizeof name); /* not UTF-8: somewhere */
    assert_cut((geodist_text){name, sizeof name}, KEPT - 3);
}

static void counts_names_as_one_that_differ_after_the_cut(void **state)
{
    (void)state;
    char name[200];
    memset(name, 'a', sizeof name);
    gd_count_name(&counts, (geodist_text){name, sizeof name});
    name[GD_NAME_BYTES_MAX] = 'b';
    gd_count_name(&counts, (geodist_text){name, sizeof name - 1});
    name[GD_NAME_BYTES_MAX - 4] = 'b';
    gd_count_name(&counts, (geodist_text){name, sizeof name});
    assert_int_equal(gd_most_frequent(&counts, top, 10), 2);
    assert_int_equal(top[0]->count, 2);
    assert_int_equal(top[1]->count, 1);
}

static void is_small(void **state)
{
    (void)state;
    assert_true(sizeof(name_counts) <= 160000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(has_no_names_at_first, clear),
        cmocka_unit_test_setup(is_exact_up_to_its_number_of_names, clear),
        cmocka_unit_test_setup(is_exact_with_just_as_many_names_as_fit, clear),
        cmocka_unit_test_setup(puts_the_most_frequent_first_and_equals_as_they_came, clear),
        cmocka_unit_test_setup(keeps_its_bounds_on_names_by_zipfs_law, clear),
        cmocka_unit_test_setup(keeps_its_bounds_on_sorted_names, clear),
        cmocka_unit_test_setup(keeps_its_bounds_on_names_that_take_turns, clear),
        cmocka_unit_test_setup(trims_names, clear),
        cmocka_unit_test_setup(tells_names_apart_by_each_of_their_bytes, clear),
        cmocka_unit_test_setup(tells_names_apart_that_have_the_same_hash, clear),
        cmocka_unit_test_setup(keeps_names_when_their_texts_change, clear),
        cmocka_unit_test_setup(keeps_names_of_the_greatest_length_whole, clear),
        cmocka_unit_test_setup(cuts_longer_names_at_a_character, clear),
        cmocka_unit_test_setup(counts_names_as_one_that_differ_after_the_cut, clear),
        cmocka_unit_test_setup(is_small, clear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
