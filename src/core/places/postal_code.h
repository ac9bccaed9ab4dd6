#ifndef GD_POSTAL_CODE_H
#define GD_POSTAL_CODE_H

#include <geodist.h>

/* The first postal code of the text, alone or beside a name; empty if there is none. Numbers beside
 * other numbers, units of measure, currencies and months are none. */
geodist_text gd_find_postal_code(geodist_text text);

#endif
