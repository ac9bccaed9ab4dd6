/* --search: places of a name that is typed or misspelt. */
#include "commands/commands.h"
#include "formats/row_writer.h"
#include "messages/diagnostics.h"
#include "messages/place_error.h"
#include "output/escape.h"

#include <stdlib.h>

enum { DEFAULT_COUNT = 20 };

exit_status gd_run_search(const options *asked, writer *out, writer *errors)
{
    geodist_text text = geodist_string(asked->subject);
    size_t all = geodist_table_info().places;
    size_t count = asked->count ? (size_t)asked->count : DEFAULT_COUNT;
    size_t capacity = count < all ? count : all;
    geodist_place *places = calloc(capacity, sizeof *places);
    if (!places) {
        gd_put_out_of_memory(errors);
        return EXIT_BROKEN;
    }
    row_writer rows = {.out = out, .asked = asked, .kind = ROW_PLACE};
    size_t found = geodist_search(text, places, capacity);
    for (size_t i = 0; i < found && i < capacity; i++) {
        gd_begin_row(&rows, 1);
        gd_format(asked)->put_city(out, asked, &places[i], NULL);
        gd_end_row(&rows);
    }
    gd_end_rows(&rows);
    free(places);
    if (found)
        return EXIT_ANSWERED;
    gd_put(errors, "geodist: ");
    if (!gd_put_text_fault(errors, text)) {
        gd_put(errors, "no name equals, begins with or resembles ");
        gd_put_quoted(errors, text);
    }
    gd_put(errors, "\n");
    return EXIT_UNANSWERED;
}
