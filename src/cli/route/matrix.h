/* All distances between places, row by row: memory grows with the number of places only. */
#ifndef CLI_MATRIX_H
#define CLI_MATRIX_H

#include <geodist.h>

typedef struct {
    bool found;
    uint32_t row, rivals; /* of a place that was found, as in geodist_place */
    /* Of one that was not: the text as it was given, why, and the line of standard input (0 for an
     * argument). */
    geodist_text text, reason;
    uint64_t line;
    char *copy; /* of both texts */
} matrix_place;

/* All zeros is the empty matrix. */
typedef struct {
    size_t count, capacity;
    matrix_place *places;
    double *lat, *lon; /* NaN for a place that was not found */
    double *distances; /* of the row that was measured last */
} matrix;

/* Adds a place. False if memory is lacking. */
bool gd_add_to_matrix(matrix *of, const geodist_place *place);

/* Adds one that was not found: a row and a column without distances. The texts are copied. */
bool gd_add_unknown_to_matrix(matrix *of, geodist_text text, geodist_text reason, uint64_t line);

void gd_free_matrix(matrix *of);

/* The place at an index, if it was found. */
geodist_place gd_matrix_place(const matrix *of, size_t index);

/* Sets of->distances to the distances of one place from all, each divided by the length of the
 * unit; NaN where one of the two was not found. */
void gd_measure_matrix_row(matrix *of, geodist_earth earth, double unit_metres, size_t index);

/* The same for `count` elements of the row from `first` on; the others stay as they are. */
void gd_measure_matrix_part(matrix *of, geodist_earth earth, double unit_metres, size_t index,
                            size_t first, size_t count);

#endif
