// Text for numbers and directions.

const DIRECTIONS = [
    "north", "north-northeast", "northeast", "east-northeast",
    "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest",
    "west", "west-northwest", "northwest", "north-northwest",
];

export const compass = (bearing) => DIRECTIONS[Math.round(bearing / 22.5) % DIRECTIONS.length];

// One decimal; 359.96 rounds to 0.0, not to 360.0.
export function degrees(bearing) {
    const digits = bearing.toFixed(1);
    return `${digits === "360.0" ? "0.0" : digits}°`;
}

// One decimal, with the whole digits in groups of three: 14888.8 is ["14", "888.8"]. The page shows the
// groups as separate elements, so that the number is copied without spaces.
export function digitGroups(number) {
    const [whole, decimals] = number.toFixed(1).split(".");
    const parts = whole.length > 4 ? whole.split(/(?=(?:\d{3})+$)/) : [whole];
    parts.push(`${parts.pop()}.${decimals}`);
    return parts;
}
