/* Compares bearings, waypoints and destinations on the sphere with quadruple precision over many
 * random ways, and prints the worst of each class in nm. Exit status 1 over the bar.
 *
 *     great_circle_precision [WAYS A CLASS]
 *
 * For gcc with libquadmath. An error of a bearing counts as the miss at the other end: times the
 * sine of the arc. On arrival close to a pole a nanometre aside is a large angle, so there it
 * counts times the distance from the pole if that is less. */
#include <geodist.h>
#include <quadmath.h>
#include <stdio.h>
#include <stdlib.h>

#include "pairs.h"

typedef __float128 quad;

static const double bar_metres = 15e-9;

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
} way;

static way between(point from, point to)
{
    angle phi1 = angle_of(from.lat), phi2 = angle_of(to.lat), turn = angle_of(to.lon - from.lon);
    quad east1 = turn.sin * phi2.cos, east2 = turn.sin * phi1.cos;
    quad north1 = phi1.cos * phi2.sin - phi1.sin * phi2.cos * turn.cos;
    quad north2 = phi1.cos * phi2.sin * turn.cos - phi1.sin * phi2.cos;
    quad along = phi1.sin * phi2.sin + phi1.cos * phi2.cos * turn.cos;
    return (way){atan2q(sqrtq(east1 * east1 + north1 * north1), along),
                 atan2q(east1, north1) / degree(), atan2q(east2, north2) / degree()};
}

static point travelled(point from, quad bearing, quad arc, quad *final)
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

static void measure(worst *w, pair p, double fraction, double bearing)
{
    way truth = between(given(p.from), given(p.to));
    geodist_bearings found = geodist_bearings_between(p.from, p.to);
    raise(&w->initial, miss(found.initial, truth.initial, truth.arc));
    raise(&w->final, miss(found.final, truth.final, truth.arc));

    quad unwanted;
    point there = travelled(given(p.from), truth.initial, fraction * truth.arc, &unwanted);
    if (truth.arc < acosq(-1) - 1e-28Q) /* to an antipode every way is as short */
        raise(&w->waypoint, apart(geodist_waypoint(p.from, p.to, fraction), there));

    quad final;
    double metres = (double)(truth.arc * radius), arriving;
    there = travelled(given(p.from), bearing, metres / radius, &final);
    raise(&w->destination, apart(geodist_destination(p.from, bearing, metres, &arriving), there));
    quad from_pole = acosq(-1) / 2 - fabsq(there.lat) * degree();
    raise(&w->arriving, miss(arriving, final, fminq(fabsq(sinq(metres / radius)), from_pole)));
}

static bool is_over(const worst *w)
{
    quad bar = bar_metres;
    return !(w->initial <= bar && w->final <= bar && w->waypoint <= bar && w->destination <= bar &&
             w->arriving <= bar);
}

static double nanometres(quad metres)
{
    return (double)(metres * 1e9Q);
}

int main(int argc, char **argv)
{
    unsigned long ways = argc > 1 ? strtoul(argv[1], NULL, 10) : 100000;
    bool over = false;
    printf("%-15s %10s %9s %9s %9s %12s %9s\n", "class", "ways", "initial", "final", "waypoint",
           "destination", "arriving");
    for (int class = 0; class < pair_classes; class++) {
        worst w = {0};
        uint64_t state = 18850615u + (uint64_t)class;
        for (unsigned long i = 0; i < ways; i++) {
            pair p = random_pair((pair_class) class, &state);
            double fraction = random_between(&state, 0, 1);
            measure(&w, p, fraction, random_between(&state, 0, 360));
        }
        printf("%-15s %10lu %9.3f %9.3f %9.3f %12.3f %9.3f\n", pair_class_names[class], ways,
               nanometres(w.initial), nanometres(w.final), nanometres(w.waypoint),
               nanometres(w.destination), nanometres(w.arriving));
        fflush(stdout);
        over |= is_over(&w);
    }
    return over;
}
