// Positions of the names of places on the map, in pixels.
import { onMap } from "./map.mjs";

// Offsets of the label from its point, and the position within the label, as a fraction of its width and
// height, that is put there: right of the point, left of it, above, below.
const POSITIONS = [
    { right: 8, down: 0, across: 0, along: 0.5 },
    { right: -8, down: 0, across: 1, along: 0.5 },
    { right: 0, down: -6, across: 0.5, along: 1 },
    { right: 0, down: 6, across: 0.5, along: 0 },
];

// Puts each label at a position where it is inside the map and overlaps no place and no other label, and
// if possible not the line either. A label without such a position is hidden.
export function placeLabels(labels, places, line, { width, height }) {
    const pixels = (point) => {
        const [x, y] = onMap(point);
        return [x / 3600 * width, y / 1800 * height];
    };
    const boxAround = (point, size) => box(...pixels(point), size, size, 0.5, 0.5);
    const isInside = ({ left, right, top, bottom }) => left >= 0 && right <= width && top >= 0 && bottom <= height;

    const taken = places.map((place) => boxAround(place, 8));
    const lineBoxes = line.map((point) => boxAround(point, 3));
    labels.forEach((label, i) => {
        const [x, y] = pixels(places[i]);
        const others = taken.filter((_, k) => k !== i);
        const candidates = POSITIONS
            .map(({ right, down, across, along }) =>
                box(x + right, y + down, label.offsetWidth, label.offsetHeight, across, along))
            .filter((candidate) => isInside(candidate) && !overlapsAny(candidate, others));
        const best = candidates.find((candidate) => !overlapsAny(candidate, lineBoxes)) ?? candidates[0];
        label.hidden = !best;
        if (best) {
            label.style.left = `${best.left}px`;
            label.style.top = `${best.top}px`;
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

const overlapsAny = (one, others) => others.some((other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom);
