#include "route/phrase_text.h"

#include "text/slice.h"

bool gd_is_place(geodist_text text)
{
    geodist_place place;
    return geodist_find(text, &place, NULL) == GEODIST_OK;
}

bool gd_is_unknown(geodist_text text)
{
    geodist_place place;
    geodist_status status = geodist_find(text, &place, NULL);
    return status == GEODIST_UNKNOWN_NAME || status == GEODIST_UNKNOWN_QUALIFIER ||
           status == GEODIST_QUALIFIER_MISMATCH;
}

bool gd_is_word(geodist_text text, const char *word)
{
    size_t length = strlen(word);
    if (text.length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(text.bytes[i]) != word[i])
            return false;
    return true;
}

size_t gd_first_words(geodist_text text, geodist_text *words)
{
    size_t count = 0;
    for (size_t at = 0, end; at < text.length && count < PHRASE_WORDS_MAX; at = end) {
        for (; at < text.length && is_space(text.bytes[at]); at++)
            ;
        for (end = at; end < text.length && !is_space(text.bytes[end]); end++)
            ;
        if (end > at)
            words[count++] = slice(text, at, end - at);
    }
    return count;
}

phrase_fault gd_fault_at(const phrase *of, phrase_fault_kind kind, size_t first, size_t count)
{
    const geodist_text *begin = &of->texts[first], *last = begin + count - 1;
    geodist_text text = {begin->bytes, (size_t)(last->bytes - begin->bytes) + last->length};
    return (phrase_fault){.kind = kind, .first = first, .count = count, .text = text};
}

/* Whether nothing but blanks is between a text and the next: neither has quotes around it. */
static bool has_only_blanks_after(const geodist_text *text)
{
    for (const char *at = text->bytes + text->length; at < text[1].bytes; at++)
        if (!is_space(*at))
            return false;
    return true;
}

size_t gd_count_joinable(const phrase *of, size_t first)
{
    size_t count = 0;
    while (count < PHRASE_WORDS_MAX && first + count < of->count) {
        geodist_text next = of->texts[first + count];
        if (next.length == 0 || memchr(next.bytes, ',', next.length))
            break;
        count++;
        if (first + count == of->count || !has_only_blanks_after(&of->texts[first + count - 1]))
            break;
    }
    return count;
}
