/* The spatial index of the table: a tree of boxes over the cities, and one over the airports.
 *
 * The order of the rows is the tree: a leaf is GD_TREE_FAN rows, and a node of each level above is
 * GD_TREE_FAN nodes of the level below; the last of a level may have fewer. Only boxes are stored.
 * They are in space: around the points of a node on the sphere of radius GD_TREE_SCALE, so that
 * neither poles nor the antimeridian are special. The scale is such that a square of a distance has
 * 31 bits.
 *
 *   groups   from the leaves up to the level that has one group: for GD_TREE_FAN nodes with one
 *            parent their least x, y and z, then their largest, as u16 plus GD_TREE_SCALE. A group
 *            that is not full repeats its last box
 *   classes  for each node of each group one byte: gd_population_class() of its largest city */
#ifndef GD_NEAREST_TREE_H
#define GD_NEAREST_TREE_H

#include "table/table.h"

enum {
    GD_TREE_FAN_BITS = 4,
    GD_TREE_FAN = 1 << GD_TREE_FAN_BITS,
    GD_TREE_SCALE = 16383,
    GD_GROUP_SIZE = 2 * 6 * GD_TREE_FAN,
    GD_TREE_DEPTH_MAX = 4 /* for GD_ROWS_MAX rows */
};

/* Boxes are wider by this on each side, so that a point may be rounded to whole units before it is
 * compared with a box: 0.5, and a little for a position computed with floats. */
static const double box_margin = 0.55;

/* Grows with the population: eight classes between powers of two. */
static inline unsigned gd_population_class(uint32_t population)
{
    unsigned power = 0;
    while (population >> power > 15)
        power++;
    return 8 * power + (population >> power);
}

typedef struct {
    uint32_t first_row, row_count;
    unsigned depth;                        /* how many levels there are; 0 if there are no rows */
    uint32_t count[GD_TREE_DEPTH_MAX];     /* the nodes of each level, from the leaves up */
    const unsigned char *groups[GD_TREE_DEPTH_MAX];
    const unsigned char *classes[GD_TREE_DEPTH_MAX];
} gd_tree;

static inline uint32_t gd_groups_of(uint32_t nodes)
{
    return (nodes + GD_TREE_FAN - 1) >> GD_TREE_FAN_BITS;
}

/* Sets the depth of a tree and the counts of its nodes. Returns how many groups it has. */
static inline uint32_t gd_count_nodes(uint32_t row_count, gd_tree *tree)
{
    uint32_t groups = 0;
    tree->depth = 0;
    for (uint32_t nodes = row_count; nodes > (tree->depth ? GD_TREE_FAN : 0);) {
        nodes = gd_groups_of(nodes);
        tree->count[tree->depth++] = nodes;
        groups += gd_groups_of(nodes);
    }
    return groups;
}

static inline gd_tree gd_tree_of(uint32_t first_row, uint32_t row_count, unsigned field)
{
    gd_tree tree = {.first_row = first_row, .row_count = row_count};
    const unsigned char *group = table_at(field);
    const unsigned char *class = group + (size_t)GD_GROUP_SIZE * gd_count_nodes(row_count, &tree);
    for (unsigned level = 0; level < tree.depth; level++) {
        tree.groups[level] = group;
        tree.classes[level] = class;
        group += (size_t)GD_GROUP_SIZE * gd_groups_of(tree.count[level]);
        class += (size_t)GD_TREE_FAN * gd_groups_of(tree.count[level]);
    }
    return tree;
}

static inline gd_tree gd_city_tree(void)
{
    return gd_tree_of(0, table_field(GD_FIELD_CITIES), GD_FIELD_CITY_TREE_AT);
}

static inline gd_tree gd_airport_tree(void)
{
    uint32_t cities = table_field(GD_FIELD_CITIES);
    return gd_tree_of(cities, table_field(GD_FIELD_PLACES) - cities, GD_FIELD_AIRPORT_TREE_AT);
}

#endif
