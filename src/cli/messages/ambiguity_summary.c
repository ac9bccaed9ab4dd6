#include "messages/ambiguity_summary.h"

#include "output/escape.h"
#include "output/format_number.h"
#include "text/slice.h"

static void keep_first(ambiguity_summary *of, geodist_text name, uint64_t number)
{
    name = slice(trim(name), 0, sizeof of->name);
    memcpy(of->name, name.bytes, name.length);
    of->name_length = name.length;
    of->first = number;
}

void gd_count_ambiguity(ambiguity_summary *of, const batch *in, const batch_route *at,
                        uint64_t number)
{
    size_t i = at->first, end = i + at->count;
    while (i < end && gd_count_rivals(in, at, i) == 0)
        i++;
    if (i < end && of->count++ == 0)
        keep_first(of, in->texts[i], number);
}

/* "geodist: note: 12 lines use an ambiguous name; the first is line 3: 'springfield' (with --strict
 * they are errors)" */
void gd_put_ambiguity_summary(writer *errors, const ambiguity_summary *of, const char *unit)
{
    bool several = of->count > 1;
    if (of->count == 0)
        return;
    gd_put(errors, "geodist: note: ");
    if (several) {
        gd_put_integer(errors, of->count);
        gd_put(errors, " ");
        gd_put(errors, unit);
        gd_put(errors, "s use an ambiguous name; the first is ");
    }
    gd_put(errors, unit);
    gd_put(errors, " ");
    gd_put_integer(errors, of->first);
    gd_put(errors, several ? ": " : " uses an ambiguous name: ");
    gd_put_quoted(errors, (geodist_text){of->name, of->name_length});
    gd_put(errors,
           several ? " (with --strict they are errors)\n" : " (with --strict it is an error)\n");
}
