/* A writer into memory, and what was written there as a string. */
#ifndef WRITTEN_H
#define WRITTEN_H

#include "output/writer.h"

static char written_bytes[1 << 16];
static writer written_out;

/* An empty writer. */
static inline writer *begin(void)
{
    written_out = gd_memory_writer(written_bytes, sizeof written_bytes);
    return &written_out;
}

/* What was written since begin(), ended by NUL. */
static inline const char *written(void)
{
    written_bytes[written_out.length] = '\0';
    return written_bytes;
}

#endif
