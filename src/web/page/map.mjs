// Lines and points as SVG paths on an equirectangular map of 3600 by 1800 units.

const UNITS_PER_DEGREE = 10;
const MAX_STEP = 1; // the longest segment of a line on the map, in degrees
const MIN_DEPTH = 4; // of the bisection of a line
const MAX_DEPTH = 14; // enough for lines that pass a pole at a distance of 1 mm

export const onMap = ({ lat, lon }) => [(lon + 180) * UNITS_PER_DEGREE, (90 - lat) * UNITS_PER_DEGREE];

// The points of a line, waypoint(0) to waypoint(1), at most MAX_STEP apart on the map unless MAX_DEPTH is
// reached.
export function sampleLine(waypoint) {
    const points = [waypoint(0)];
    function bisect(first, from, last, to, depth) {
        const eastward = shortestTurn(to.lon - from.lon);
        const tooLong = Math.hypot(eastward, to.lat - from.lat) > MAX_STEP;
        if (depth < MIN_DEPTH || (tooLong && depth < MAX_DEPTH)) {
            const middle = (first + last) / 2;
            const point = waypoint(middle);
            bisect(first, from, middle, point, depth + 1);
            bisect(middle, point, last, to, depth + 1);
        } else {
            points.push(to);
        }
    }
    bisect(0, points[0], 1, waypoint(1), 0);
    return points;
}

const shortestTurn = (degrees) => degrees - 360 * Math.round(degrees / 360);

// Splits a line into pieces that do not cross the antimeridian.
export function splitAtAntimeridian(points) {
    const pieces = [[points[0]]];
    for (let i = 1; i < points.length; i++) {
        const [from, to] = [points[i - 1], points[i]];
        if (Math.abs(to.lon - from.lon) > 180) {
            const edge = from.lon > 0 ? 180 : -180;
            const eastward = shortestTurn(to.lon - from.lon);
            const lat = from.lat + (to.lat - from.lat) * (eastward === 0 ? 0 : (edge - from.lon) / eastward);
            pieces.at(-1).push({ lat, lon: edge });
            pieces.push([{ lat, lon: -edge }]);
        }
        pieces.at(-1).push(to);
    }
    return pieces;
}

export const linePath = (points) =>
    splitAtAntimeridian(points).map((piece) => `M${piece.map(format).join("L")}`).join("");

// A segment of length 0, which a round line cap turns into a dot.
export const dotPath = (point) => `M${format(point)}h0`;

const format = (point) => onMap(point).map((number) => Number(number.toFixed(1))).join(" ");

// Meridians and parallels every 30 degrees.
export function graticulePath() {
    let path = "";
    for (let x = 300; x < 3600; x += 300)
        path += `M${x} 0v1800`;
    for (let y = 300; y < 1800; y += 300)
        path += `M0 ${y}h3600`;
    return path;
}
