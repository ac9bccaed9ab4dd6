#include "unit.h"

#include <stddef.h>

const unit cli_units[] = {
    {"km", 1000, 1, 6},
    {"mi", 1609.344, 1, 6},
    {"nmi", 1852, 1, 6},
    {"m", 1, 0, 3},
    {"ft", 0.3048, 0, 3},
    {NULL, 0, 0, 0},
};
