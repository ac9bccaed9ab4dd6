/* Many texts -> places, in groups: each step is made for all texts of a group before the next, so
 * that the cache misses of one step overlap. What a text means is read as by geodist_find(). */
#include "places/place_query.h"
#include "places/prefetch.h"
#include "places/rivals.h"

#include <limits.h>
#include <math.h>

typedef struct {
    char bytes[GD_KEY_MAX + GD_KEY_SLACK];
} key_room;

/* The key of a name; empty if it has none. */
static geodist_text key_of(geodist_text name, key_room *room)
{
    size_t length = gd_fold(name, room->bytes);
    return (geodist_text){room->bytes, length <= GD_KEY_MAX ? length : 0};
}

/* What is read of the first candidates, those that are chosen and compared nearly always. The place
 * of a single one is prefetched already. */
static void prefetch_places(gd_candidates found, bool with_rivals)
{
    enum { COMPARED = 2 };
    if (!found.in_list)
        return;
    gd_prefetch_position(candidate_row(candidate_at(found, 0)));
    if (!with_rivals)
        return;
    for (uint32_t i = 0; i < COMPARED && i < found.count; i++) {
        gd_prefetch_position(candidate_row(candidate_at(found, i)));
        gd_prefetch_record(candidate_row(candidate_at(found, i)));
    }
}

static uint32_t name_id_of(const gd_query *query)
{
    bool is_name = query->qualifier_count == 0 && !query->has_only_row;
    return is_name ? gd_name_id(query->candidates) : 0;
}

static void put_point(const geodist_found *to, size_t i, geodist_point point)
{
    if (to->lat)
        to->lat[i] = point.lat;
    if (to->lon)
        to->lon[i] = point.lon;
}

static void put_names(const geodist_found *to, size_t i, const gd_meaning *read)
{
    size_t rivals = read && to->rivals ? gd_rivals_of(read, NULL, 0) : 0;
    uint32_t name_id = read ? name_id_of(&read->query) : 0;
    if (to->rivals)
        to->rivals[i] = (unsigned char)(rivals < UCHAR_MAX ? rivals : UCHAR_MAX);
    if (to->name_ids)
        to->name_ids[i] = name_id;
    if (to->are_qualifiers)
        to->are_qualifiers[i] =
            name_id && candidate_at(read->query.candidates, 0) & GD_QUALIFIER_FLAG;
}

static void put(const geodist_found *to, size_t i, geodist_status status, const gd_meaning *read)
{
    bool is_found = status == GEODIST_OK, is_named = is_found && !read->is_coordinate;
    uint32_t row = is_named ? candidate_row(read->choice.candidate) : GEODIST_NO_ROW;
    if (to->statuses)
        to->statuses[i] = (unsigned char)status;
    if (to->rows)
        to->rows[i] = row;
    put_point(to, i,
              is_named   ? place_point(row)
              : is_found ? read->point
                         : (geodist_point){NAN, NAN});
    put_names(to, i, is_named ? read : NULL);
}

/* Looks up the names of a group, and prefetches what is read of their places. */
static void find_names(const geodist_text *texts, size_t count, bool with_rivals,
                       gd_found_name *names)
{
    key_room room[GD_GROUP];
    geodist_text keys[GD_GROUP] = {{NULL, 0}}; /* gcc does not see that `count` is not 0 */
    gd_candidates found[GD_GROUP];
    for (size_t i = 0; i < count; i++) {
        bool is_number = gd_begins_with_number(texts[i]);
        names[i] = gd_split_name(texts[i]);
        keys[i] = is_number ? (geodist_text){room[i].bytes, 0} : key_of(names[i].name, &room[i]);
    }
    gd_name_index_find_many(keys, count, found);
    for (size_t i = 0; i < count; i++) {
        names[i].candidates = found[i];
        prefetch_places(found[i], with_rivals);
    }
}

/* Finds the texts of a group and puts the results from `first` on; returns how many were found. */
static size_t find_group(const geodist_text *texts, size_t count, const geodist_found *to,
                         size_t first)
{
    gd_found_name names[GD_GROUP];
    gd_meaning read; /* here, as the compiler may clear it */
    size_t ok_count = 0;
    find_names(texts, count, to->rivals != NULL, names);
    for (size_t i = 0; i < count; i++) {
        const gd_found_name *known = gd_begins_with_number(texts[i]) ? NULL : &names[i];
        geodist_status status = gd_read_meaning(texts[i], known, &read, NULL);
        if (status == GEODIST_OK)
            status = gd_status_of_meaning(&read);
        put(to, first + i, status, &read);
        ok_count += status == GEODIST_OK;
    }
    return ok_count;
}

static size_t group_length(size_t left)
{
    return left < GD_GROUP ? left : GD_GROUP;
}

size_t geodist_find_many(const geodist_text *texts, size_t count, geodist_found found)
{
    size_t ok_count = 0;
    for (size_t at = 0; at < count; at += GD_GROUP)
        ok_count += find_group(texts + at, group_length(count - at), &found, at);
    return ok_count;
}

size_t geodist_find_many_utf8(const char *bytes, const int32_t *offsets, size_t count,
                              geodist_found found)
{
    geodist_text texts[GD_GROUP];
    size_t ok_count = 0;
    for (size_t at = 0; at < count; at += GD_GROUP) {
        size_t length = group_length(count - at);
        for (size_t i = 0; i < length; i++) {
            int32_t start = offsets[at + i], end = offsets[at + i + 1];
            bool is_empty = start >= end;
            texts[i] = (geodist_text){is_empty ? NULL : bytes + start,
                                      is_empty ? 0 : (size_t)(end - start)};
        }
        ok_count += find_group(texts, length, &found, at);
    }
    return ok_count;
}
