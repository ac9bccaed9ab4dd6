/* Polynomials by G. Estrin's scheme: pairs, pairs of pairs and so on, so that little waits for what
 * is before it. */
#ifndef GD_POLYNOMIAL_H
#define GD_POLYNOMIAL_H

static inline double polynomial_4(double x, double xx, const double c[4])
{
    return (c[0] + x * c[1]) + xx * (c[2] + x * c[3]);
}

static inline double polynomial_8(double x, double xx, double xxxx, const double c[8])
{
    return polynomial_4(x, xx, c) + xxxx * polynomial_4(x, xx, c + 4);
}

#endif
