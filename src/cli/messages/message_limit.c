#include "messages/message_limit.h"

#include "output/label.h"
#include "output/format_number.h"

bool cli_tell(told *already, const stop *about)
{
    for (size_t i = 0; i < already->count; i++)
        if (cli_same_text(already->stops[i]->text, about->text))
            return false;
    if (already->count == CLI_TOLD_MOST) {
        already->untold++;
        return false;
    }
    already->stops[already->count++] = about;
    return true;
}

void cli_put_untold(sink *out, const told *already)
{
    if (already->untold == 0)
        return;
    cli_put(out, "geodist: ");
    cli_put_count(out, already->untold);
    cli_put(out, " more like these\n");
}
