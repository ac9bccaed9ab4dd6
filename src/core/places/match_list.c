#include "places/match_list.h"

#include "places/place.h"
#include "places/score.h"

typedef struct {
    double score;
    uint32_t row, sequence;
} match;

static match load(const geodist_place *place)
{
    return (match){place->point.lat, place->row, place->population};
}

static void store(geodist_place *place, match stored)
{
    place->point.lat = stored.score;
    place->row = stored.row;
    place->population = stored.sequence;
}

static bool is_better(match a, match b)
{
    return a.score != b.score ? a.score > b.score : a.sequence < b.sequence;
}

/* ---- The heap: each entry is worse than its children ------------------------------- */

/* Moves an entry up from a free position to where it belongs. */
static void sift_up(geodist_place *heap, size_t at, match moved)
{
    for (; at > 0; at = (at - 1) / 2) {
        match parent = load(&heap[(at - 1) / 2]);
        if (!is_better(parent, moved))
            break;
        store(&heap[at], parent);
    }
    store(&heap[at], moved);
}

/* Moves an entry down from a free position to where it belongs. */
static void sift_down(geodist_place *heap, size_t count, size_t at, match moved)
{
    for (size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && is_better(load(&heap[child]), load(&heap[child + 1])))
            child++;
        match worse = load(&heap[child]);
        if (!is_better(moved, worse))
            break;
        store(&heap[at], worse);
        at = child;
    }
    store(&heap[at], moved);
}

static void sort(geodist_place *heap, size_t count)
{
    while (count > 1) {
        match last = load(&heap[--count]);
        store(&heap[count], load(&heap[0]));
        sift_down(heap, count, 0, last);
    }
}

/* ---- The list ---------------------------------------------------------------------- */

void gd_match_list_start(gd_match_list *list, geodist_place *places, size_t capacity)
{
    list->places = places;
    list->capacity = capacity;
    list->count = list->sorted = list->held = 0;
    memset(list->listed, 0, sizeof list->listed);
}

static void mark(gd_match_list *list, uint32_t row)
{
    list->listed[row / 8] |= (unsigned char)(1u << row % 8);
    list->count++;
}

/* The index of a row among the places held; their number if it is not there. */
static size_t find_row(const gd_match_list *list, uint32_t row)
{
    size_t at = 0;
    while (at < list->held && list->places[at].row != row)
        at++;
    return at;
}

void gd_match_list_add(gd_match_list *list, uint32_t row, double score, uint32_t sequence)
{
    match added = {score, row, sequence};
    if (gd_match_list_has(list, row)) {
        size_t at = find_row(list, row);
        if (at < list->sorted)
            return;
        if (at < list->held) {
            if (is_better(added, load(&list->places[at])))
                sift_down(list->places + list->sorted, list->held - list->sorted, at - list->sorted,
                          added);
            return;
        }
        /* It had no room with a lower score. No earlier group can have it: with a result that found
         * no room that group would have filled the array, and the heap would have no room. */
    } else {
        mark(list, row);
    }
    if (list->sorted == list->capacity)
        return;
    geodist_place *heap = list->places + list->sorted;
    if (list->held < list->capacity) {
        list->held++;
        sift_up(heap, list->held - list->sorted - 1, added);
    } else if (is_better(added, load(&heap[0]))) {
        sift_down(heap, list->held - list->sorted, 0, added);
    }
}

void gd_match_list_append(gd_match_list *list, uint32_t row)
{
    if (gd_match_list_has(list, row))
        return;
    mark(list, row);
    if (list->held < list->capacity)
        list->places[list->held++].row = row;
    list->sorted = list->held;
}

void gd_match_list_end_group(gd_match_list *list)
{
    if (list->held > list->sorted)
        sort(list->places + list->sorted, list->held - list->sorted);
    list->sorted = list->held;
}

size_t gd_match_list_finish(gd_match_list *list)
{
    gd_match_list_end_group(list);
    for (size_t i = 0; i < list->held; i++) {
        uint32_t row = list->places[i].row;
        list->places[i] = gd_place(row);
        list->places[i].score = gd_score(row, GD_CLASS_PRIMARY);
    }
    return list->count;
}
