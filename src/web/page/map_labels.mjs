// Where the names of places stand on the map, which is some pixels wide and high.
import { onMap } from "./map.mjs";

// How far the name goes from its point, and which part of the name is there.
const SIDES = [
    { right: 8, down: 0, across: 0, along: 0.5 },
    { right: -8, down: 0, across: 1, along: 0.5 },
    { right: 0, down: -6, across: 0.5, along: 1 },
    { right: 0, down: 6, across: 0.5, along: 0 },
];

// Puts each name where it neither leaves the map nor covers a place or another name, nor the way
// if that can be; a name that fits nowhere is hidden.
export function placeNames(names, places, way, { width, height }) {
    const pixels = (point) => {
        const [x, y] = onMap(point);
        return [x / 3600 * width, y / 1800 * height];
    };
    const around = (point, size) => box(...pixels(point), size, size, 0.5, 0.5);
    const inside = ({ left, right, top, bottom }) => left >= 0 && right <= width && top >= 0 && bottom <= height;

    const taken = places.map((place) => around(place, 8));
    const line = way.map((point) => around(point, 3));
    names.forEach((name, i) => {
        const [x, y] = pixels(places[i]);
        const others = taken.filter((_, k) => k !== i);
        const free = SIDES
            .map(({ right, down, across, along }) =>
                box(x + right, y + down, name.offsetWidth, name.offsetHeight, across, along))
            .filter((it) => inside(it) && !hits(it, others));
        const best = free.find((it) => !hits(it, line)) ?? free[0];
        name.hidden = !best;
        if (best) {
            name.style.left = `${best.left}px`;
            name.style.top = `${best.top}px`;
            taken.push(best);
        }
    });
}

const box = (x, y, width, height, across, along) => ({
    left: x - across * width,
    right: x + (1 - across) * width,
    top: y - along * height,
    bottom: y + (1 - along) * height,
});

const hits = (one, others) => others.some((other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom);
