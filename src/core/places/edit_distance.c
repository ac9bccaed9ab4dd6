#include "places/edit_distance.h"

enum { FAR = GD_MOST_EDITS + 1 };

/* Keys are well-formed UTF-8: they come from the fold. */
static uint32_t code_point(const char *bytes, size_t *at)
{
    unsigned char lead = (unsigned char)bytes[(*at)++];
    if (lead < 0x80)
        return lead;
    unsigned following = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    uint32_t code = lead & (0x3fu >> following);
    while (following--)
        code = code << 6 | ((unsigned char)bytes[(*at)++] & 0x3f);
    return code;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* The cell for so many code points of the sought key, in a row; the cells beside the band
 * are FAR. */
static unsigned char *cell(gd_spelling *spelling, size_t row, size_t column)
{
    return &spelling->rows[row][column + 1];
}

void gd_spelling_start(gd_spelling *spelling, geodist_text sought)
{
    spelling->sought_length = 0;
    spelling->read_length = 0;
    for (size_t at = 0; at < sought.length;)
        spelling->sought[spelling->sought_length++] = code_point(sought.bytes, &at);
    memset(spelling->rows, FAR, sizeof spelling->rows);
    for (size_t column = 0; column < FAR && column <= spelling->sought_length; column++)
        *cell(spelling, 0, column) = (unsigned char)column;
}

/* Computes the row for one more code point, and gives the least distance in it. */
static unsigned next_row(gd_spelling *spelling, size_t row)
{
    uint32_t code = spelling->read[row - 1];
    size_t first = row > GD_MOST_EDITS ? row - GD_MOST_EDITS : 0;
    size_t last = row + GD_MOST_EDITS;
    unsigned nearest = FAR;
    if (last > spelling->sought_length)
        last = spelling->sought_length;
    for (size_t column = first; column <= last; column++) {
        unsigned edits = FAR;
        if (column > 0) {
            bool same = spelling->sought[column - 1] == code;
            edits = *cell(spelling, row - 1, column - 1) + (same ? 0u : 1u);
            if (column > first)
                edits = least(edits, *cell(spelling, row, column - 1) + 1u);
            if (!same && column > 1 && row > 1 && spelling->sought[column - 2] == code &&
                spelling->sought[column - 1] == spelling->read[row - 2])
                edits = least(edits, *cell(spelling, row - 2, column - 2) + 1u);
        }
        edits = least(edits, *cell(spelling, row - 1, column) + 1u);
        *cell(spelling, row, column) = (unsigned char)least(edits, FAR);
        nearest = least(nearest, edits);
    }
    return nearest;
}

unsigned gd_spelling_read(gd_spelling *spelling, geodist_text key, size_t shared,
                          size_t *hopeless)
{
    while (spelling->read_length && spelling->ends[spelling->read_length - 1] > shared)
        spelling->read_length--;
    size_t at = spelling->read_length ? spelling->ends[spelling->read_length - 1] : 0;
    *hopeless = 0;
    while (at < key.length) {
        spelling->read[spelling->read_length] = code_point(key.bytes, &at);
        spelling->ends[spelling->read_length++] = at;
        if (next_row(spelling, spelling->read_length) > GD_MOST_EDITS) {
            *hopeless = at;
            return FAR;
        }
    }
    size_t longer = spelling->read_length > spelling->sought_length
                        ? spelling->read_length - spelling->sought_length
                        : spelling->sought_length - spelling->read_length;
    return longer > GD_MOST_EDITS ? FAR
                                  : *cell(spelling, spelling->read_length, spelling->sought_length);
}
