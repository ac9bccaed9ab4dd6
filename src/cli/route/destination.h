/* Where --from, --bearing and --distance lead. */
#ifndef CLI_DESTINATION_H
#define CLI_DESTINATION_H

#include <geodist.h>

typedef struct {
    geodist_place from;
    double metres;
    geodist_point point;
    geodist_bearings bearings;
} destination;

#endif
