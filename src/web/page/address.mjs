// The part of the address behind #, such as nairobi/el+paso?mi: the places and the unit.

export function writeAddress(texts, unit) {
    const places = texts.map((text) =>
        encodeURIComponent(text.trim()).replaceAll("%2C", ",").replaceAll("%20", "+"));
    return `#${places.join("/")}${unit === "km" ? "" : `?${unit}`}`;
}

export function readAddress(hash) {
    const [, places, unit] = hash.match(/^#?([^?]*)\??(.*)$/);
    return { texts: places === "" ? [] : places.split("/").map(read), unit: unit || "km" };
}

function read(part) {
    const text = part.replaceAll("+", " ");
    try {
        return decodeURIComponent(text);
    } catch {
        return text; // somebody typed it
    }
}
