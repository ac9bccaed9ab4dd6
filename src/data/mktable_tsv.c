#include "mktable_tsv.h"

#include "text/slice.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void gd_fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("geodist-mktable: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(EXIT_FAILURE);
}

void *gd_resize(void *block, size_t bytes)
{
    void *given = realloc(block, bytes ? bytes : 1);
    if (!given)
        gd_fail("out of memory for %zu bytes", bytes);
    return given;
}

void *gd_reserve(size_t bytes)
{
    return gd_resize(NULL, bytes);
}

gd_tsv gd_open_tsv(const char *folder, const char *name)
{
    size_t length = strlen(folder) + 1 + strlen(name) + 1;
    char *path = gd_reserve(length);
    snprintf(path, length, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        gd_fail("cannot open %s: %s", path, strerror(errno));
    char *bytes = NULL;
    size_t size = 0, got;
    do {
        bytes = gd_resize(bytes, size + 65536);
        got = fread(bytes + size, 1, 65536, file);
        size += got;
    } while (got);
    if (ferror(file))
        gd_fail("cannot read %s: %s", path, strerror(errno));
    fclose(file);
    return (gd_tsv){path, {bytes, size}, 0};
}

bool gd_next_row(gd_tsv *from, size_t cells, gd_tsv_row *row)
{
    geodist_text line;
    do {
        if (!from->rest.length)
            return false;
        line = cut(from->rest, '\n', &from->rest);
        from->line++;
    } while (!line.length || line.bytes[0] == '#');

    *row = (gd_tsv_row){.file = from->file, .line = from->line};
    size_t count = 1;
    for (size_t i = 0; i < line.length; i++)
        count += line.bytes[i] == '\t';
    if (count != cells)
        gd_fail("%s:%zu: %zu cells, not %zu", row->file, row->line, count, cells);
    for (size_t cell = 0; cell < cells; cell++)
        row->cells[cell] = cut(line, '\t', &line);
    return true;
}

double gd_number_cell(const gd_tsv_row *row, size_t cell, double least, double most)
{
    char digits[32];
    geodist_text text = row->cells[cell];
    if (text.length && text.length < sizeof digits) {
        memcpy(digits, text.bytes, text.length);
        digits[text.length] = '\0';
        char *end;
        double number = strtod(digits, &end);
        if (*end == '\0' && number >= least && number <= most)
            return number;
    }
    gd_fail("%s:%zu: '%.*s' is no number from %.0f to %.0f", row->file, row->line,
         (int)text.length, text.bytes, least, most);
}
