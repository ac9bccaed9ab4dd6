// Great-circle distances between named places, for Node and browsers:
//
//     import { load } from "geodist";
//     const geodist = await load();
//     geodist.distance("nairobi", "el paso"); // 14888.798459021626, in kilometres
//
// What it takes and gives is said in geodist.d.ts. The work is done by geodist_core.wasm, whose
// exports and memory are described at the top of reactor.c.

const METRES = { km: 1000, mi: 1609.344, nmi: 1852, m: 1, ft: 0.3048 };

// In the order of geodist_status.
const STATUSES = [
    "OK", "EMPTY", "UNKNOWN_NAME", "UNKNOWN_QUALIFIER", "NOT_THERE", "BAD_COORDINATE",
    "LATITUDE_RANGE", "LONGITUDE_RANGE", "MINUTES_RANGE", "SIGN_AND_LETTER", "HEMISPHERES",
];

const PLACE_BYTES = 64;
const NEIGHBOUR_BYTES = 80;
const NOT_A_CITY = 0xffffffff;

export class GeodistError extends Error {
    constructor(message, { value, status, reason, start = 0, end = 0 }) {
        super(message);
        this.name = "GeodistError";
        Object.assign(this, { value, status, reason, start, end });
    }
}

export async function load(source = new URL("geodist_core.wasm", import.meta.url)) {
    const { exports } = await WebAssembly.instantiate(await compile(await source));
    exports._initialize();
    return new Geodist(exports);
}

async function compile(source) {
    if (source instanceof WebAssembly.Module)
        return source;
    if (source instanceof ArrayBuffer || ArrayBuffer.isView(source))
        return WebAssembly.compile(source);
    if (source instanceof URL && source.protocol === "file:") {
        const { readFile } = await import(/* @vite-ignore */ /* webpackIgnore: true */ "node:fs/promises");
        return WebAssembly.compile(await readFile(source));
    }
    const response = source instanceof Response ? source : await fetch(source);
    if (!response.ok)
        throw new Error(`${response.url}: ${response.status} ${response.statusText}`);
    // Not every server knows the type that streaming insists on.
    return /^application\/wasm\b/.test(response.headers.get("Content-Type"))
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
}

class Geodist {
    #core;

    constructor(core) {
        this.#core = core;
        this.version = this.#string(core.version());
        this.table = Object.freeze(this.#table(core.facts()));
        Object.freeze(this);
    }

    // ---- Places ----------------------------------------------------------------------------

    find(text) {
        if (this.#core.find(this.#give(text)) !== 0)
            throw this.#unfound(text);
        return this.#place(this.#core.places());
    }

    rivals(text) {
        return this.#places(this.#core.rivals(this.#give(text)));
    }

    suggest(text) {
        return this.#places(this.#core.suggest(this.#give(text)));
    }

    search(text) {
        return this.#places(this.#core.search(this.#give(text)));
    }

    nearest(place, { count = 10, radius = Infinity, population = 0, unit = "km" } = {}) {
        const most = this.#core.neighbours_capacity();
        if (!Number.isSafeInteger(count) || count < 0 || count > most)
            throw new RangeError(`a count is 0 to ${most}, not ${count}`);
        if (typeof radius !== "number" || !(radius >= 0))
            throw new RangeError(`a radius is a number, 0 or more, not ${radius}`);
        if (typeof population !== "number" || !(population >= 0 && population < 2 ** 32))
            throw new RangeError(`a population is a number, 0 or more, not ${population}`);
        const metres = metresIn(unit);
        const found = this.#core.nearest(...this.#point(place), count, radius * metres, Math.ceil(population));
        return Array.from({ length: found }, (_, i) => {
            const address = this.#core.neighbours() + NEIGHBOUR_BYTES * i;
            const [away, bearing] = this.#numbers(address + PLACE_BYTES, 2);
            return { place: this.#place(address), distance: away / metres, bearing };
        });
    }

    // ---- Ways ------------------------------------------------------------------------------

    distance(from, to, { model = "sphere", radius, unit = "km" } = {}) {
        const ends = [...this.#point(from), ...this.#point(to)];
        const metres = metresIn(unit);
        if (isEllipsoid(model)) {
            if (radius !== undefined)
                throw new RangeError("a radius is for the model 'sphere'");
            return this.#core.wgs84_distance(...ends) / metres;
        }
        if (radius === undefined)
            return this.#core.distance(...ends) / metres;
        if (!(positive(radius) && radius < Infinity))
            throw new RangeError(`the radius is a number of kilometres above 0, not ${radius}`);
        return this.#core.distance_on(radius * METRES.km, ...ends) / metres;
    }

    bearing(from, to, { model = "sphere" } = {}) {
        const bearings = isEllipsoid(model) ? this.#core.wgs84_bearings : this.#core.bearings;
        const [initial, final] = this.#numbers(bearings(...this.#point(from), ...this.#point(to)), 2);
        return { initial, final };
    }

    waypoint(from, to, fraction) {
        if (!Number.isFinite(fraction))
            throw new RangeError(`a fraction of the way is a number, not ${fraction}`);
        const ends = [...this.#point(from), ...this.#point(to)];
        const [lat, lon] = this.#numbers(this.#core.waypoint(...ends, fraction), 2);
        return { lat, lon };
    }

    waypoints(from, to, count) {
        if (!Number.isSafeInteger(count) || count < 0)
            throw new RangeError(`a number of waypoints is 0 or more, not ${count}`);
        const [here, there] = [from, to].map((end) => pointOf(...this.#point(end)));
        return Array.from({ length: count }, (_, i) =>
            this.waypoint(here, there, (i + 1) / (count + 1)));
    }

    destination(from, bearing, distance, { model = "sphere", unit = "km" } = {}) {
        if (!Number.isFinite(bearing) || !Number.isFinite(distance))
            throw new RangeError(`bearing and distance are numbers, not ${bearing} and ${distance}`);
        const travel = isEllipsoid(model) ? this.#core.wgs84_destination : this.#core.destination;
        const metres = distance * metresIn(unit);
        const [lat, lon, arrival] = this.#numbers(travel(...this.#point(from), bearing, metres), 3);
        return { lat, lon, bearing: arrival };
    }

    // ---- Into memory -----------------------------------------------------------------------

    // Of text that does not fit, only the length matters.
    #give(text) {
        if (typeof text !== "string")
            throw new TypeError(`a place is text here, not ${text === null ? null : typeof text}`);
        const bytes = new TextEncoder().encode(text);
        const room = new Uint8Array(this.#core.memory.buffer, this.#core.text(), this.#core.text_capacity());
        room.set(bytes.subarray(0, room.length));
        return bytes.length;
    }

    #point(place) {
        const { lat, lon } = typeof place === "string" ? this.find(place) : place ?? {};
        if (!Number.isFinite(lat) || !Number.isFinite(lon))
            throw new GeodistError("a place is text, or has numbers lat and lon",
                { value: place, status: "BAD_COORDINATE", reason: "not a place" });
        if (Math.abs(lat) > 90) {
            const [status, reason] = this.#wording(STATUSES.indexOf("LATITUDE_RANGE"));
            throw new GeodistError(`${lat},${lon}: ${reason}`, { value: place, status, reason });
        }
        return [lat, lon];
    }

    // ---- Out of memory ---------------------------------------------------------------------

    #view(address) {
        return new DataView(this.#core.memory.buffer, address);
    }

    #numbers(address, count) {
        const view = this.#view(address);
        return Array.from({ length: count }, (_, i) => view.getFloat64(8 * i, true));
    }

    #bytes(address, length) {
        return new TextDecoder().decode(new Uint8Array(this.#core.memory.buffer, address, length));
    }

    #text(address) {
        const view = this.#view(address);
        return this.#bytes(view.getUint32(0, true), view.getUint32(4, true));
    }

    #string(address) {
        const bytes = new Uint8Array(this.#core.memory.buffer, address);
        return this.#bytes(address, bytes.indexOf(0));
    }

    #place(address) {
        const view = this.#view(address);
        const [lat, lon] = this.#numbers(address, 2);
        const [name, region, country, countryCode] =
            [16, 24, 32, 40].map((member) => this.#text(address + member));
        const [population, city, rivals] = [48, 52, 56].map((member) => view.getUint32(member, true));
        const shown = [name, view.getUint8(60) ? "" : region, country].filter(Boolean).join(", ");
        return Object.freeze({
            label: city === NOT_A_CITY ? `${decimal(lat)},${decimal(lon)}` : shown,
            name, region, country, countryCode, lat, lon, population, rivals,
            city: city === NOT_A_CITY ? null : city,
        });
    }

    #places(count) {
        return Array.from({ length: count }, (_, i) => this.#place(this.#core.places() + PLACE_BYTES * i));
    }

    #table(address) {
        const view = this.#view(address);
        const [cities, keys, ambiguousKeys, regions, countries, bytes] =
            [0, 4, 8, 12, 16, 20].map((member) => view.getUint32(member, true));
        return {
            cities, keys, ambiguousKeys, regions, countries, bytes,
            edition: this.#text(address + 24),
            credit: this.#text(address + 32),
        };
    }

    #wording(code) {
        return [STATUSES[code], this.#string(this.#core.describe(code))];
    }

    #unfound(text) {
        const view = this.#view(this.#core.error());
        const [code, offset, length] = [0, 4, 8].map((member) => view.getUint32(member, true));
        const start = charactersIn(text, offset);
        const end = charactersIn(text, offset + length);
        const [status, reason] = this.#wording(code);
        const part = text.slice(start, end);
        const at = part && part !== text ? `: '${part}'` : "";
        return new GeodistError(`'${text}': ${reason}${at}`, { value: text, status, reason, start, end });
    }
}

function metresIn(unit) {
    if (!Object.hasOwn(METRES, unit))
        throw new RangeError(`a unit is one of ${Object.keys(METRES).join(", ")}, not ${unit}`);
    return METRES[unit];
}

function isEllipsoid(model) {
    if (model !== "sphere" && model !== "wgs84")
        throw new RangeError(`a model is 'sphere' or 'wgs84', not ${model}`);
    return model === "wgs84";
}

const positive = (number) => typeof number === "number" && number > 0;

const pointOf = (lat, lon) => ({ lat, lon });

// Digits without an exponent, which places are not written with.
function decimal(degrees) {
    const digits = String(degrees);
    return digits.includes("e") ? degrees.toFixed(20).replace(/\.?0+$/, "") : digits;
}

// How long the text is that has so many bytes in UTF-8.
function charactersIn(text, bytes) {
    let characters = 0;
    for (const character of text) {
        if (bytes <= 0)
            break;
        bytes -= new TextEncoder().encode(character).length;
        characters += character.length;
    }
    return characters;
}
