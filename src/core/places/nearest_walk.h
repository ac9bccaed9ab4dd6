/* Visits the leaves of a tree that may have places near a point, by depth, the nearest child of
 * each node first. */
#ifndef GD_NEAREST_WALK_H
#define GD_NEAREST_WALK_H

#include "places/nearest_kernels.h"

/* The nodes that are left to be visited: on each level the children of one node. */
enum { GD_WALK_MAX = GD_TREE_DEPTH_MAX * GD_TREE_FAN };

typedef struct {
    unsigned least_class; /* gd_population_class() of the population asked for */
    size_t count;
    uint64_t nodes[GD_WALK_MAX]; /* key, level (0 for a leaf) and number */
} gd_walk;

enum { GD_WALK_LEVEL_SHIFT = 28 };

/* The nodes that a group has. */
static inline unsigned gd_group_nodes(const gd_tree *tree, unsigned level, uint32_t group)
{
    uint32_t left = tree->count[level] - group * GD_TREE_FAN;
    return left < GD_TREE_FAN ? (1u << left) - 1 : (1u << GD_TREE_FAN) - 1;
}

/* Adds nodes of a group, a bit each, the nearest last. */
static inline void gd_walk_add(gd_walk *walk, unsigned level, uint32_t group,
                               const int32_t keys[GD_TREE_FAN], unsigned nodes)
{
    size_t first = walk->count;
    for (; nodes; nodes &= nodes - 1) {
        unsigned i = (unsigned)__builtin_ctz(nodes);
        uint64_t node = (uint64_t)(uint32_t)keys[i] << 32 | (uint64_t)level << GD_WALK_LEVEL_SHIFT |
                        (group * GD_TREE_FAN + i);
        size_t at = walk->count++;
        for (; at > first && walk->nodes[at - 1] < node; at--)
            walk->nodes[at] = walk->nodes[at - 1];
        walk->nodes[at] = node;
    }
}

static inline void gd_walk_start(gd_walk *walk, const gd_tree *tree, unsigned least_class)
{
    walk->least_class = least_class;
    walk->count = tree->depth > 0;
    walk->nodes[0] = (uint64_t)tree->depth << GD_WALK_LEVEL_SHIFT;
}

/* Sets *leaf to the next leaf whose key is at most the limit; false if there is none. */
static inline bool gd_walk_next(gd_walk *walk, const gd_tree *tree, const gd_origin *from,
                                int32_t key_limit, uint32_t *leaf)
{
    while (walk->count) {
        uint64_t node = walk->nodes[--walk->count];
        if ((int32_t)(node >> 32) > key_limit)
            continue;
        unsigned level = (uint32_t)node >> GD_WALK_LEVEL_SHIFT;
        uint32_t number = (uint32_t)node & ((1u << GD_WALK_LEVEL_SHIFT) - 1);
        if (level == 0) {
            *leaf = number;
            return true;
        }
        int32_t keys[GD_TREE_FAN];
        gd_find_keys(tree, level - 1, number, from->xyz, walk->least_class, keys);
        gd_walk_add(walk, level - 1, number, keys,
                    gd_keys_within(keys, key_limit) & gd_group_nodes(tree, level - 1, number));
    }
    return false;
}

#endif
