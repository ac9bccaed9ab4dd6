// Great-circle distances between named places, for Node and browsers:
//
//     import { load } from "geodist";
//     const geodist = await load();
//     geodist.distance("nairobi", "el paso"); // 14888.798459021626, in kilometres
//
// geodist.d.ts describes the interface. geodist_core.wasm computes the results; its exports and the
// layout of its memory are described at the top of reactor.c.

const METRES = { km: 1000, mi: 1609.344, nmi: 1852, m: 1, ft: 0.3048, yd: 0.9144 };
const UNIT_WORDS = { // as those of the program, in src/cli/options/unit.c
    km: ["kms", "kilometers", "kilometer", "kilometres", "kilometre"],
    mi: ["miles", "mile"],
    nmi: ["nm", "nautical-miles", "nautical-mile", "nautical miles", "nautical mile", "nauticalmiles"],
    m: ["meters", "meter", "metres", "metre"],
    ft: ["feet", "foot"],
    yd: ["yds", "yards", "yard"],
};
const MODELS = ["sphere", "wgs84"]; // in the order of geodist_model
const MEAN_RADIUS = 6371008.8; // metres

// In the order of geodist_status.
const STATUSES = [
    "OK", "EMPTY", "NOT_UTF8", "CONTROL_CHARACTER", "UNKNOWN_NAME", "UNKNOWN_QUALIFIER",
    "QUALIFIER_MISMATCH", "AREA", "STREET_ADDRESS", "POSTAL_CODE", "PLUS_CODE", "GRID_REFERENCE", "GEOHASH",
    "MAP_LINK", "WKT", "BAD_COORDINATE", "LATITUDE_RANGE", "LONGITUDE_RANGE", "MINUTES_RANGE",
    "SIGN_AND_LETTER", "HEMISPHERES",
];

const KINDS = ["coordinate", "city", "airport", "country", "region", "other area"]; // in the order of geodist_kind
const NEAREST_KINDS = { city: 1, airport: 2, any: 3 }; // sums of GEODIST_CITIES and GEODIST_AIRPORTS

const PLACE_BYTES = 96;
const NEIGHBOUR_BYTES = 112;
const NO_ROW = 0xffffffff;
const QUOTED_CHARACTERS_MAX = 200; // of a text in an error message

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class GeodistError extends Error {
    #suggest;

    constructor(message, { value, status, reason, start = 0, end = 0, areas = [], suggest = () => [] }) {
        super(message);
        this.name = "GeodistError";
        this.#suggest = suggest;
        Object.assign(this, { value, status, reason, start, end, areas });
    }

    // Computed only when it is read: to correct a spelling takes much longer than to find a name.
    get suggestions() {
        return this.#suggest();
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
    // compileStreaming() accepts no other type; some servers send "application/octet-stream".
    return /^application\/wasm\b/.test(response.headers.get("Content-Type"))
        ? WebAssembly.compileStreaming(response)
        : WebAssembly.compile(await response.arrayBuffer());
}

class Geodist {
    #core;

    constructor(core) {
        this.#core = core;
        this.version = this.#string(core.version());
        this.table = Object.freeze(this.#table(core.table_info()));
        Object.freeze(this);
    }

    // ---- Places ----------------------------------------------------------------------------

    find(text) {
        const status = this.#core.find(this.#write(text));
        if (status !== 0)
            throw this.#findError(text);
        return this.#place(this.#core.places());
    }

    rivals(text) {
        return this.#places(this.#core.rivals(this.#write(text)));
    }

    areas(text) {
        return this.#places(this.#core.areas(this.#write(text)));
    }

    suggest(text) {
        return this.#places(this.#core.suggest(this.#write(text)));
    }

    search(text) {
        return this.#places(this.#core.search(this.#write(text)));
    }

    nearest(place, options = {}) {
        const { count = 10, radius = Infinity, population = 0, kind = "city", unit = "km", model = "sphere" } = options;
        const capacity = this.#core.neighbours_capacity();
        if (!Number.isSafeInteger(count) || count < 0 || count > capacity)
            throw new RangeError(`a count is 0 to ${capacity}, not ${count}`);
        if (typeof radius !== "number" || !(radius >= 0))
            throw new RangeError(`a radius is a number, 0 or more, not ${radius}`);
        if (typeof population !== "number" || !(population >= 0 && population <= 2 ** 32 - 1))
            throw new RangeError(`a population is a number from 0 to ${2 ** 32 - 1}, not ${population}`);
        if (!Object.hasOwn(NEAREST_KINDS, kind))
            throw new RangeError(`a kind is 'city', 'airport' or 'any', not ${kind}`);
        const metres = metresIn(unit);
        const earth = earthOf({ model });
        const found = this.#core.nearest(
            ...earth, ...this.#point(place), count, radius * metres, Math.ceil(population), NEAREST_KINDS[kind]);
        return Array.from({ length: found }, (_, i) => {
            const address = this.#core.neighbours() + NEIGHBOUR_BYTES * i;
            const [distance, bearing] = this.#numbers(address + PLACE_BYTES, 2);
            return { place: this.#place(address), distance: distance / metres, bearing };
        });
    }

    // ---- Geometry --------------------------------------------------------------------------

    distance(from, to, { unit = "km", ...earth } = {}) {
        const metres = metresIn(unit);
        return this.#core.distance(...this.#line(from, to, earth)) / metres;
    }

    bearing(from, to, earth = {}) {
        const [initial, final] = this.#numbers(this.#core.bearings(...this.#line(from, to, earth)), 2);
        return { initial, final };
    }

    waypoint(from, to, fraction, earth = {}) {
        if (!Number.isFinite(fraction))
            throw new RangeError(`a fraction is a finite number, not ${fraction}`);
        this.#core.path(...this.#line(from, to, earth));
        return this.#pathPoint(fraction);
    }

    waypoints(from, to, count, earth = {}) {
        if (!Number.isSafeInteger(count) || count < 0)
            throw new RangeError(`a number of waypoints is 0 or more, not ${count}`);
        this.#core.path(...this.#line(from, to, earth));
        return Array.from({ length: count }, (_, i) => this.#pathPoint((i + 1) / (count + 1)));
    }

    destination(from, bearing, distance, { unit = "km", ...earth } = {}) {
        if (!Number.isFinite(bearing) || !Number.isFinite(distance))
            throw new RangeError(`a bearing and a distance are finite numbers, not ${bearing} and ${distance}`);
        const metres = distance * metresIn(unit);
        const address = this.#core.destination(...earthOf(earth), ...this.#point(from), bearing, metres);
        const [lat, lon, final] = this.#numbers(address, 3);
        return { lat, lon, bearing: final };
    }

    // ---- Arguments -------------------------------------------------------------------------

    // Writes the text to the buffer of the core and returns its length in bytes. Of a text that does
    // not fit, the core needs only the length.
    #write(text) {
        if (typeof text !== "string")
            throw new TypeError(`a place is text here, not ${text === null ? null : typeof text}`);
        const bytes = encode(text);
        const buffer = new Uint8Array(this.#core.memory.buffer, this.#core.text(), this.#core.text_capacity());
        buffer.set(bytes.subarray(0, buffer.length));
        return bytes.length;
    }

    #point(place) {
        const { lat, lon } = typeof place === "string" ? this.find(place) : place ?? {};
        if (!Number.isFinite(lat) || !Number.isFinite(lon))
            throw new GeodistError("a place is text, or an object with finite numbers lat and lon",
                { value: place, status: "BAD_COORDINATE", reason: "not a place" });
        if (Math.abs(lat) > 90) {
            const [status, reason] = this.#describe(STATUSES.indexOf("LATITUDE_RANGE"));
            throw new GeodistError(`${lat},${lon}: ${reason}`, { value: place, status, reason });
        }
        return [lat, lon];
    }

    #line(from, to, earth) {
        return [...earthOf(earth), ...this.#point(from), ...this.#point(to)];
    }

    // ---- Results ---------------------------------------------------------------------------

    #view(address) {
        return new DataView(this.#core.memory.buffer, address);
    }

    #numbers(address, count) {
        const view = this.#view(address);
        return Array.from({ length: count }, (_, i) => view.getFloat64(8 * i, true));
    }

    #integers(address, count) {
        const view = this.#view(address);
        return Array.from({ length: count }, (_, i) => view.getUint32(4 * i, true));
    }

    #decode(address, length) {
        return decoder.decode(new Uint8Array(this.#core.memory.buffer, address, length));
    }

    #text(address) {
        return this.#decode(...this.#integers(address, 2));
    }

    #string(address) {
        const bytes = new Uint8Array(this.#core.memory.buffer, address);
        return this.#decode(address, bytes.indexOf(0));
    }

    // A Place, or an Area if it has no point.
    #place(address) {
        const [lat, lon] = this.#numbers(address, 2);
        const [name, region, country, countryCode] =
            [16, 24, 32, 40].map((offset) => this.#text(address + offset));
        const [kindNumber, population, row, geonamesId, rivals] = this.#integers(address + 56, 5);
        const kind = KINDS[kindNumber];
        const label = this.#string(this.#core.label(address));
        if (Number.isNaN(lat))
            return Object.freeze({
                label, kind, name, country, countryCode, population,
                description: kind === "other area" ? region : `a ${kind}`,
            });
        const view = this.#view(address);
        return Object.freeze({
            label, kind, name, region, country, countryCode, lat, lon, population, rivals,
            iata: this.#string(address + 80) || null,
            icao: this.#string(address + 84) || null,
            isCapital: view.getUint8(89) === 1,
            isSeat: view.getUint8(90) === 1,
            isDistrict: view.getUint8(91) === 1,
            row: row === NO_ROW ? null : row,
            geonamesId: geonamesId === 0 ? null : geonamesId,
        });
    }

    #places(count) {
        return Array.from({ length: count }, (_, i) => this.#place(this.#core.places() + PLACE_BYTES * i));
    }

    #pathPoint(fraction) {
        const [lat, lon] = this.#numbers(this.#core.path_point(fraction), 2);
        return { lat, lon };
    }

    #table(address) {
        const [places, airports, keys, ambiguousKeys, regions, countries, otherAreas, bytes] =
            this.#integers(address, 8);
        return {
            places, cities: places - airports, airports, keys, ambiguousKeys, regions, countries, otherAreas, bytes,
            edition: this.#text(address + 32),
            credit: this.#text(address + 40),
        };
    }

    #describe(code) {
        return [STATUSES[code], this.#string(this.#core.describe(code))];
    }

    #findError(text) {
        const [code, offset, length] = this.#integers(this.#core.error(), 3);
        const [start, end] = [unitsIn(text, offset), unitsIn(text, offset + length)];
        const [status, reason] = this.#describe(code);
        const part = text.slice(start, end);
        const at = part && part !== text ? `: ${quote(part)}` : "";
        return new GeodistError(`${quote(text)}: ${reason}${at}`, {
            value: text, status, reason, start, end,
            areas: status === "AREA" ? this.areas(text) : [],
            suggest: () => this.suggest(text),
        });
    }
}

function metresIn(unit) {
    const word = String(unit).toLowerCase();
    const name = Object.keys(METRES).find((name) => name === word || UNIT_WORDS[name].includes(word));
    if (name === undefined)
        throw new RangeError(`a unit is one of ${Object.keys(METRES).join(", ")}, not ${unit}`);
    return METRES[name];
}

// The first two arguments of the exports that take an earth; the radius of the option is in kilometres.
function earthOf({ model = "sphere", radius } = {}) {
    if (!MODELS.includes(model))
        throw new RangeError(`a model is 'sphere' or 'wgs84', not ${model}`);
    if (radius === undefined)
        return [MODELS.indexOf(model), MEAN_RADIUS];
    if (model !== "sphere")
        throw new RangeError("a radius is for the model 'sphere'");
    const metres = radius * METRES.km;
    if (typeof radius !== "number" || !(metres > 0 && metres < Infinity))
        throw new RangeError(`the radius is a number of kilometres above 0, not ${radius}`);
    return [MODELS.indexOf(model), metres];
}

// UTF-8. TextEncoder replaces a surrogate without its other half by the three bytes of U+FFFD. Here the
// first such surrogate becomes three bytes that are not UTF-8, so that the core refuses the text.
function encode(text) {
    const bytes = encoder.encode(text);
    const lone = text.search(/\p{Surrogate}/u);
    if (lone >= 0)
        bytes.fill(0xff, encoder.encode(text.slice(0, lone)).length, encoder.encode(text.slice(0, lone + 1)).length);
    return bytes;
}

// How many UTF-16 code units of the text hold its first bytes in UTF-8.
function unitsIn(text, bytes) {
    let units = 0;
    for (const character of text) {
        if (bytes <= 0)
            break;
        bytes -= encoder.encode(character).length;
        units += character.length;
    }
    return units;
}

// For messages, which may be shown in a terminal: characters that are invisible or change how others
// are shown are escaped, and a long text is cut.
function quote(text) {
    const characters = [...text.slice(0, 2 * QUOTED_CHARACTERS_MAX)];
    const cut = characters.slice(0, QUOTED_CHARACTERS_MAX).join("");
    const escaped = cut.replace(/[\\\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, (character) =>
        character === "\\" ? "\\\\" : `\\u{${character.codePointAt(0).toString(16).toUpperCase()}}`);
    return `'${escaped}${cut === text ? "" : "…"}'`;
}
