#include "places/match_list.h"

#include "places/score.h"

static bool is_better(const gd_listed *a, const gd_listed *b)
{
    return a->fit != b->fit ? a->fit < b->fit : a->likelihood > b->likelihood;
}

void gd_enlist(gd_shortlist *list, gd_listed added)
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

size_t gd_hand_out(const gd_shortlist *list, geodist_place *places)
{
    for (size_t i = 0; i < list->count; i++)
        places[i] = gd_place(list->items[i].row);
    return list->count;
}

void gd_enlist_bearers(gd_shortlist *list, gd_candidates bearers, gd_fit fit, gd_wish *wish,
                       const void *wisher)
{
    for (uint32_t i = 0; i < bearers.count; i++) {
        uint32_t bearer = candidate(bearers, i), row = candidate_row(bearer);
        if (candidate_class(bearer) != GD_CLASS_CODE && wish(wisher, row))
            gd_enlist(list,
                      (gd_listed){row, fit, gd_score(place_facts(row), candidate_class(bearer))});
    }
}
