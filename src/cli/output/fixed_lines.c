#include "output/fixed_lines.h"

#include "output/fixed_text.h"
#include "output/format_number.h"

void gd_spread_fixed_lines(fixed_lines *of, size_t count, int decimals)
{
    gd_digit_spreader *spread = gd_widest_digit_spreader();
    of->decimals = decimals;
    if (decimals > GD_FIXED_TEXT_DECIMALS)
        return;
    for (size_t start = 0, length; start < count; start += length) {
        length = count - start < GD_DIGIT_CHUNK ? count - start : GD_DIGIT_CHUNK;
        spread(of->numbers + start, length, power_of_ten((unsigned)decimals),
               &of->chunks[start / GD_DIGIT_CHUNK]);
    }
}

void gd_put_fixed_line(writer *out, const fixed_lines *of, size_t index)
{
    const digit_chunk *chunk = &of->chunks[index / GD_DIGIT_CHUNK];
    size_t i = index % GD_DIGIT_CHUNK;
    char *room = gd_reserve(out, GD_FIXED_TEXT_ROOM);
    if (room && of->decimals <= GD_FIXED_TEXT_DECIMALS && !is_doubtful(chunk->doubts[i])) {
        char *end =
            write_fixed(room, false, chunk->first[i], chunk->last[i], (unsigned)of->decimals);
        *end++ = '\n';
        gd_commit(out, (size_t)(end - room));
    } else {
        gd_put_fixed(out, of->numbers[index], of->decimals);
        gd_put(out, "\n");
    }
}
