/* Compares the great-circle distance with quadruple precision over many random pairs and
 * prints the worst of each class: haversine_precision [PAIRS A CLASS]. Exit status 1 over the bar.
 * For gcc with libquadmath. */
#include <geodist.h>
#include <quadmath.h>
#include <stdio.h>
#include <stdlib.h>

#include "pairs.h"

static const double bar_metres = 8e-9, bar_relative = 1e-15;

typedef struct {
    double metres, relative;
    unsigned long asymmetric, nan;
} worst;

/* Sine and cosine, with latitudes near a pole counted from the pole: at it the cosine is 0. */
static void sin_cos(__float128 degrees, __float128 *sine, __float128 *cosine)
{
    __float128 radian = acosq(-1) / 180;
    if (fabsq(degrees) <= 45) {
        sincosq(degrees * radian, sine, cosine);
    } else {
        sincosq((90 - fabsq(degrees)) * radian, cosine, sine);
        *sine = copysignq(*sine, degrees);
    }
}

/* By the arctangent of cross and dot product, not by the formula under test. Rounding is below
 * 1e-32 radians: 1e-16 nm, and 1e-21 relative at 1e-9 degrees. */
static __float128 reference(pair p)
{
    __float128 s1, c1, s2, c2, s, c;
    sin_cos(p.from.lat, &s1, &c1);
    sin_cos(p.to.lat, &s2, &c2);
    sincosq(remainderq((__float128)p.to.lon - p.from.lon, 360) * (acosq(-1) / 180), &s, &c);
    __float128 x = c2 * s, y = c1 * s2 - s1 * c2 * c;
    return (__float128)GEODIST_MEAN_RADIUS * atan2q(sqrtq(x * x + y * y), s1 * s2 + c1 * c2 * c);
}

static worst measure(pair_class class, unsigned long pairs)
{
    worst w = {0};
    uint64_t state = 20240229u + (uint64_t)class;
    for (unsigned long i = 0; i < pairs; i++) {
        pair p = random_pair(class, &state);
        double distance = geodist_distance(geodist_sphere, p.from, p.to);
        double back = geodist_distance(geodist_sphere, p.to, p.from);
        w.asymmetric += memcmp(&distance, &back, sizeof back) != 0;
        if (isnan(distance)) {
            w.nan++;
            continue;
        }
        __float128 truth = reference(p);
        double error = (double)fabsq(distance - truth);
        w.metres = fmax(w.metres, error);
        if (error > 0)
            w.relative = fmax(w.relative, error / (double)truth);
    }
    return w;
}

int main(int argc, char **argv)
{
    unsigned long pairs = argc > 1 ? strtoul(argv[1], NULL, 10) : 200000;
    bool over = false;
    printf("%-15s %10s %12s %12s %10s %5s\n", "class", "pairs", "max abs nm", "max rel",
           "asymmetric", "NaN");
    for (int class = 0; class < pair_classes; class ++) {
        worst w = measure((pair_class) class, pairs);
        printf("%-15s %10lu %12.3f %12.3g %10lu %5lu\n", pair_class_names[class], pairs,
               w.metres * 1e9, w.relative, w.asymmetric, w.nan);
        fflush(stdout);
        over |= w.metres > bar_metres || w.relative > bar_relative || w.asymmetric || w.nan;
    }
    return over;
}
