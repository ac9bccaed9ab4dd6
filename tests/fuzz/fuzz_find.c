/* geodist_find() of any text, and what other functions say of the place it finds. */
#include "fuzz.h"

#include <math.h>

/* Enough for the rivals of any text but the most common names. */
enum { some_rivals = 64 };

/* The label of a place may mean a better known place that has the same label. */
static unsigned long places_found, homonyms;

static void print_homonyms(void)
{
    fprintf(stderr, "%lu of %lu labels of places lead to another place of that label\n", homonyms,
            places_found);
}

static void check_text(geodist_text text)
{
    REQUIRE(text.bytes != NULL);
    REQUIRE(strlen(text.bytes) == text.length);
}

static void check_place(const geodist_place *place)
{
    check_text(place->name);
    check_text(place->region);
    check_text(place->country);
    check_text(place->country_code);
    REQUIRE(fuzz_is_valid_point(place->point));
    if (place->row == GEODIST_NO_ROW) {
        REQUIRE(place->name.length == 0);
        REQUIRE(place->rivals == 0);
        return;
    }
    geodist_place at_row;
    REQUIRE(geodist_place_at(place->row, &at_row));
    REQUIRE(fuzz_same_point(place->point, at_row.point));
    REQUIRE(fuzz_same_text(place->name, at_row.name));
    REQUIRE(place->geonames_id == at_row.geonames_id);
}

/* A country, a region or another area. */
static void check_area(const geodist_place *area)
{
    check_text(area->name);
    check_text(area->region);
    check_text(area->country);
    check_text(area->country_code);
    REQUIRE(area->kind >= GEODIST_COUNTRY);
    REQUIRE(area->row == GEODIST_NO_ROW && area->name.length > 0);
    REQUIRE(isnan(area->point.lat) && isnan(area->point.lon));
}

static void check_areas(geodist_text text, geodist_status status)
{
    static geodist_place areas[some_rivals];
    size_t count = geodist_areas(text, areas, some_rivals);
    REQUIRE(geodist_areas(text, NULL, 0) == count);
    REQUIRE((count > 0) == (status == GEODIST_AREA));
    for (size_t i = 0; i < count && i < some_rivals; i++)
        check_area(&areas[i]);
}

static void check_same_place(const geodist_place *a, const geodist_place *b)
{
    REQUIRE(a->row == b->row);
    REQUIRE(a->rivals == b->rivals);
    REQUIRE(fuzz_same_point(a->point, b->point));
    REQUIRE(fuzz_same_text(a->name, b->name));
    REQUIRE(fuzz_same_text(a->region, b->region));
    REQUIRE(fuzz_same_text(a->country, b->country));
}

static void check_failure(geodist_text text, geodist_status status, const geodist_error *error)
{
    REQUIRE(error->status == status);
    REQUIRE(error->offset <= text.length);
    REQUIRE(error->length <= text.length - error->offset);
    REQUIRE(geodist_describe(status)[0] != 0);
}

static void check_rivals(geodist_text text, const geodist_place *place)
{
    static geodist_place rivals[some_rivals];
    REQUIRE(geodist_rivals(text, NULL, 0) == place->rivals);
    REQUIRE(geodist_rivals(text, rivals, some_rivals) == place->rivals);
    for (size_t i = 0; i < place->rivals && i < some_rivals; i++) {
        if (rivals[i].kind >= GEODIST_COUNTRY) {
            check_area(&rivals[i]);
            continue;
        }
        check_place(&rivals[i]);
        REQUIRE(rivals[i].row != place->row);
        REQUIRE(geodist_distance(geodist_sphere, place->point, rivals[i].point) >= 50000);
    }
}

static void check_label(const geodist_place *place)
{
    char label[GEODIST_LABEL_SIZE], cut[8];
    size_t length = geodist_label(place, label, sizeof label);
    REQUIRE(length > 0 && length < sizeof label);
    REQUIRE(strlen(label) == length);
    REQUIRE(geodist_label(place, NULL, 0) == length);
    REQUIRE(geodist_label(place, cut, sizeof cut) == length);
    REQUIRE(strlen(cut) < sizeof cut && strncmp(cut, label, strlen(cut)) == 0);

    geodist_place again;
    geodist_text text = {label, length};
    REQUIRE(geodist_find(text, &again, NULL) == GEODIST_OK);
    if (place->row == GEODIST_NO_ROW) {
        REQUIRE(again.row == GEODIST_NO_ROW);
        return;
    }
    REQUIRE(again.row != GEODIST_NO_ROW);
    if (places_found++ == 0)
        atexit(print_homonyms);
    if (again.row != place->row) {
        char other[GEODIST_LABEL_SIZE];
        geodist_label(&again, other, sizeof other);
        REQUIRE(strcmp(label, other) == 0);
        homonyms++;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    geodist_text text = {(const char *)data, size};
    geodist_place untouched, place, again;
    memset(&untouched, 0x5A, sizeof untouched);
    place = again = untouched;
    geodist_error error = {GEODIST_OK, 0, 0};
    geodist_status status = geodist_find(text, &place, &error);
    REQUIRE(geodist_find(text, &again, NULL) == status);
    if (status != GEODIST_OK) {
        check_failure(text, status, &error);
        REQUIRE(memcmp(&place, &untouched, sizeof place) == 0);
        REQUIRE(memcmp(&again, &untouched, sizeof again) == 0);
        REQUIRE(status == GEODIST_AREA || geodist_rivals(text, NULL, 0) == 0);
        check_areas(text, status);
        return 0;
    }
    check_areas(text, status);
    check_place(&place);
    check_same_place(&place, &again);
    check_rivals(text, &place);
    check_label(&place);
    return 0;
}
