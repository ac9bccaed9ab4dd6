/* gd_split_line() and gd_split_arguments() of any text. */
#include "fuzz.h"

#include "input/split.h"

typedef struct {
    char *line, *scratch;
    geodist_text *fields;
    split_status status;
    split_result result;
} split_text;

/* In blocks of exactly the size that the contract asks for. */
static split_text open_split(geodist_text text)
{
    split_text split = {.line = malloc(text.length ? text.length : 1),
                        .scratch = malloc(text.length ? text.length : 1),
                        .fields = malloc((text.length + 1) * sizeof *split.fields)};
    if (!split.line || !split.fields || !split.scratch)
        exit(2);
    if (text.length)
        memcpy(split.line, text.bytes, text.length);
    return split;
}

static void close_split(split_text *split)
{
    free(split->line);
    free(split->scratch);
    free(split->fields);
}

static split_text split_line(geodist_text text, split_mode mode)
{
    split_text split = open_split(text);
    geodist_text line = {split.line, text.length};
    split.status = gd_split_line(line, mode, split.fields, &(char *){split.scratch},
                                 &split.result);
    return split;
}

static bool is_in(geodist_text field, const char *from, const char *to)
{
    return field.bytes >= from && field.bytes + field.length <= to;
}

/* Fields lie one after the other in the text or, with doubled quotes, in the scratch; empty ones may
 * lie anywhere. */
static void check_fields(const split_text *split, size_t size)
{
    const char *in_line = split->line, *in_scratch = split->scratch;
    if (split->status != SPLIT_OK)
        return;
    REQUIRE(split->result.count <= size + 1);
    for (size_t i = 0; i < split->result.count; i++) {
        geodist_text field = split->fields[i];
        if (field.length == 0)
            continue;
        if (is_in(field, in_line, split->line + size)) {
            in_line = field.bytes + field.length;
        } else {
            REQUIRE(is_in(field, in_scratch, split->scratch + size));
            in_scratch = field.bytes + field.length;
        }
    }
}

static void check_same(const split_text *a, const split_text *b)
{
    REQUIRE(a->status == b->status);
    if (a->status != SPLIT_OK)
        return;
    REQUIRE(a->result.count == b->result.count);
    REQUIRE(a->result.at_blanks == b->result.at_blanks);
    REQUIRE(a->result.at_commas == b->result.at_commas);
    for (size_t i = 0; i < a->result.count; i++)
        REQUIRE(fuzz_same_text(a->fields[i], b->fields[i]));
}

static void check_mode(geodist_text text, split_mode mode)
{
    split_text first = split_line(text, mode), second = split_line(text, mode);
    check_fields(&first, text.length);
    check_same(&first, &second);
    close_split(&first);
    close_split(&second);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\r' || byte == '\v' || byte == '\f';
}

/* The words, joined by single blanks. Returns their number. */
static size_t join_words(geodist_text text, char *joined, size_t *length)
{
    size_t words = 0;
    *length = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (is_blank(text.bytes[i]))
            continue;
        if (i == 0 || is_blank(text.bytes[i - 1])) {
            if (words++)
                joined[(*length)++] = ' ';
        }
        joined[(*length)++] = text.bytes[i];
    }
    return words;
}

/* Without separators and quotes, a line and its words as arguments are split alike. A line has no
 * newline; an argument may be one. */
static void check_arguments(geodist_text text)
{
    for (size_t i = 0; i < text.length; i++)
        if (text.bytes[i] && strchr(",;\t\n\"'>\xE2", text.bytes[i]))
            return;
    char *joined = malloc(text.length + 1);
    size_t length;
    if (!joined)
        exit(2);
    size_t words = join_words(text, joined, &length);
    if (words > 1) {
        geodist_text line = {joined, length};
        split_text by_line = split_line(line, SPLIT_AUTO), by_words = open_split(line);
        size_t count = 0, start = 0;
        for (size_t i = 0; i <= length; i++)
            if (i == length || joined[i] == ' ') {
                by_words.fields[count++] = (geodist_text){by_words.line + start, i - start};
                start = i + 1;
            }
        by_words.status = gd_split_arguments((geodist_text){by_words.line, length}, by_words.fields,
                                             count, &(char *){by_words.scratch}, &by_words.result);
        check_fields(&by_words, length);
        check_same(&by_line, &by_words);
        close_split(&by_line);
        close_split(&by_words);
    }
    free(joined);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    geodist_text text = {(const char *)data, size};
    for (split_mode mode = SPLIT_AUTO; mode <= SPLIT_WORDS; mode++)
        check_mode(text, mode);
    check_arguments(text);
    return 0;
}
