/* A file descriptor -> runs of whole lines, in constant memory. */
#ifndef CLI_LINE_READER_H
#define CLI_LINE_READER_H

#include "input/split.h"
#include "route/name_cache.h"
#include "output/writer.h"

enum { READER_BYTES = (1 << 18) + LINE_MOST };

typedef struct {
    int file;
    int failure;        /* errno of the read that failed, or 0 */
    bool ended;         /* nothing is left to read */
    bool skipping;      /* the rest of a line that is too long is passed over */
    uint64_t taken;     /* bytes read so far */
    size_t handed;      /* bytes of the run handed out last, at the front */
    size_t length;      /* bytes in all */
    char bytes[READER_BYTES + CLI_SLACK];
} reader;

void cli_open_reader(reader *opened, int file);

/* The next lines, each ended by a newline but perhaps the last of the file; they may be
 * changed and last until the next call. Empty at the end of the file or after a failure. A
 * line longer than LINE_MOST comes as its first LINE_MOST + 1 bytes. Before it would wait
 * for input it flushes the sinks: whoever writes a line may be waiting for the answer. */
geodist_text cli_read_lines(reader *from, sink *out, sink *errors);

#endif
