#include "messages/message_limit.h"

#include "output/format_number.h"
#include "text/slice.h"

bool gd_allow_message(message_limit *limit, geodist_text subject)
{
    for (size_t i = 0; i < limit->count && i < GD_MESSAGES_MAX; i++)
        if (same_text(limit->subjects[i], subject))
            return false;
    if (limit->count < GD_MESSAGES_MAX)
        limit->subjects[limit->count] = subject;
    return gd_allow_any_message(limit);
}

bool gd_allow_any_message(message_limit *limit)
{
    return limit->count++ < GD_MESSAGES_MAX;
}

void gd_put_suppressed(writer *errors, const message_limit *limit, const char *what)
{
    if (limit->count <= GD_MESSAGES_MAX)
        return;
    gd_put(errors, "geodist: ");
    gd_put_integer(errors, limit->count - GD_MESSAGES_MAX);
    gd_put(errors, " more ");
    gd_put(errors, what);
    gd_put(errors, "\n");
}
