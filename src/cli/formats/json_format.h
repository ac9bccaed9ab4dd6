/* JSON objects that other formats embed. */
#ifndef CLI_JSON_FORMAT_H
#define CLI_JSON_FORMAT_H

#include "formats/format.h"

/* What --format json prints for a journey, a line, a city and a destination. */
put_route gd_put_json_route;
put_city gd_put_json_city;
void gd_put_json_located(writer *out, const options *asked, const geodist_place *place);
void gd_put_json_failed_line(writer *out, const options *asked, const failed_line *line);
void gd_put_json_destination(writer *out, const options *asked, const destination *reached);

/* ,"unit":"km","model":"sphere", and the radius in km if it was given. */
void gd_put_json_terms(writer *out, const options *asked);

#endif
