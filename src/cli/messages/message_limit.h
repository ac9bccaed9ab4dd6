/* Suppresses repeated messages and caps their number. */
#ifndef CLI_MESSAGE_LIMIT_H
#define CLI_MESSAGE_LIMIT_H

#include "output/writer.h"

enum { GD_MESSAGES_MAX = 20 };

typedef struct {
    geodist_text subjects[GD_MESSAGES_MAX]; /* what the messages so far were about */
    uint64_t count;                         /* messages, including the suppressed ones */
} message_limit;

/* Whether to print a message about this text: not if there was one about the same text, and not
 * beyond GD_MESSAGES_MAX. The bytes of the text must last as long as the limit. */
bool gd_allow_message(message_limit *limit, geodist_text subject);

/* Whether to print one more message, whatever it is about. */
bool gd_allow_any_message(message_limit *limit);

/* "geodist: 3 more WHAT", if messages were suppressed because there were too many. */
void gd_put_suppressed(writer *errors, const message_limit *limit, const char *what);

#endif
