#include "mktable_name_pool.h"

#include "mktable_tsv.h"
#include "table/table.h"

#include <stdlib.h>

void gd_pool_name(gd_name_pool *pool, geodist_text name)
{
    if (name.length == 0)
        return; /* number 0 */
    if (name.length > GD_NAME_LENGTH_MAX || memchr(name.bytes, 0, name.length))
        gd_fail("cannot store a name of %zu bytes: '%.*s'", name.length, (int)name.length,
                name.bytes);
    if (pool->count == pool->room) {
        pool->room = pool->room ? 2 * pool->room : 4096;
        pool->names = gd_resize(pool->names, pool->room * sizeof *pool->names);
    }
    pool->names[pool->count++] = name;
}

/* Compares from the last byte to the first, so that the ends of a name come right before it. */
static int by_end(const void *left, const void *right)
{
    geodist_text a = *(const geodist_text *)left, b = *(const geodist_text *)right;
    while (a.length && b.length) {
        int order = (unsigned char)a.bytes[--a.length] - (unsigned char)b.bytes[--b.length];
        if (order)
            return order;
    }
    return (a.length > b.length) - (a.length < b.length);
}

static bool is_end_of(geodist_text end, geodist_text name)
{
    return end.length <= name.length &&
           memcmp(name.bytes + name.length - end.length, end.bytes, end.length) == 0;
}

static size_t without_repeats(geodist_text *names, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (!kept || by_end(&names[kept - 1], &names[i]) != 0)
            names[kept++] = names[i];
    return kept;
}

void gd_lay_out_names(gd_name_pool *pool)
{
    qsort(pool->names, pool->count, sizeof *pool->names, by_end);
    pool->count = without_repeats(pool->names, pool->count);
    pool->numbers = gd_reserve(pool->count * sizeof *pool->numbers);
    gd_put_number(&pool->text, 0, 1); /* the empty name */
    size_t end = 0;                   /* of the last name laid out */
    for (size_t i = pool->count; i-- > 0;) {
        geodist_text name = pool->names[i];
        if (i + 1 == pool->count || !is_end_of(name, pool->names[i + 1])) {
            gd_put(&pool->text, name.bytes, name.length);
            end = pool->text.length;
            gd_put_number(&pool->text, 0, 1);
        }
        if (pool->text.length >> GD_NAME_AT_BITS)
            gd_fail("too many names");
        pool->numbers[i] =
            (uint32_t)(end - name.length) | (uint32_t)name.length << GD_NAME_AT_BITS;
    }
}

uint32_t gd_name_number(const gd_name_pool *pool, geodist_text name)
{
    if (name.length == 0)
        return 0;
    const geodist_text *found =
        bsearch(&name, pool->names, pool->count, sizeof *pool->names, by_end);
    if (!found)
        gd_fail("the name '%.*s' is not in the table", (int)name.length, name.bytes);
    return pool->numbers[found - pool->names];
}
