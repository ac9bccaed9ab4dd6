/* JSON objects, each on one line. */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "output/report.h"

/* {"name":...,"lon":...}, with the population if details are asked for. */
void cli_put_json_place(sink *out, const options *chosen, const geodist_place *place);

/* ,"unit":"km","model":"sphere" */
void cli_put_json_terms(sink *out, const options *chosen);

/* "lat":...,"lon":... */
void cli_put_json_point(sink *out, const options *chosen, geodist_point point);

/* {..., "distance":...} */
void cli_put_json_neighbour(sink *out, const options *chosen, const geodist_neighbour *near);

#endif
