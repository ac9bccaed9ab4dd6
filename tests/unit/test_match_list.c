#include "places/match_list.h"

#include "texts.h"

enum { ROWS = 60, ROUNDS = 3000 };

/* What the list should hold: the results of each group, sorted by comparing all of them. */
typedef struct {
    uint32_t row, sequence;
    double score;
    int group;
} result;

static int by_rank(const void *left, const void *right)
{
    const result *a = left, *b = right;
    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->score < b->score || a->score > b->score)
        return a->score > b->score ? -1 : 1;
    return (a->sequence > b->sequence) - (a->sequence < b->sequence);
}

static void model_add(result *results, size_t *count, result added)
{
    size_t at = 0;
    while (at < *count && results[at].row != added.row)
        at++;
    if (at == *count)
        results[(*count)++] = added;
    else if (results[at].group == added.group && added.score > results[at].score)
        results[at] = added;
}

static void holds_the_best_of_any_additions(void **state)
{
    static gd_match_list list;
    (void)state;
    srand(20261121);
    for (int round = 0; round < ROUNDS; round++) {
        size_t capacity = (size_t)rand() % 30, count = 0;
        geodist_place *places = malloc((capacity + 1) * sizeof *places);
        result results[ROWS];
        assert_non_null(places);
        places[capacity].row = 7;
        gd_match_list_start(&list, places, capacity);
        uint32_t sequence = 0;
        for (int group = 0; group < 3; group++) {
            for (int i = rand() % 40; i > 0; i--) {
                result added = {(uint32_t)rand() % ROWS, sequence++, rand() % 8, group};
                if (group == 0) { /* appended: in the order of additions */
                    added.score = 0;
                    gd_match_list_append(&list, added.row);
                } else {
                    gd_match_list_add(&list, added.row, added.score, added.sequence);
                }
                model_add(results, &count, added);
            }
            gd_match_list_end_group(&list);
        }
        qsort(results, count, sizeof *results, by_rank);
        assert_int_equal(gd_match_list_finish(&list), count);
        for (size_t i = 0; i < count && i < capacity; i++)
            assert_int_equal(places[i].row, results[i].row);
        for (uint32_t row = 0, i; row < ROWS; row++) {
            for (i = 0; i < count && results[i].row != row;)
                i++;
            assert_int_equal(gd_match_list_has(&list, row), i < count);
        }
        assert_int_equal(places[capacity].row, 7);
        free(places);
    }
}

static void counts_without_an_array(void **state)
{
    static gd_match_list list;
    (void)state;
    gd_match_list_start(&list, NULL, 0);
    gd_match_list_append(&list, 3);
    gd_match_list_add(&list, 3, 9, 0);
    gd_match_list_add(&list, 4, 9, 1);
    gd_match_list_add(&list, 4, 10, 2);
    assert_int_equal(gd_match_list_finish(&list), 2);
}

static void has_room_for_every_row(void **state)
{
    static gd_match_list list;
    static geodist_place places[8];
    uint32_t rows = geodist_table_info().places;
    (void)state;
    assert_in_range(rows, 1, GD_ROWS_MAX);
    gd_match_list_start(&list, places, 8);
    for (uint32_t row = 0; row < rows; row++)
        gd_match_list_add(&list, row, row, row);
    assert_int_equal(gd_match_list_finish(&list), rows);
    for (uint32_t i = 0; i < 8; i++)
        assert_int_equal(places[i].row, rows - 1 - i);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holds_the_best_of_any_additions),
        cmocka_unit_test(counts_without_an_array),
        cmocka_unit_test(has_room_for_every_row),
    };
    return cmocka_run_group_tests_name("match_list", tests, NULL, NULL);
}
