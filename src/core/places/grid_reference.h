#ifndef GD_GRID_REFERENCE_H
#define GD_GRID_REFERENCE_H

#include <geodist.h>

/* Whether the text, without white space at its ends, is a coordinate of UTM ("33U 391545 5820000"),
 * a reference of MGRS ("18SUJ2337106519") or of the National Grid of Great Britain ("TQ 300 804"). */
bool gd_is_grid_reference(geodist_text text);

#endif
