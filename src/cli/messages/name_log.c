#include "messages/name_log.h"

/* An entry is a name_use, of which the name is only a length, followed by the bytes of the name. */
static bool append(name_log *to, name_use use)
{
    char room[GD_NAME_BYTES_MAX];
    geodist_text name = gd_cut_name(use.name, room);
    if (sizeof to->bytes - to->length < sizeof use + name.length)
        return false;
    use.name = (geodist_text){NULL, name.length};
    memcpy(to->bytes + to->length, &use, sizeof use);
    if (name.length)
        memcpy(to->bytes + to->length + sizeof use, name.bytes, name.length);
    to->length += sizeof use + name.length;
    return true;
}

bool gd_log_names(name_log *to, const batch *in, const batch_route *at, uint64_t number)
{
    name_uses uses = {.in = in, .at = at, .number = number};
    name_use use;
    size_t start = to->length;
    while (gd_may_use_names(at) && gd_next_name_use(&uses, &use))
        if (!append(to, use)) {
            to->length = start;
            return false;
        }
    return true;
}

void gd_count_logged(name_summary *of, name_log *from)
{
    for (size_t at = 0; at < from->length;) {
        name_use use;
        memcpy(&use, from->bytes + at, sizeof use);
        at += sizeof use;
        use.name.bytes = from->bytes + at;
        at += use.name.length;
        gd_count_name_use(of, &use);
    }
    from->length = 0;
}
