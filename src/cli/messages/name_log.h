/* Names that are to be counted once those before them in the input have been. */
#ifndef CLI_NAME_LOG_H
#define CLI_NAME_LOG_H

#include "messages/name_summary.h"

/* All zeros is the empty log. */
typedef struct {
    size_t length;
    char bytes[1 << 16];
} name_log;

/* Appends what gd_count_names() would count. False, and nothing appended, if there is no room. */
bool gd_log_names(name_log *to, const batch *in, const batch_route *at, uint64_t number);

/* Counts all names of the log and empties it. */
void gd_count_logged(name_summary *of, name_log *from);

#endif
