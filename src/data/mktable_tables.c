#include "mktable_tables.h"

#include "text/slice.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void fail(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("geodist-mktable: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(EXIT_FAILURE);
}

void *resize(void *block, size_t bytes)
{
    void *given = realloc(block, bytes ? bytes : 1);
    if (!given)
        fail("out of memory for %zu bytes", bytes);
    return given;
}

void *reserve(size_t bytes)
{
    return resize(NULL, bytes);
}

table open_table(const char *folder, const char *name)
{
    size_t length = strlen(folder) + 1 + strlen(name) + 1;
    char *path = reserve(length);
    snprintf(path, length, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file)
        fail("cannot open %s: %s", path, strerror(errno));
    char *bytes = NULL;
    size_t size = 0, got;
    do {
        bytes = resize(bytes, size + 65536);
        got = fread(bytes + size, 1, 65536, file);
        size += got;
    } while (got);
    if (ferror(file))
        fail("cannot read %s: %s", path, strerror(errno));
    fclose(file);
    return (table){path, {bytes, size}, 0};
}

bool next_row(table *from, size_t cells, table_row *row)
{
    geodist_text line;
    do {
        if (!from->rest.length)
            return false;
        line = cut(from->rest, '\n', &from->rest);
        from->line++;
    } while (!line.length || line.bytes[0] == '#');

    *row = (table_row){.file = from->file, .line = from->line};
    size_t count = 1;
    for (size_t i = 0; i < line.length; i++)
        count += line.bytes[i] == '\t';
    if (count != cells)
        fail("%s:%zu: %zu cells, not %zu", row->file, row->line, count, cells);
    for (size_t cell = 0; cell < cells; cell++)
        row->cells[cell] = cut(line, '\t', &line);
    return true;
}

double number_cell(const table_row *row, size_t cell, double least, double most)
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
    fail("%s:%zu: '%.*s' is no number from %.0f to %.0f", row->file, row->line,
         (int)text.length, text.bytes, least, most);
}
