#include "input/split_coordinates.h"

#include "input/byte_kinds.h"
#include "input/quotes.h"
#include "input/split_phrases.h"
#include "text/slice.h"

/* The numbers of a text of nothing else, with blanks or one comma between each two. 0 if there is a
 * comma too many: a cell of a table is empty. */
static size_t count_numbers(geodist_text text)
{
    size_t numbers = 0, at = skip(text, 0, BLANK), end;
    for (bool comma = false; at < text.length; at = end, numbers++) {
        end = skip(text, skip(text, at, NUMERIC), BLANK);
        comma = end < text.length && text.bytes[end] == ',';
        end = comma ? skip(text, end + 1, BLANK) : end;
        if (end < text.length ? text.bytes[end] == ',' : comma)
            return 0;
    }
    return numbers;
}

bool gd_split_numbers(geodist_text text, geodist_text *fields, size_t *count)
{
    size_t numbers = count_numbers(text), at = 0;
    if (numbers == 0 || numbers % 2)
        return false;
    for (size_t i = 0; i < numbers; i++) {
        size_t start = skip(text, at, BLANK | COMMA);
        at = skip(text, start, NUMERIC);
        geodist_text number = part(text, start, at);
        fields[i / 2] = i % 2 ? join(fields[i / 2], number) : number;
    }
    *count = numbers / 2;
    return true;
}

/* By its bytes: digits, signs, a point, an exponent. It may be out of range. */
static bool is_bare_number(geodist_text text)
{
    if (!text.length || !(kind_of(text.bytes[0]) & NUMERIC) ||
        !(kind_of(text.bytes[text.length - 1]) & NUMERIC))
        return false;
    for (size_t i = 0; i < text.length; i++)
        if (!(kind_of(text.bytes[i]) & NUMERIC) && (text.bytes[i] | 0x20) != 'e')
            return false;
    return true;
}

static geodist_text join_numbers(geodist_text lat, geodist_text lon, char **scratch)
{
    geodist_text made = {*scratch, lat.length + 1 + lon.length};
    memcpy(*scratch, lat.bytes, lat.length);
    (*scratch)[lat.length] = ',';
    memcpy(*scratch + lat.length + 1, lon.bytes, lon.length);
    *scratch += made.length;
    return made;
}

bool gd_pair_numbers(geodist_text *fields, size_t *count, char **scratch)
{
    enum { FEWEST = 4 };
    if (*count < FEWEST || *count % 2)
        return false;
    for (size_t i = 0; i < *count; i++)
        if (!is_bare_number(fields[i]))
            return false;
    for (size_t i = 0; i < *count; i += 2)
        fields[i / 2] = join_numbers(fields[i], fields[i + 1], scratch);
    *count /= 2;
    return true;
}

static bool is_coordinate(geodist_text text)
{
    geodist_point point;
    return geodist_parse_coordinate(text, &point, NULL) == GEODIST_OK;
}

bool gd_may_begin_with_coordinate(geodist_text text)
{
    geodist_text rest = trim(text);
    if (rest.length >= 4 && memchr("gG", rest.bytes[0], 2))
        return rest.bytes[3] == ':';
    if (rest.length >= 2 && memchr("NSEWnsew(", rest.bytes[0], 9))
        rest = trim(part(rest, 1, rest.length));
    return rest.length && (!(kind_of(rest.bytes[0]) & OTHER) || rest.bytes[0] == '\xE2');
}

bool gd_join_coordinates(geodist_text *words, size_t *count)
{
    size_t alone = 0, pairs = 0;
    while (alone < *count && is_coordinate(words[alone]))
        alone++;
    if (alone == *count)
        return *count > 0;
    if (*count % 2)
        return false;
    while (pairs < *count && is_coordinate(join(words[pairs], words[pairs + 1])))
        pairs += 2;
    if (pairs < *count)
        return false;
    for (size_t i = 0; i < *count; i += 2)
        words[i / 2] = join(words[i], words[i + 1]);
    *count /= 2;
    return true;
}

/* The number of words, up to three, that are a coordinate with a comma. If there are several, one
 * must have a point, a letter or a sign of degrees: "2, 3" may be part of an address. 0 if none. */
static size_t count_coordinate_words(const geodist_text *words, size_t count)
{
    for (size_t taken = 1; taken <= 3 && taken <= count; taken++) {
        geodist_text text = join(words[0], words[taken - 1]);
        if (!memchr(text.bytes, ',', text.length) || !is_coordinate(text))
            continue;
        return taken == 1 || kinds_in(text) & OTHER || memchr(text.bytes, '.', text.length) ? taken
                                                                                            : 0;
    }
    return 0;
}

size_t gd_join_coordinate_words(geodist_text *words, size_t *count, bool *other_commas)
{
    size_t coordinates = 0, kept = 0;
    *other_commas = false;
    for (size_t i = 0, taken; i < *count; i += taken) {
        geodist_text word = words[i];
        taken = count_coordinate_words(words + i, *count - i);
        coordinates += taken > 0;
        if (taken == 0) {
            taken = 1;
            if (word.length && word.bytes[0] != '"' && memchr(word.bytes, ',', word.length))
                *other_commas = true;
        }
        words[kept++] = join(word, words[i + taken - 1]);
    }
    *count = kept;
    return coordinates;
}

bool gd_split_mixed(geodist_text line, geodist_text *fields, size_t *count, char **scratch)
{
    bool other_commas;
    *count = gd_find_words(line, fields);
    if (!gd_join_coordinate_words(fields, count, &other_commas) || other_commas || *count < 2)
        return false;
    for (size_t i = 0; i < *count; i++)
        fields[i] = gd_unquote_field(fields[i], scratch);
    return true;
}
