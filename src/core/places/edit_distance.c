#include "places/edit_distance.h"

#include "text/slice.h"
#include "text/utf8.h"

size_t gd_edit_query_start(gd_edit_query *query, geodist_text name)
{
    memset(query->slots, 0, sizeof query->slots);
    query->length = 0;
    for (size_t at = 0, length; at < name.length; at += length, query->length++) {
        uint32_t code = utf8_decode(slice(name, at, name.length), &length);
        gd_letter_slot *slot = &query->slots[gd_letter_slot_of(query, code) - query->slots];
        size_t bit = query->length + GD_MAX_EDITS;
        slot->code = code;
        slot->at[bit / 8] |= (unsigned char)(1u << bit % 8);
    }
    return query->length;
}

/* The empty key is e edits away from the first e letters of the query. */
gd_edit_state gd_edit_allow(gd_edit_query *query, unsigned edits)
{
    gd_edit_state start = {.reached = 0x1C0C04};
    query->allowed = 0x1F1F1F >> 8 * (GD_MAX_EDITS - edits);
    start.reached &= query->allowed;
    return start;
}

unsigned gd_edit_distance(const gd_edit_query *query, const gd_edit_state *state)
{
    size_t column = query->length + GD_MAX_EDITS - state->row; /* wraps below the band */
    unsigned edits = 0;
    if (column > 2 * GD_MAX_EDITS)
        return GD_MAX_EDITS + 1;
    while (edits <= GD_MAX_EDITS && !(state->reached >> (8 * edits + column) & 1))
        edits++;
    return edits;
}
