/* cmocka, and assertions about doubles, which cmocka 1.1.5 lacks. A failure prints both
 * values so that they can be read back exactly. */
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The same number: 0 and -0 differ, NaN equals NaN. */
#define assert_same(actual, expected) check_same(actual, expected, __FILE__, __LINE__)

/* |actual - expected| <= tolerance. */
#define assert_within(actual, expected, tolerance) \
    check_within(actual, expected, tolerance, __FILE__, __LINE__)

/* |actual - expected| <= tolerance |expected|. */
#define assert_relative(actual, expected, tolerance) \
    check_within(actual, expected, (tolerance) * fabs(expected), __FILE__, __LINE__)

#define assert_nan(actual) check_same(actual, NAN, __FILE__, __LINE__)

static inline void check_same(double actual, double expected, const char *file, int line)
{
    if (isnan(expected) ? isnan(actual)
                        : actual == expected && !signbit(actual) == !signbit(expected))
        return;
    print_error("%.17g is not %.17g\n", actual, expected);
    _fail(file, line);
}

static inline void check_within(double actual, double expected, double tolerance, const char *file,
                                int line)
{
    if (fabs(actual - expected) <= tolerance)
        return;
    print_error("%.17g is not within %g of %.17g\n", actual, tolerance, expected);
    _fail(file, line);
}

#endif
