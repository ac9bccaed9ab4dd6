// An equirectangular map of 3600 by 1800: great circles as paths, cut at the antimeridian.

const PER_DEGREE = 10;
const STEP = 1; // no piece of a great circle is longer on the map, in degrees
const DEEPEST = 14; // halvings, which is enough a millimetre from a pole
const SHALLOWEST = 4;

export const onMap = ({ lat, lon }) => [(lon + 180) * PER_DEGREE, (90 - lat) * PER_DEGREE];

// The points of a great circle, at(0) to at(1), the closer the faster they move on the map.
export function trace(at) {
    const points = [at(0)];
    function go(first, from, last, to, depth) {
        const across = Math.abs(shortTurn(to.lon - from.lon));
        const far = Math.hypot(across, to.lat - from.lat) > STEP;
        if (depth < SHALLOWEST || (far && depth < DEEPEST)) {
            const middle = (first + last) / 2;
            const point = at(middle);
            go(first, from, middle, point, depth + 1);
            go(middle, point, last, to, depth + 1);
        } else {
            points.push(to);
        }
    }
    go(0, points[0], 1, at(1), 0);
    return points;
}

const shortTurn = (degrees) => degrees - 360 * Math.round(degrees / 360);

// The same in pieces, none of which crosses the antimeridian.
export function cut(points) {
    const pieces = [[points[0]]];
    for (let i = 1; i < points.length; i++) {
        const [from, to] = [points[i - 1], points[i]];
        if (Math.abs(to.lon - from.lon) > 180) {
            const edge = from.lon > 0 ? 180 : -180;
            const ahead = shortTurn(to.lon - from.lon);
            const lat = from.lat + (to.lat - from.lat) * (ahead === 0 ? 0 : (edge - from.lon) / ahead);
            pieces.at(-1).push({ lat, lon: edge });
            pieces.push([{ lat, lon: -edge }]);
        }
        pieces.at(-1).push(to);
    }
    return pieces;
}

export const arcPath = (points) =>
    cut(points).map((piece) => `M${piece.map(written).join("L")}`).join("");

export const dotPath = (point) => `M${written(point)}h0`;

const written = (point) => onMap(point).map((number) => Number(number.toFixed(1))).join(" ");

// Every 30 degrees.
export function graticulePath() {
    let path = "";
    for (let x = 300; x < 3600; x += 300)
        path += `M${x} 0v1800`;
    for (let y = 300; y < 1800; y += 300)
        path += `M0 ${y}h3600`;
    return path;
}
