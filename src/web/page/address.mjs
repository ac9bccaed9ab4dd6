// The fragment of the page's URL, such as #nairobi/el+paso?mi: the places and the unit.

export function writeAddress(texts, unit) {
    const places = texts.map((text) =>
        encodeURIComponent(text.trim()).replaceAll("%2C", ",").replaceAll("%20", "+"));
    return `#${places.join("/")}${unit === "km" ? "" : `?${unit}`}`;
}

export function readAddress(hash) {
    const [, places, unit] = hash.match(/^#?([^?]*)\??(.*)$/);
    return { texts: places === "" ? [] : places.split("/").map(decodeText), unit: unit || "km" };
}

function decodeText(encoded) {
    const text = encoded.replaceAll("+", " ");
    try {
        return decodeURIComponent(text);
    } catch {
        return text; // typed by hand: % without two hexadecimal digits, or bytes that are not UTF-8
    }
}
