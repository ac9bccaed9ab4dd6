#include "output/csv_writer.h"

#include "output/label.h"

/* Names hold quotes now and then, which are doubled. */
void cli_put_csv_field(sink *out, geodist_text text)
{
    cli_put(out, "\"");
    for (size_t i = 0; i < text.length; i++)
        cli_put_text(out, text.bytes[i] == '"' ? geodist_string("\"\"")
                                               : (geodist_text){text.bytes + i, 1});
    cli_put(out, "\"");
}

void cli_put_csv_label(sink *out, const geodist_place *place)
{
    static sink label;
    cli_open_sink(&label, -1, sizeof label.bytes - 1);
    cli_put_label(&label, place);
    cli_put_csv_field(out, (geodist_text){label.bytes, label.length});
}
