/* Compares bearings, waypoints and destinations on the sphere with quadruple precision over many
 * random lines, and prints the worst of each class in nm. Exit status 1 over the bar.
 *
 *     great_circle_precision [LINES A CLASS]
 *
 * For gcc with libquadmath. An error of a bearing counts as the miss at the other end: times the
 * sine of the arc. On arrival close to a pole a nanometre aside is a large angle, so there it
 * counts times the distance from the pole if that is less. Errors of bearings between points very
 * close together are also printed in degrees. */
#include <geodist.h>
#include <quadmath.h>
#include <stdio.h>
#include <stdlib.h>

#include "pairs.h"

typedef __float128 quad;

static const double bar_metres = 15e-9, bar_degrees = 1e-13;

/* ---- The reference: plain spherical trigonometry, with 113 bits ---------------------------- */

typedef struct {
    quad sin, cos;
} angle;

typedef struct {
    quad lat, lon; /* in degrees */
} point;

static const quad radius = (quad)GEODIST_MEAN_RADIUS;

static quad degree(void)
{
    return acosq(-1) / 180;
}

static angle angle_of(quad degrees)
{
    angle a;
    sincosq(remainderq(degrees, 360) * degree(), &a.sin, &a.cos);
    return a;
}

static point given(geodist_point p)
{
    return (point){p.lat, p.lon};
}

typedef struct {
    quad arc, initial, final; /* radians, degrees */
} line;

static line between(point from, point to)
{
    angle phi1 = angle_of(from.lat), phi2 = angle_of(to.lat), turn = angle_of(to.lon - from.lon);
    quad east1 = turn.sin * phi2.cos, east2 = turn.sin * phi1.cos;
    /* cos phi1 sin phi2 - sin phi1 cos phi2 cos turn, and so on, without cancellation. */
    angle half = angle_of(remainderq(to.lon - from.lon, 360) / 2);
    quad versine = 2 * half.sin * half.sin, difference = angle_of(to.lat - from.lat).sin;
    quad north1 = difference + phi1.sin * phi2.cos * versine;
    quad north2 = difference - phi1.cos * phi2.sin * versine;
    quad along = phi1.sin * phi2.sin + phi1.cos * phi2.cos * turn.cos;
    return (line){atan2q(sqrtq(east1 * east1 + north1 * north1), along),
                  atan2q(east1, north1) / degree(), atan2q(east2, north2) / degree()};
}

static point point_after(point from, quad bearing, quad arc, quad *final)
{
    angle phi = angle_of(from.lat), alpha = angle_of(bearing);
    quad s = sinq(arc), c = cosq(arc);
    quad ahead = phi.cos * c - phi.sin * alpha.cos * s, aside = alpha.sin * s;
    quad up = phi.sin * c + phi.cos * alpha.cos * s;
    *final = atan2q(alpha.sin * phi.cos, alpha.cos * phi.cos * c - phi.sin * s) / degree();
    return (point){atan2q(up, sqrtq(ahead * ahead + aside * aside)) / degree(),
                   from.lon + atan2q(aside, ahead) / degree()};
}

/* ---- The comparison ------------------------------------------------------------------------ */

typedef struct {
    quad initial, final, waypoint, destination, arriving;
    quad degrees; /* of the bearings between points close together, as angles */
} worst;

static void raise(quad *highest, quad value)
{
    if (!(value <= *highest)) /* NaN is the worst of all */
        *highest = value;
}

static quad miss(double actual, quad expected, quad arc)
{
    return fabsq(remainderq(actual - expected, 360)) * degree() * fabsq(sinq(arc)) * radius;
}

static quad apart(geodist_point actual, point expected)
{
    return between(given(actual), expected).arc * radius;
}

static void measure(worst *w, pair_class class, pair p, double fraction, double bearing)
{
    line truth = between(given(p.from), given(p.to));
    geodist_bearings found = geodist_bearings_between(geodist_sphere, p.from, p.to);
    raise(&w->initial, miss(found.initial, truth.initial, truth.arc));
    raise(&w->final, miss(found.final, truth.final, truth.arc));

    if (class == tiny_separation && truth.arc > 0)
        raise(&w->degrees, fmaxq(fabsq(remainderq(found.initial - truth.initial, 360)),
                                 fabsq(remainderq(found.final - truth.final, 360))));

    quad unused;
    point there = point_after(given(p.from), truth.initial, fraction * truth.arc, &unused);
    if (truth.arc < acosq(-1) - 1e-18Q) /* nearer to the antipode the reference has no direction */
        raise(&w->waypoint, apart(geodist_waypoint(geodist_sphere, p.from, p.to, fraction), there));

    quad final;
    double metres = (double)(truth.arc * radius), arriving;
    there = point_after(given(p.from), bearing, metres / radius, &final);
    raise(&w->destination,
          apart(geodist_destination(geodist_sphere, p.from, bearing, metres, &arriving), there));
    quad from_pole = acosq(-1) / 2 - fabsq(there.lat) * degree();
    raise(&w->arriving, miss(arriving, final, fminq(fabsq(sinq(metres / radius)), from_pole)));
}

static bool is_over(const worst *w)
{
    quad bar = bar_metres;
    return !(w->initial <= bar && w->final <= bar && w->waypoint <= bar && w->destination <= bar &&
             w->arriving <= bar && w->degrees <= bar_degrees);
}

static double nanometres(quad metres)
{
    return (double)(metres * 1e9Q);
}

int main(int argc, char **argv)
{
    unsigned long lines = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
    bool over = false;
    printf("%-15s %10s %9s %9s %9s %12s %9s %9s\n", "class", "lines", "initial", "final",
           "waypoint", "destination", "arriving", "degrees");
    for (int class = 0; class < pair_classes; class ++) {
        worst w = {0};
        uint64_t state = 18850615u + (uint64_t)class;
        for (unsigned long i = 0; i < lines; i++) {
            pair p = random_pair((pair_class) class, &state);
            double fraction = random_between(&state, 0, 1);
            measure(&w, (pair_class) class, p, fraction, random_between(&state, 0, 360));
        }
        printf("%-15s %10lu %9.3f %9.3f %9.3f %12.3f %9.3f %9.2g\n", pair_class_names[class], lines,
               nanometres(w.initial), nanometres(w.final), nanometres(w.waypoint),
               nanometres(w.destination), nanometres(w.arriving), (double)w.degrees);
        fflush(stdout);
        over |= is_over(&w);
    }
    return over;
}
