#ifndef CLI_HEADER_WORDS_H
#define CLI_HEADER_WORDS_H

#include <geodist.h>

/* Whether a line consists of names of columns only, such as "id,from,to", "lat1;lon1" or "Start
 * City": words of a short list in any case, perhaps with a digit. Some of them are villages, too,
 * so that it is meant for the first line of a stream only. */
bool gd_is_header(geodist_text line);

#endif
