/* Reading from a file descriptor. */
#ifndef CLI_INPUT_FILE_H
#define CLI_INPUT_FILE_H

#include "output/writer.h"

typedef struct {
    int file;
    int failure;    /* errno of the read that failed, or 0 */
    bool ended;     /* at the end of the file, or after a failure */
    uint64_t taken; /* number of bytes read so far */
} input_file;

/* Reads once into `bytes`. Returns how many bytes were read: 0 only at the end of the file or after
 * a failure. Before it would wait for input it flushes the writers, which may be NULL, as whoever
 * writes the input may be waiting for the answer. */
size_t gd_read_input(input_file *from, char *bytes, size_t capacity, writer *out, writer *errors);

/* Removes a UTF-8 byte-order mark from the start of the first bytes of an input. */
geodist_text gd_skip_byte_order_mark(geodist_text first_bytes);

/* Whether the first bytes of an input are a UTF-16 byte-order mark, and what to say then. */
bool gd_is_utf16(geodist_text first_bytes);
#define GD_UTF16_MESSAGE                                                                           \
    "geodist: the input is UTF-16; convert it to UTF-8, such as with iconv -f utf-16 -t utf-8\n"

#endif
