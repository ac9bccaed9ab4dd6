/* Compares geodesics on WGS84 with quadruple precision over many random pairs, or with the answers
 * of another program, and prints the worst of each class. Exit status 1 over the bar.
 *
 *     ellipsoid_precision [PAIRS A CLASS]
 *     ellipsoid_precision - <FILE     (of lines "lat1 lon1 lat2 lon2 metres [bearing1 bearing2]")
 *
 * For gcc with libquadmath. */
#include <geodist.h>
#include <quadmath.h>
#include <stdio.h>
#include <stdlib.h>

#include "geometry/ellipsoid.h"
#include "pairs.h"

typedef __float128 quad;

static const double bar_metres = 15e-9, bar_degrees = 1e-12;

/* ---- The reference ---------------------------------------------------------------------- */

/* Not by the series under test: the integrals (7), (8) and (40) of Karney (2013) are taken by
 * Gauss-Legendre quadrature, which errs by less than 1e-30, and the azimuth is bisected for
 * where Newton's method would leave its bounds. In the canonical order there is one root. */
enum { nodes = 26 };

static quad node[nodes], weight[nodes];
static quad a, b, f, second_e_squared, pi_q;

typedef struct {
    quad sin, cos;
} angle;

typedef struct {
    quad i1, i3, j;
} integrals;

typedef struct {
    quad metres, bearing1, bearing2; /* degrees */
    quad reduced_length, sin_arc;
    bool tied; /* the bearings of two lines of one length may be swapped */
    bool flat; /* exact however small the distance is; otherwise within 1e-27 m */
} answer;

static void prepare(void)
{
    pi_q = acosq(-1);
    a = 6378137;
    f = 1 / 298.257223563Q;
    b = a * (1 - f);
    second_e_squared = f * (2 - f) / ((1 - f) * (1 - f));
    for (int i = 0; i < nodes; i++) { /* the roots of the Legendre polynomial */
        quad x = cosq(pi_q * (i + 0.75Q) / (nodes + 0.5Q)), slope = 0;
        for (int round = 0; round < 10; round++) {
            quad p = 1, before = 0;
            for (int n = 1; n <= nodes; n++) {
                quad next = ((2 * n - 1) * x * p - (n - 1) * before) / n;
                before = p;
                p = next;
            }
            slope = nodes * (x * p - before) / (x * x - 1);
            x -= p / slope;
        }
        node[i] = x;
        weight[i] = 2 / ((1 - x * x) * slope * slope);
    }
}

static quad squared_q(quad x)
{
    return x * x;
}

/* Angles near 90 degrees are counted from there: the cosine of 90 is 0. */
static angle angle_of(quad degrees)
{
    quad quarter = rintq(degrees / 90), rest = (degrees - 90 * quarter) * (pi_q / 180), s, c;
    sincosq(rest, &s, &c);
    switch ((int)quarter & 3) {
    case 0:
        return (angle){s, c};
    case 1:
        return (angle){c, -s};
    case 2:
        return (angle){-s, -c};
    default:
        return (angle){-c, s};
    }
}

static angle unit(quad sine, quad cosine)
{
    quad length = sqrtq(sine * sine + cosine * cosine);
    return (angle){sine / length, cosine / length};
}

static angle reduced_latitude(quad lat)
{
    angle phi = angle_of(lat);
    return unit((1 - f) * phi.sin, phi.cos);
}

static integrals integrate(quad sigma1, quad sigma2, quad k_squared)
{
    integrals sum = {0, 0, 0};
    quad half = (sigma2 - sigma1) / 2, middle = (sigma2 + sigma1) / 2;
    for (int i = 0; i < nodes; i++) {
        quad wave = k_squared * squared_q(sinq(middle + half * node[i]));
        quad root = sqrtq(1 + wave);
        sum.i1 += weight[i] * half * root;
        sum.i3 += weight[i] * half * (2 - f) / (1 + (1 - f) * root);
        sum.j += weight[i] * half * wave / root;
    }
    return sum;
}

typedef struct {
    angle beta1, beta2, alpha1, alpha2;
    quad lambda12, metres, reduced_length, sin_arc;
} line;

/* The geodesic that leaves beta1 at the azimuth alpha1 and arrives at beta2 going north. */
static line line_by_azimuth(angle beta1, angle beta2, angle alpha1)
{
    line g = {.beta1 = beta1, .beta2 = beta2, .alpha1 = alpha1};
    quad sin_alpha0 = alpha1.sin * beta1.cos, along1 = alpha1.cos * beta1.cos;
    quad k_squared = second_e_squared * (squared_q(along1) + squared_q(beta1.sin));
    quad more = beta1.sin < -0.9Q && beta2.sin < -0.9Q
                    ? (beta2.cos - beta1.cos) * (beta2.cos + beta1.cos)
                    : (beta1.sin - beta2.sin) * (beta1.sin + beta2.sin);
    quad along2 = sqrtq(squared_q(along1) + (more > 0 ? more : 0));
    g.alpha2 = unit(sin_alpha0, along2);
    angle s1 = unit(beta1.sin, along1), s2 = unit(beta2.sin, along2);
    quad sine = s2.sin * s1.cos - s1.sin * s2.cos, cosine = s2.cos * s1.cos + s1.sin * s2.sin;
    quad sigma1 = atan2q(s1.sin, s1.cos), sigma12 = atan2q(sine > 0 ? sine : 0, cosine);
    quad omega12 = atan2q(sin_alpha0 * (sine > 0 ? sine : 0),
                          s2.cos * s1.cos + squared_q(sin_alpha0) * s1.sin * s2.sin);
    integrals in = integrate(sigma1, sigma1 + sigma12, k_squared);
    g.lambda12 = omega12 - f * sin_alpha0 * in.i3;
    g.metres = b * in.i1;
    g.sin_arc = sine;
    g.reduced_length = b * (sqrtq(1 + second_e_squared * squared_q(beta2.sin)) * s1.cos * s2.sin -
                            sqrtq(1 + second_e_squared * squared_q(beta1.sin)) * s1.sin * s2.cos -
                            s1.cos * s2.cos * in.j);
    return g;
}

static line line_over(angle beta1, angle beta2, quad lambda12)
{
    angle low = {0, 1}, high = {0, -1}, lambda = {sinq(lambda12), cosq(lambda12)};
    angle alpha1 =
        unit(beta2.cos * lambda.sin, beta1.cos * beta2.sin - beta1.sin * beta2.cos * lambda.cos);
    line g;
    for (int i = 0; i < 400; i++) {
        if (beta1.sin == 0 && alpha1.cos == 0)
            alpha1.cos = -1e-100Q;
        g = line_by_azimuth(beta1, beta2, alpha1);
        quad v = g.lambda12 - lambda12;
        quad slope = g.reduced_length / (a * g.alpha2.cos * beta2.cos), change = -v / slope;
        if (fabsq(v) < 1e-33Q)
            break;
        *(v > 0 ? &high : &low) = alpha1;
        angle next = unit(alpha1.sin + alpha1.cos * change, alpha1.cos - alpha1.sin * change);
        if (!(slope > 0 && low.cos * next.sin - low.sin * next.cos > 0 &&
              next.cos * high.sin - next.sin * high.cos > 0))
            next =
                low.cos == -high.cos ? (angle){1, 0} : unit(low.sin + high.sin, low.cos + high.cos);
        if (next.sin == alpha1.sin && next.cos == alpha1.cos)
            break;
        alpha1 = next;
    }
    return g;
}

/* Points so close together that the ellipsoid is flat between them, with the radii of curvature and
 * the convergence of the meridians in the middle: errors are below 1e-20 of the distance. */
static answer flat_reference(pair p, quad lat12, quad lon12)
{
    quad radian = pi_q / 180, e_squared = f * (2 - f);
    quad sine = sinq(((quad)p.from.lat + p.to.lat) / 2 * radian);
    quad w = sqrtq(1 - e_squared * sine * sine);
    quad north = a * (1 - e_squared) / (w * w * w) * (lat12 * radian);
    quad east = a / w * sqrtq(1 - sine * sine) * (lon12 * radian);
    quad metres = sqrtq(north * north + east * east), bearing = atan2q(east, north) / radian;
    return (answer){.metres = metres,
                    .bearing1 = bearing - lon12 / 2 * sine,
                    .bearing2 = bearing + lon12 / 2 * sine,
                    .reduced_length = metres,
                    .sin_arc = metres / a,
                    .flat = true};
}

static answer reference(pair p)
{
    quad turn = remainderq((quad)p.to.lon - p.from.lon, 360), lat12 = (quad)p.to.lat - p.from.lat;
    if (fabsq(turn) < 1e-9Q && fabsq(lat12) < 1e-9Q && fabs(p.from.lat) < 80)
        return flat_reference(p, lat12, turn);
    bool swapped = fabs(p.from.lat) < fabs(p.to.lat);
    double first = swapped ? p.to.lat : p.from.lat, second = swapped ? p.from.lat : p.to.lat;
    int south = first > 0 ? -1 : 1, east = turn < 0 && turn > -180 ? -1 : 1;
    angle beta1 = reduced_latitude(south * first), beta2 = reduced_latitude(south * second);
    quad lambda12 = fabsq(turn) * (pi_q / 180);
    line g;
    if (beta1.sin == 0 && lambda12 <= (1 - f) * pi_q) {
        g = (line){.alpha1 = {1, 0},
                   .alpha2 = {1, 0},
                   .metres = a * lambda12,
                   .reduced_length = b * sinq(lambda12 / (1 - f)),
                   .sin_arc = sinq(lambda12 / (1 - f))};
    } else if (turn == 0 || beta1.cos == 0) {
        quad lambda = beta1.cos == 0 ? lambda12 : 0;
        g = line_by_azimuth(beta1, beta2, (angle){0, 1});
        g.alpha1 = (angle){sinq(lambda), cosq(lambda)};
    } else if (fabsq(turn) == 180) {
        g = line_by_azimuth(beta1, beta2, (angle){0, -1});
    } else {
        g = line_over(beta1, beta2, lambda12);
    }
    quad over = swapped ? -south : south;
    angle leave = swapped ? g.alpha2 : g.alpha1, arrive = swapped ? g.alpha1 : g.alpha2;
    return (answer){
        .metres = g.metres,
        .bearing1 = atan2q(east * leave.sin, over * leave.cos) * (180 / pi_q),
        .bearing2 = atan2q(east * arrive.sin, over * arrive.cos) * (180 / pi_q),
        .reduced_length = g.reduced_length,
        .sin_arc = g.sin_arc,
        .tied = p.from.lat == -p.to.lat,
    };
}

/* How far, in metres, a point is from the true end of a geodesic, and the true final bearing. */
static quad missed_by(geodist_point from, quad bearing, quad metres, geodist_point to, quad *final)
{
    angle beta1 = reduced_latitude(from.lat), alpha1 = angle_of(remainderq(bearing, 360));
    quad sin_alpha0 = alpha1.sin * beta1.cos;
    quad cos_alpha0 = sqrtq(squared_q(alpha1.cos) + squared_q(alpha1.sin * beta1.sin));
    quad k_squared = second_e_squared * squared_q(cos_alpha0);
    quad sigma1 = atan2q(beta1.sin, alpha1.cos * beta1.cos), sigma12 = metres / b;
    integrals in = {0, 0, 0};
    for (int i = 0; i < 8; i++) {
        in = integrate(sigma1, sigma1 + sigma12, k_squared);
        sigma12 -= (in.i1 - metres / b) / sqrtq(1 + k_squared * squared_q(sinq(sigma1 + sigma12)));
    }
    in = integrate(sigma1, sigma1 + sigma12, k_squared);
    angle s1 = {sinq(sigma1), cosq(sigma1)}, s2 = {sinq(sigma1 + sigma12), cosq(sigma1 + sigma12)};
    if (beta1.cos == 0)
        s1 = (angle){beta1.sin, 0};
    quad omega12 = atan2q(sin_alpha0 * s2.sin, s2.cos) - atan2q(sin_alpha0 * s1.sin, s1.cos);
    if (beta1.cos == 0) /* from a pole along a meridian: beta1.cos is lost in alpha0 */
        omega12 = (beta1.sin > 0 ? pi_q - bearing * (pi_q / 180) : bearing * (pi_q / 180));
    quad lon = from.lon + (omega12 - f * sin_alpha0 * in.i3) * (180 / pi_q);
    quad sin_beta = cos_alpha0 * s2.sin, cos_beta = sqrtq(1 - squared_q(sin_beta));
    cos_beta = sqrtq(squared_q(sin_alpha0) + squared_q(cos_alpha0 * s2.cos));
    quad lat = atan2q(sin_beta, (1 - f) * cos_beta) * (180 / pi_q);
    /* Counted from the meridian of the point given, which near a pole is another one. */
    *final = atan2q(sin_alpha0, cos_alpha0 * s2.cos) * (180 / pi_q) +
             remainderq(to.lon - lon, 360) * sinq(lat * (pi_q / 180));
    quad north = (to.lat - lat) * (pi_q / 180) * a;
    quad east = remainderq(to.lon - lon, 360) * (pi_q / 180) * a * cos_beta;
    return sqrtq(north * north + east * east);
}

/* ---- Measuring -------------------------------------------------------------------------- */

typedef struct {
    unsigned long pairs, asymmetric, nan, steps;
    int most_steps;
    double metres, relative, azimuth, azimuth_sine, destination, waypoint, final, returned;
    double degrees; /* error of the azimuths between points close together, as angles */
} worst;

static void raise(double *most, quad error)
{
    *most = fmax(*most, (double)error);
}

static quad angle_between(quad degrees1, quad degrees2)
{
    return fabsq(remainderq(degrees1 - degrees2, 360)) * (pi_q / 180);
}

static quad least(quad x, quad y)
{
    return x < y ? x : y;
}

static void measure_bearings(worst *w, geodist_bearings ours, const answer *truth)
{
    quad error1 = angle_between(ours.initial, truth->bearing1);
    quad error2 = angle_between(ours.final, truth->bearing2);
    if (truth->tied) {
        error1 = least(error1, angle_between(ours.initial, truth->bearing2));
        error2 = least(error2, angle_between(ours.final, truth->bearing1));
    }
    quad error = error1 > error2 ? error1 : error2;
    raise(&w->azimuth, error * fabsq(truth->reduced_length));
    raise(&w->azimuth_sine, error * fabsq(truth->sin_arc) * a);
    if (truth->flat && truth->metres > 1e-300Q)
        raise(&w->degrees, error * (180 / pi_q));
}

/* How far a waypoint is from that of the true line. Near antipodes the direction of the true line
 * is not determined well enough for that; there it is how wrong the distances to the two ends are.
 */
static void measure_waypoint(worst *w, pair p, geodist_bearings ours, const answer *truth)
{
    const double fraction = 0.375;
    geodist_point point = geodist_waypoint(geodist_wgs84, p.from, p.to, fraction);
    if (truth->metres > 1.9e7Q) {
        quad first = reference((pair){p.from, point}).metres;
        quad second = reference((pair){point, p.to}).metres;
        raise(&w->waypoint, fabsq(first - fraction * truth->metres));
        raise(&w->waypoint, fabsq(second - (1 - fraction) * truth->metres));
        return;
    }
    quad unused, bearing = truth->bearing1, other = truth->bearing2;
    if (truth->tied && angle_between(ours.initial, other) < angle_between(ours.initial, bearing))
        bearing = other;
    raise(&w->waypoint, missed_by(p.from, bearing, truth->metres * fraction, point, &unused));
}

static void measure_destination(worst *w, pair p, geodist_bearings bearings, double metres,
                                const answer *truth)
{
    double final;
    quad true_final;
    geodist_point to = geodist_destination(geodist_wgs84, p.from, bearings.initial, metres, &final);
    raise(&w->destination, missed_by(p.from, bearings.initial, metres, to, &true_final));
    raise(&w->final, angle_between(final, true_final) *
                         fabsq(truth->sin_arc * cosq(to.lat * (pi_q / 180))) * a);
    raise(&w->returned, geodist_distance(geodist_wgs84, to, p.to));
}

static void measure(worst *w, pair p)
{
    gd_geodesic g = gd_wgs84_geodesic(p.from, p.to);
    double metres = geodist_distance(geodist_wgs84, p.from, p.to),
           back = geodist_distance(geodist_wgs84, p.to, p.from);
    w->pairs++;
    w->asymmetric += memcmp(&metres, &back, sizeof back) != 0;
    w->steps += (unsigned long)g.steps;
    w->most_steps = g.steps > w->most_steps ? g.steps : w->most_steps;
    if (isnan(metres)) {
        w->nan++;
        return;
    }
    answer truth = reference(p);
    quad error = fabsq(metres - truth.metres);
    raise(&w->metres, error);
    if (truth.metres > (truth.flat ? 0 : 1e-10Q))
        raise(&w->relative, error / truth.metres);
    geodist_bearings bearings = geodist_bearings_between(geodist_wgs84, p.from, p.to);
    measure_bearings(w, bearings, &truth);
    measure_destination(w, p, bearings, metres, &truth);
    measure_waypoint(w, p, bearings, &truth);
}

static bool print_worst(const char *name, const worst *w)
{
    printf("%-15s %8lu %8.2f %9.2g %9.2f %9.2f %9.2f %9.2f %9.2f %9.2f %9.2g %5.2f %4d %5lu %4lu\n",
           name, w->pairs, w->metres * 1e9, w->relative, w->azimuth * 1e9, w->azimuth_sine * 1e9,
           w->destination * 1e9, w->waypoint * 1e9, w->final * 1e9, w->returned * 1e9, w->degrees,
           (double)w->steps / (double)w->pairs, w->most_steps, w->asymmetric, w->nan);
    fflush(stdout);
    return w->metres > bar_metres || w->azimuth > bar_metres || w->destination > bar_metres ||
           w->waypoint > bar_metres || w->degrees > bar_degrees || w->final > bar_metres ||
           w->returned > 2 * bar_metres || w->asymmetric || w->nan;
}

enum { meridional = pair_classes, equatorial, antipodal_strip, classes };

static const char *class_name(int class)
{
    static const char *const more[] = {"meridional", "equatorial", "antipodal strip"};
    return class < pair_classes ? pair_class_names[class] : more[class - pair_classes];
}

static pair pair_of(int class, uint64_t *state)
{
    pair p = random_pair(class < pair_classes ? (pair_class) class : any_pair, state);
    uint64_t kind = random_bits(state);
    switch (class) {
    case meridional:
        p.to.lon = kind % 2 ? p.from.lon : p.from.lon > 0 ? p.from.lon - 180 : p.from.lon + 180;
        if (kind % 3 == 0)
            p.to = shifted(p.to, 0, random_shift(state, -15, -1));
        break;
    case equatorial:
        p.from.lat = kind % 2 ? 0 : random_shift(state, -15, -1);
        p.to.lat = kind % 2 ? 0 : random_shift(state, -15, -1);
        if (kind % 3 == 0)
            p.to.lon = p.from.lon + 180 - fabs(random_shift(state, -12, 0.1));
        break;
    case antipodal_strip: /* within the astroid and about it, where the cut is */
        p.to.lat = -p.from.lat;
        if (kind % 2)
            p.to = shifted(p.to, random_between(state, -1, 1), 0);
        p.to.lon = p.from.lon + 180 + random_between(state, -1, 1);
        break;
    default:
        break;
    }
    return p;
}

static int compare_with_quad(unsigned long pairs)
{
    bool over = false;
    for (int class = 0; class < classes; class ++) {
        worst w = {0};
        uint64_t state = 20130101u + (uint64_t)class;
        for (unsigned long i = 0; i < pairs; i++)
            measure(&w, pair_of(class, &state));
        over |= print_worst(class_name(class), &w);
    }
    return over;
}

static int compare_with_input(void)
{
    worst w = {0};
    char text[512];
    while (fgets(text, sizeof text, stdin)) {
        pair p;
        double metres, bearing1, bearing2;
        int fields = sscanf(text, "%lf %lf %lf %lf %lf %lf %lf", &p.from.lat, &p.from.lon,
                            &p.to.lat, &p.to.lon, &metres, &bearing1, &bearing2);
        if (fields < 5)
            continue;
        gd_geodesic g = gd_wgs84_geodesic(p.from, p.to);
        geodist_bearings bearings = geodist_bearings_between(geodist_wgs84, p.from, p.to);
        answer theirs = {.metres = metres,
                         .bearing1 = bearing1,
                         .bearing2 = bearing2,
                         .tied = p.from.lat == -p.to.lat};
        w.pairs++;
        w.steps += (unsigned long)g.steps;
        w.most_steps = g.steps > w.most_steps ? g.steps : w.most_steps;
        w.nan += isnan(g.metres) != 0;
        raise(&w.metres, fabs(g.metres - metres));
        if (metres > 0)
            raise(&w.relative, fabs(g.metres - metres) / metres);
        theirs.sin_arc = sinq(metres / b);
        theirs.reduced_length = reference(p).reduced_length;
        if (fields == 7)
            measure_bearings(&w, bearings, &theirs);
        measure_destination(&w, p, bearings, g.metres, &theirs);
    }
    return print_worst("input", &w);
}

int main(int argc, char **argv)
{
    prepare();
    printf(
        "Largest errors in nm: of the distance, absolute and relative; of the azimuths as the "
        "miss\n"
        "at the other end (times reduced length) and times sine of arc; of destinations; of\n"
        "waypoints; of the final bearings of destinations; of the distance from the destination\n"
        "that the inverse solution leads to. Error in degrees of azimuths between points less "
        "than\n"
        "1e-9 degrees apart. Evaluations of (8): mean and maximum.\n\n"
        "%-15s %8s %8s %9s %9s %9s %9s %9s %9s %9s %9s %5s %4s %5s %4s\n",
        "class", "pairs", "nm", "relative", "azimuth", "az sine", "destin.", "waypoint", "final",
        "returned", "degrees", "steps", "most", "asym.", "NaN");
    if (argc > 1 && strcmp(argv[1], "-") == 0)
        return compare_with_input();
    return compare_with_quad(argc > 1 ? strtoul(argv[1], NULL, 10) : 20000);
}
