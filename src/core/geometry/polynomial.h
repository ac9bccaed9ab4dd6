/* Polynomials by G. Estrin's scheme: coefficients are combined in pairs, then pairs of pairs, so
 * that few operations depend on the one before. c[0] + c[1] x + ...; xx is x^2, xxxx is x^4. */
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
