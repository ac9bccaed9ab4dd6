/* A row of the table as a geodist_place. */
#ifndef GD_PLACE_H
#define GD_PLACE_H

#include <geodist.h>

/* The row must be in the table. Rivals are not counted. */
geodist_place gd_place(uint32_t row);

#endif
