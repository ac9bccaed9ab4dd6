#ifndef GD_PLACE_H
#define GD_PLACE_H

#include <geodist.h>

/* A row of the table -> what the interface says about that place or area. */
geodist_place gd_place(uint32_t row);

#endif
