#include "places/match_list.h"

#include "places/score.h"

static bool is_better(const gd_match *a, const gd_match *b)
{
    return a->fit != b->fit ? a->fit < b->fit : a->likelihood > b->likelihood;
}

void gd_match_list_add(gd_match_list *list, gd_match added)
{
    size_t at = 0;
    if (list->count == list->most &&
        (list->most == 0 || !is_better(&added, &list->items[list->most - 1])))
        return;
    while (at < list->count && list->items[at].row != added.row)
        at++;
    if (at < list->count && !is_better(&added, &list->items[at]))
        return;
    if (at == list->most)
        at--;
    else if (at == list->count)
        list->count++;
    for (; at > 0 && is_better(&added, &list->items[at - 1]); at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = added;
}

size_t gd_match_list_places(const gd_match_list *list, geodist_place *places)
{
    for (size_t i = 0; i < list->count; i++)
        places[i] = gd_place(list->items[i].row);
    return list->count;
}

void gd_match_list_add_all(gd_match_list *list, gd_candidates candidates, gd_fit fit, gd_match_filter *filter,
                       const void *context)
{
    for (uint32_t i = 0; i < candidates.count; i++) {
        uint32_t candidate = candidate_at(candidates, i), row = candidate_row(candidate);
        if (candidate_class(candidate) != GD_CLASS_CODE && filter(context, row))
            gd_match_list_add(list,
                      (gd_match){row, fit, gd_score(place_facts(row), candidate_class(candidate))});
    }
}
