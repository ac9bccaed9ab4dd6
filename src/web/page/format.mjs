// Numbers and directions in words.

const WINDS = [
    "north", "north-northeast", "northeast", "east-northeast",
    "east", "east-southeast", "southeast", "south-southeast",
    "south", "south-southwest", "southwest", "west-southwest",
    "west", "west-northwest", "northwest", "north-northwest",
];

export const compass = (bearing) => WINDS[Math.round(bearing / 22.5) % WINDS.length];

// 359.96 is 0.0 degrees, as there is no 360.
export function degrees(bearing) {
    const digits = bearing.toFixed(1);
    return `${digits === "360.0" ? "0.0" : digits}°`;
}

// "14888.8" as ["14", "888.8"]: shown apart, copied as one number.
export function groups(number) {
    const [whole, decimals] = number.toFixed(1).split(".");
    const parts = whole.length > 4 ? whole.split(/(?=(?:\d{3})+$)/) : [whole];
    parts.push(`${parts.pop()}.${decimals}`);
    return parts;
}
