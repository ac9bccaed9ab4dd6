/* A strict reader of JSON (RFC 8259), for text without white space between tokens. */
#ifndef JSON_H
#define JSON_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline const char *json_skip_string(const char *at)
{
    if (*at++ != '"')
        return NULL;
    for (; *at != '"'; at++) {
        if ((unsigned char)*at < 0x20)
            return NULL;
        if (*at != '\\')
            continue;
        at++;
        if (!*at || !strchr("\"\\/bfnrtu", *at))
            return NULL;
        if (*at == 'u' && strspn(at + 1, "0123456789abcdefABCDEF") < 4)
            return NULL;
    }
    return at + 1;
}

static inline const char *json_skip_digits(const char *at)
{
    size_t digits = strspn(at, "0123456789");
    return digits ? at + digits : NULL;
}

/* Finite, without leading zeros, never "-0". */
static inline const char *json_skip_number(const char *at)
{
    const char *digits = at + (*at == '-'), *end = json_skip_digits(digits);
    if (!end || (*digits == '0' && end > digits + 1))
        return NULL;
    if (*end == '.')
        end = json_skip_digits(end + 1);
    double value = strtod(at, NULL);
    return isfinite(value) && !(value == 0 && *at == '-') ? end : NULL;
}

static inline const char *json_skip(const char *at);

static inline const char *json_skip_items(const char *at, char end, int with_keys)
{
    if (*at == end)
        return at + 1;
    for (;; at++) {
        if (with_keys) {
            at = json_skip_string(at);
            if (!at || *at++ != ':')
                return NULL;
        }
        at = json_skip(at);
        if (!at || *at != ',')
            return at && *at == end ? at + 1 : NULL;
    }
}

/* The position after the value, or NULL if it is not one. */
static inline const char *json_skip(const char *at)
{
    static const char *const words[] = {"null", "true", "false"};
    if (*at == '{')
        return json_skip_items(at + 1, '}', 1);
    if (*at == '[')
        return json_skip_items(at + 1, ']', 0);
    if (*at == '"')
        return json_skip_string(at);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strncmp(at, words[i], strlen(words[i])) == 0)
            return at + strlen(words[i]);
    return json_skip_number(at);
}

/* Whether the text is one value and what follows. */
static inline int is_json(const char *text, const char *rest)
{
    const char *end = json_skip(text);
    return end && strcmp(end, rest) == 0;
}

/* The value of a member of a well-formed object; NULL if there is none, and then for every key. */
static inline const char *json_member(const char *object, const char *key)
{
    size_t length = strlen(key);
    if (!object || *object != '{')
        return NULL;
    for (const char *at = object; *at == '{' || *at == ',';) {
        const char *name = at + 1;
        if (*name == '}')
            return NULL;
        const char *value = json_skip_string(name) + 1;
        if (strncmp(name + 1, key, length) == 0 && name[length + 1] == '"')
            return value;
        at = json_skip(value);
    }
    return NULL;
}

/* The item of a well-formed array, or NULL beyond its end. */
static inline const char *json_item(const char *array, size_t index)
{
    if (!array || *array != '[' || array[1] == ']')
        return NULL;
    const char *at = array + 1;
    for (; index > 0; index--) {
        at = json_skip(at);
        if (*at++ != ',')
            return NULL;
    }
    return at;
}

static inline size_t json_count(const char *array)
{
    size_t count = 0;
    while (json_item(array, count))
        count++;
    return count;
}

/* Whether the value begins with these bytes. */
static inline int json_is(const char *value, const char *bytes)
{
    return value && strncmp(value, bytes, strlen(bytes)) == 0;
}

/* NaN for null. */
static inline double json_number(const char *value)
{
    return value && !json_is(value, "null") ? strtod(value, NULL) : NAN;
}

/* The keys of a well-formed object in their order, each followed by a blank. */
static inline const char *json_keys(const char *object, char *room)
{
    char *to = room;
    for (const char *at = object; (*at == '{' || *at == ',') && at[1] != '}';) {
        const char *end = json_skip_string(at + 1);
        to += sprintf(to, "%.*s ", (int)(end - at - 3), at + 2);
        at = json_skip(end + 1);
    }
    *to = '\0';
    return room;
}

#endif
