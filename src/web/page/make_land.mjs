// Makes land.svg, the outlines of land on the map of the page:
//
//     npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//     node make_land.mjs package/land-110m.json >land.svg
//
// world-atlas contains the land of Natural Earth 4.1.0 at 1:110 million (naturalearthdata.com), which is
// in the public domain, as TopoJSON: rings are lists of arcs, and arcs are quantised differences.
import { readFile } from "node:fs/promises";

const UNITS_PER_DEGREE = 10; // the map is 3600 by 1800

const topology = JSON.parse(await readFile(process.argv[2]));
const { scale, translate } = topology.transform;

const arcs = topology.arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([dx, dy]) => [x += dx, y += dy]);
});

// A ring refers to a reversed arc by the bitwise complement of its index.
const points = (arc) => (arc < 0 ? [...arcs[~arc]].reverse() : arcs[arc]);

const degrees = ([x, y]) => [x * scale[0] + translate[0], y * scale[1] + translate[1]];

// Removes the jumps of 360 degrees in a ring that crosses the antimeridian: it continues beyond the edge of
// the map, and copies() repeats it at the other edge. A ring around the south pole is closed along the lower
// edge of the map.
function unrolled(ring) {
    const points = ring.map(degrees);
    for (let i = 1; i < points.length; i++)
        points[i][0] -= 360 * Math.round((points[i][0] - points[i - 1][0]) / 360);
    const [first, last] = [points[0][0], points.at(-1)[0]];
    if (Math.abs(last - first) > 180)
        points.push([last, -90], [first, -90]);
    return points;
}

function copies(points) {
    const longitudes = points.map(([lon]) => lon);
    return [0, ...(Math.max(...longitudes) > 180 ? [-360] : []), ...(Math.min(...longitudes) < -180 ? [360] : [])]
        .map((turn) => points.map(([lon, lat]) => [lon + turn, lat]));
}

const onMap = ([lon, lat]) => [Math.round((lon + 180) * UNITS_PER_DEGREE), Math.round((90 - lat) * UNITS_PER_DEGREE)];

function path(points) {
    const [start, ...rest] = points.map(onMap);
    let at = start;
    const steps = [];
    for (const point of rest) {
        const step = [point[0] - at[0], point[1] - at[1]];
        if (step[0] !== 0 || step[1] !== 0)
            steps.push(step);
        at = point;
    }
    const numbers = steps.flat().join(" ").replaceAll(" -", "-");
    return steps.length > 2 ? `M${start.join(" ")}l${numbers}z` : "";
}

const rings = topology.objects.land.geometries.flatMap(({ arcs }) => arcs.flat())
    .map((ring) => unrolled(ring.flatMap(points)));
console.log(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 1800">
<!-- Natural Earth, public domain; made by make_land.mjs -->
<path d="${rings.flatMap(copies).map(path).join("")}"/>
</svg>`);
