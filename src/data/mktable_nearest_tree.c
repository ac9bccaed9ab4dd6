#include "mktable_nearest_tree.h"

#include "geometry/angle.h"
#include "places/nearest_tree.h"

#include <stdlib.h>

/* ---- Points in space ------------------------------------------------------------------ */

enum { AXES = 3 };

typedef struct {
    double least[AXES], largest[AXES];
} box;

static const box empty_box = {{2, 2, 2}, {-2, -2, -2}};

/* On the unit sphere: towards latitude and longitude 0, longitude 90, and the north pole. The
 * functions of C libraries differ in the last digit, these do not. */
static void find_xyz(const gd_named_place *of, double xyz[AXES])
{
    double sin_lat, cos_lat, sin_lon, cos_lon;
    sin_cos_degrees(of->lat, &sin_lat, &cos_lat);
    sin_cos_degrees(of->lon, &sin_lon, &cos_lon);
    xyz[0] = cos_lat * cos_lon;
    xyz[1] = cos_lat * sin_lon;
    xyz[2] = sin_lat;
}

static void add_to_box(box *to, const double least[AXES], const double largest[AXES])
{
    for (int i = 0; i < AXES; i++) {
        to->least[i] = fmin(to->least[i], least[i]);
        to->largest[i] = fmax(to->largest[i], largest[i]);
    }
}

/* ---- The order ------------------------------------------------------------------------ */

typedef struct {
    double xyz[AXES];
    uint32_t row; /* before the places are ordered */
} located;

static int by_axis(const located *a, const located *b, int axis)
{
    double left = a->xyz[axis], right = b->xyz[axis];
    return left != right ? (left > right) - (left < right) : (a->row > b->row) - (a->row < b->row);
}

static int by_x(const void *a, const void *b)
{
    return by_axis(a, b, 0);
}
static int by_y(const void *a, const void *b)
{
    return by_axis(a, b, 1);
}
static int by_z(const void *a, const void *b)
{
    return by_axis(a, b, 2);
}

static int longest_side(const located *places, uint32_t count)
{
    box around = empty_box;
    for (uint32_t i = 0; i < count; i++)
        add_to_box(&around, places[i].xyz, places[i].xyz);
    int longest = 0;
    for (int i = 1; i < AXES; i++)
        if (around.largest[i] - around.least[i] > around.largest[longest] - around.least[longest])
            longest = i;
    return longest;
}

/* The most places that a child has of the lowest node with so many places. */
static uint32_t places_of_child(uint32_t count)
{
    uint32_t places = GD_TREE_FAN;
    while (places * GD_TREE_FAN < count)
        places *= GD_TREE_FAN;
    return places;
}

/* Halves the places across the longest side of their box again and again, always between two nodes
 * of the tree (J. L. Bentley, Multidimensional binary search trees, Comm. ACM 18(9), 1975). */
static void order(located *places, uint32_t count)
{
    static int (*const by[AXES])(const void *, const void *) = {by_x, by_y, by_z};
    if (count <= GD_TREE_FAN)
        return;
    uint32_t child = places_of_child(count), children = (count + child - 1) / child;
    uint32_t half = children / 2 * child;
    qsort(places, count, sizeof *places, by[longest_side(places, count)]);
    order(places, half);
    order(places + half, count - half);
}

/* Sets new_row[] of the rows. */
static void find_order(const gd_world *in, uint32_t first, uint32_t count, uint32_t *new_row)
{
    located *places = gd_reserve((count + 1) * sizeof *places);
    for (uint32_t i = 0; i < count; i++) {
        places[i].row = first + i;
        find_xyz(&in->places[first + i], places[i].xyz);
    }
    order(places, count);
    for (uint32_t i = 0; i < count; i++)
        new_row[places[i].row] = first + i;
    free(places);
}

static void move_places(gd_world *in, const uint32_t *new_row)
{
    gd_named_place *moved = gd_reserve((in->place_count + 1) * sizeof *moved);
    for (uint32_t row = 0; row < in->place_count; row++)
        moved[new_row[row]] = in->places[row];
    free(in->places);
    in->places = moved;
}

static void renumber(gd_world *in, const uint32_t *new_row)
{
    for (size_t i = 0; i < in->names.count; i++) {
        uint32_t *row = &in->names.candidates[i].row;
        *row = *row < in->place_count ? new_row[*row] : *row;
    }
    for (uint32_t i = 0; i < in->area_count; i++)
        for (int j = 0; j < GD_AREA_CITIES; j++) {
            uint32_t *city = &in->areas[i].city[j];
            *city = *city == GD_NO_ROW ? GD_NO_ROW : new_row[*city];
        }
}

void gd_order_places(gd_world *in)
{
    uint32_t *new_row = gd_reserve((in->place_count + 1) * sizeof *new_row);
    find_order(in, 0, in->city_count, new_row);
    find_order(in, in->city_count, in->place_count - in->city_count, new_row);
    move_places(in, new_row);
    renumber(in, new_row);
    free(new_row);
}

/* ---- The boxes ------------------------------------------------------------------------ */

typedef struct {
    box around;
    unsigned class;
} node;

static void put_coordinate(gd_bytes *to, double units)
{
    double biased = fmin(fmax(units + (double)GD_TREE_SCALE, 0), 2 * (double)GD_TREE_SCALE);
    gd_put_number(to, (uint64_t)biased, 2);
}

/* The last node stands for those that are missing in its group. */
static void put_group(gd_bytes *boxes, gd_bytes *classes, const node *nodes, uint32_t count)
{
    const node *of[GD_TREE_FAN];
    for (uint32_t i = 0; i < GD_TREE_FAN; i++)
        of[i] = &nodes[i < count ? i : count - 1];
    for (int axis = 0; axis < AXES; axis++)
        for (int i = 0; i < GD_TREE_FAN; i++)
            put_coordinate(boxes, floor(of[i]->around.least[axis] * (double)GD_TREE_SCALE - box_margin));
    for (int axis = 0; axis < AXES; axis++)
        for (int i = 0; i < GD_TREE_FAN; i++)
            put_coordinate(boxes, ceil(of[i]->around.largest[axis] * (double)GD_TREE_SCALE + box_margin));
    for (int i = 0; i < GD_TREE_FAN; i++)
        gd_put_number(classes, of[i]->class, 1);
}

/* Replaces nodes by their parents, and returns how many these are. */
static uint32_t join(node *nodes, uint32_t count)
{
    uint32_t parents = gd_groups_of(count);
    for (uint32_t i = 0; i < parents; i++) {
        node parent = {empty_box, 0};
        for (uint32_t j = i * GD_TREE_FAN; j < count && j < (i + 1) * GD_TREE_FAN; j++) {
            add_to_box(&parent.around, nodes[j].around.least, nodes[j].around.largest);
            parent.class = nodes[j].class > parent.class ? nodes[j].class : parent.class;
        }
        nodes[i] = parent;
    }
    return parents;
}

void gd_write_nearest_tree(gd_bytes *table, const gd_named_place *places, uint32_t count,
                           bool are_cities)
{
    gd_tree tree = {.first_row = 0};
    gd_count_nodes(count, &tree);
    node *nodes = gd_reserve((count + 1) * sizeof *nodes);
    for (uint32_t i = 0; i < count; i++) {
        double xyz[AXES];
        find_xyz(&places[i], xyz);
        nodes[i].around = empty_box;
        add_to_box(&nodes[i].around, xyz, xyz);
        nodes[i].class = are_cities ? gd_population_class(gd_population(&places[i])) : 0;
    }
    gd_bytes boxes = {0}, classes = {0};
    for (unsigned level = 0; level < tree.depth; level++) {
        count = join(nodes, count);
        for (uint32_t i = 0; i < count; i += GD_TREE_FAN)
            put_group(&boxes, &classes, nodes + i, count - i);
    }
    gd_put(table, boxes.at, boxes.length);
    gd_put(table, classes.at, classes.length);
    free(boxes.at);
    free(classes.at);
    free(nodes);
}
