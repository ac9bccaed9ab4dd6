// Tests the exports of geodist_core.wasm as the comment at the top of src/web/reactor.c describes them:
// node reactor.test.mjs MODULE REACTOR_C VECTORS
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const [module, source, vectors] = process.argv.slice(2);
const compiled = await WebAssembly.compile(await readFile(module));
const core = (await WebAssembly.instantiate(compiled)).exports; // it needs no imports
core._initialize();

const SPHERE = [0, 6371008.8];
const WGS84 = [1, NaN]; // it does not use the radius
const PLACE_BYTES = 96;
const NEIGHBOUR_BYTES = 112;
const [COORDINATE, CITY, AIRPORT, COUNTRY, REGION, OTHER_AREA] = [0, 1, 2, 3, 4, 5]; // geodist_kind
const [CITIES, AIRPORTS] = [1, 2];
const NAIROBI = [-1.28333, 36.81667];
const EL_PASO = [31.75872, -106.48693];

const view = () => new DataView(core.memory.buffer);

function write(text) {
    const bytes = new TextEncoder().encode(text);
    const buffer = new Uint8Array(core.memory.buffer, core.text(), core.text_capacity());
    buffer.set(bytes.subarray(0, buffer.length));
    return bytes.length;
}

function textAt(address) {
    const [bytes, length] = [view().getUint32(address, true), view().getUint32(address + 4, true)];
    if (bytes !== 0)
        assert.equal(view().getUint8(bytes + length), 0);
    return new TextDecoder().decode(new Uint8Array(core.memory.buffer, bytes, length));
}

function stringAt(address) {
    const bytes = new Uint8Array(core.memory.buffer, address);
    return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}

const numbers = (address, count) => [...new Float64Array(core.memory.buffer, address, count)];

const places = (index) => core.places() + PLACE_BYTES * index;
const neighbours = (index) => core.neighbours() + NEIGHBOUR_BYTES * index;

function place(address = places(0)) {
    return {
        point: numbers(address, 2),
        names: [16, 24, 32, 40].map((offset) => textAt(address + offset)),
        score: view().getFloat64(address + 48, true),
        kind: view().getUint32(address + 56, true),
        population: view().getUint32(address + 60, true),
        row: view().getUint32(address + 64, true),
        geonamesId: view().getUint32(address + 68, true),
        rivals: view().getUint32(address + 72, true),
        nameId: view().getUint32(address + 76, true),
        codes: [80, 84].map((offset) => stringAt(address + offset)),
        marks: [89, 90, 91].map((offset) => view().getUint8(address + offset)),
        regionRepeats: view().getUint8(address + 92),
        hasNamesake: view().getUint8(address + 93),
        isQualifier: view().getUint8(address + 94),
    };
}

const error = () => [0, 4, 8].map((offset) => view().getUint32(core.error() + offset, true));

const tests = {
    async exports_what_its_source_describes() {
        const described = (await readFile(source, "utf8")).match(/^ \* {5}\w+(?=\(| *$)/gm);
        assert.deepEqual(
            WebAssembly.Module.exports(compiled).map(({ name }) => name).sort(),
            [...described.map((line) => line.slice(7)), "_initialize"].sort());
        assert.deepEqual(WebAssembly.Module.imports(compiled), []);
    },

    finds_a_name() {
        assert.equal(core.find(write("el paso")), 0);
        const { population, row, score, nameId, ...found } = place();
        assert.deepEqual(found, {
            point: [31.75872, -106.48693],
            names: ["El Paso", "Texas", "United States", "US"],
            geonamesId: 5520993, // https://www.geonames.org/5520993
            rivals: 0,
            kind: CITY,
            codes: ["", ""],
            marks: [0, 0, 0],
            regionRepeats: 0,
            hasNamesake: 0,
            isQualifier: 0,
        });
        assert.ok(population > 500000 && score > 0 && score <= population && nameId > 0);
        assert.equal(stringAt(core.label(places(0))), "El Paso, Texas, United States");
        assert.equal(core.place_at(row), 1);
        assert.equal(place().names[0], "El Paso");
        assert.equal(core.find(write("tokyo")), 0);
        assert.equal(place().regionRepeats, 1);
        assert.deepEqual(place().marks, [1, 1, 0]);
        assert.equal(stringAt(core.label(places(0))), "Tokyo, Japan");
    },

    finds_an_airport() {
        assert.equal(core.find(write("LHR")), 0);
        const { kind, codes, population, names } = place();
        assert.deepEqual([kind, codes, population, names[3]], [AIRPORT, ["LHR", "EGLL"], 0, "GB"]);
        assert.match(stringAt(core.label(places(0))), /Heathrow.* \(LHR\), England, United Kingdom$/);
    },

    marks_districts_qualifiers_and_namesakes() {
        assert.equal(core.find(write("kreuzberg")), 0);
        assert.deepEqual(place().marks, [0, 0, 1]);
        assert.equal(core.find(write("new york")), 0);
        assert.equal(place().isQualifier, 1);
        const count = core.search(write("san jose, bicol region"));
        assert.ok(Array.from({ length: count }, (_, index) => place(places(index)).hasNamesake).includes(1));
    },

    names_areas() {
        const status = core.find(write("italy"));
        assert.equal(stringAt(core.describe(status)), "an area, not a city");
        assert.equal(core.areas(write("italy")), 1);
        const { kind, names, point, row } = place();
        assert.deepEqual([kind, names, row], [COUNTRY, ["Italy", "", "Italy", "IT"], 0xffffffff]);
        assert.ok(point.every(Number.isNaN));
        assert.ok(core.suggest(write("italy")) >= 1);
        assert.equal(place().names[0], "Rome");
        assert.equal(core.areas(write("TX")), 1);
        assert.deepEqual([place().kind, place().names[0]], [REGION, "Texas"]);
        assert.equal(core.areas(write("africa")), 1);
        assert.deepEqual([place().kind, place().names[1]], [OTHER_AREA, "a continent"]);
        assert.equal(core.areas(write("nairobi")), 0);
    },

    finds_a_coordinate() {
        assert.equal(core.find(write("31°45'31\"N 106°29'13\"W")), 0);
        const { point, kind, row, geonamesId } = place();
        assert.equal(kind, COORDINATE);
        assert.ok(Math.abs(point[0] - 31.7586) < 1e-4 && Math.abs(point[1] + 106.4869) < 1e-4);
        assert.deepEqual([row, geonamesId], [0xffffffff, 0]);
        assert.equal(core.find(write("31.75872N 106.48693W")), 0);
        assert.equal(stringAt(core.label(places(0))), "31.75872,-106.48693");
    },

    returns_the_part_at_fault() {
        const text = "paris, xyzzy";
        const status = core.find(write(text));
        const [again, offset, length] = error();
        assert.equal(again, status);
        assert.equal(text.slice(offset, offset + length), "xyzzy");
        assert.equal(stringAt(core.describe(status)), "no region or country has this name or code");
        assert.ok(stringAt(core.describe(0x7fffffff)));
        const bytes = write("nai_robi");
        for (const [byte, description] of [[0xff, "a byte that is not UTF-8"], [0x1b, "a control character"]]) {
            view().setUint8(core.text() + 3, byte);
            assert.equal(stringAt(core.describe(core.find(bytes))), description);
            assert.deepEqual(error().slice(1), [3, 1]);
            assert.deepEqual([core.search(bytes), core.suggest(bytes), core.rivals(bytes)], [0, 0, 0]);
        }
    },

    suggests() {
        assert.notEqual(core.find(write("nairobbi")), 0);
        const count = core.suggest(write("nairobbi"));
        assert.ok(count >= 1 && count <= core.places_capacity());
        assert.equal(place().names[0], "Nairobi");
    },

    completes() {
        assert.equal(core.search(write("a")), core.places_capacity()); // of thousands
        const rows = Array.from({ length: core.places_capacity() }, (_, index) => place(places(index)).row);
        assert.equal(new Set(rows).size, rows.length);
        const count = core.search(write("nairob"));
        assert.ok(count >= 1 && count <= core.places_capacity());
        assert.equal(place().names[0], "Nairobi");
        assert.equal(core.search(write("")), 0);
    },

    finds_the_nearest_places() {
        for (const earth of [SPHERE, WGS84]) {
            assert.equal(core.nearest(...earth, ...NAIROBI, 5, 500000, 200000, CITIES), 5);
            let last = 0;
            for (let index = 0; index < 5; index++) {
                const { point, names, population } = place(neighbours(index));
                const [metres, bearing] = numbers(neighbours(index) + PLACE_BYTES, 2);
                assert.equal(names[0] === "Nairobi", index === 0);
                assert.equal(metres, core.distance(...earth, ...NAIROBI, ...point));
                assert.equal(bearing, numbers(core.bearings(...earth, ...NAIROBI, ...point), 1)[0]);
                assert.ok(metres >= last && metres <= 500000 && population >= 200000);
                last = metres;
            }
        }
        assert.match(stringAt(core.label(neighbours(0))), /^Nairobi, .*Kenya$/);
        assert.equal(core.nearest(...SPHERE, ...NAIROBI, -1, Infinity, 0, CITIES), core.neighbours_capacity());
        assert.equal(core.nearest(...SPHERE, ...NAIROBI, 9, 1, 0, CITIES), 1);
        assert.equal(core.nearest(...SPHERE, 91, 0, 9, Infinity, 0, CITIES), 0);
        assert.equal(core.nearest(0, 0, ...NAIROBI, 9, Infinity, 0, CITIES), 0);
        for (const [kinds, expected] of [[0, [CITY]], [CITIES, [CITY]], [AIRPORTS, [AIRPORT]], [CITIES + AIRPORTS, [CITY, AIRPORT]]]) {
            const count = core.nearest(...SPHERE, ...NAIROBI, 50, Infinity, 0, kinds);
            const found = Array.from({ length: count }, (_, index) => place(neighbours(index)).kind);
            assert.deepEqual([...new Set(found)].sort(), expected);
        }
    },

    returns_rivals() {
        assert.equal(core.find(write("springfield")), 0);
        const { rivals } = place();
        const count = core.rivals(write("springfield"));
        assert.equal(count, Math.min(rivals, core.places_capacity()));
        assert.ok(count >= 2);
        for (let index = 0; index < count; index++)
            assert.equal(place(places(index)).names[0], "Springfield");
    },

    knows_no_name_longer_than_its_buffer() {
        const length = write("x".repeat(core.text_capacity() + 1));
        const status = core.find(length);
        assert.deepEqual(error(), [status, 0, length]);
        assert.equal(stringAt(core.describe(status)), "no place has this name");
        assert.equal(core.suggest(length), 0);
        assert.equal(core.rivals(length), 0);
        assert.equal(core.areas(length), 0);
        assert.equal(core.search(length), 0);
        assert.notEqual(core.find(core.text_capacity()), 0);
    },

    async agrees_with_reference_distances() {
        const rows = (await readFile(vectors, "utf8")).split("\n").filter((row) => /^\w/.test(row));
        assert.ok(rows.length > 1000);
        for (const row of rows) {
            const [lat1, lon1, lat2, lon2, metres] = row.split("\t").slice(1).map(Number);
            const error = Math.abs(core.distance(...SPHERE, lat1, lon1, lat2, lon2) - metres);
            assert.ok(error <= Math.min(8e-9, 1e-15 * metres), row);
        }
        assert.ok(Number.isNaN(core.distance(...SPHERE, 91, 0, 0, 0)));
    },

    measures_on_other_earths() {
        assert.equal(core.distance(0, 6371000, ...NAIROBI, ...EL_PASO).toFixed(0), "14888778");
        assert.equal(core.distance(...WGS84, ...NAIROBI, ...EL_PASO).toFixed(6), "14900391.889969"); // GeodSolve -i -p 3
        assert.ok(Number.isNaN(core.distance(...WGS84, 0, 0, -91, 0)));
        assert.ok(Number.isNaN(core.distance(0, -1, ...NAIROBI, ...EL_PASO)));
    },

    arrives_at_the_destination() {
        for (const earth of [SPHERE, WGS84]) {
            const [initial, final] = numbers(core.bearings(...earth, ...NAIROBI, ...EL_PASO), 2);
            const metres = core.distance(...earth, ...NAIROBI, ...EL_PASO);
            const [lat, lon, bearing] = numbers(core.destination(...earth, ...NAIROBI, initial, metres), 3);
            assert.ok(Math.abs(lat - EL_PASO[0]) < 1e-12 && Math.abs(lon - EL_PASO[1]) < 1e-12);
            assert.ok(Math.abs(bearing - final) < 1e-12);
        }
    },

    returns_bearings_along_meridians_and_the_equator() {
        assert.deepEqual(numbers(core.bearings(...SPHERE, 0, 10, 20, 10), 2), [0, 0]);
        assert.deepEqual(numbers(core.bearings(...SPHERE, 0, 10, 0, -10), 2), [270, 270]);
        assert.deepEqual(numbers(core.bearings(...WGS84, 0, 10, 0, 20), 2), [90, 90]);
    },

    returns_points_of_a_path() {
        for (const earth of [SPHERE, WGS84]) {
            const metres = core.distance(...earth, ...NAIROBI, ...EL_PASO);
            assert.equal(core.path(...earth, ...NAIROBI, ...EL_PASO), metres);
            for (const fraction of [0, 0.25, 0.5, 1]) {
                const point = numbers(core.path_point(fraction), 2);
                assert.ok(Math.abs(core.distance(...earth, ...NAIROBI, ...point) - fraction * metres) < 1e-6);
                assert.ok(Math.abs(core.distance(...earth, ...point, ...EL_PASO) - (1 - fraction) * metres) < 1e-6);
            }
            assert.ok(Number.isNaN(numbers(core.path_point(NaN), 1)[0]));
        }
    },

    describes_its_table() {
        const table = core.table_info();
        const [count, airports, keys, ambiguous, regions, countries, otherAreas, bytes] =
            Array.from({ length: 8 }, (_, i) => view().getUint32(table + 4 * i, true));
        assert.ok(count > 1000 && airports > 1000 && airports < count && ambiguous < keys && keys > count);
        assert.ok(countries > 190 && countries < 300 && regions > countries && otherAreas > 100);
        assert.ok(bytes > 16 * count);
        assert.match(textAt(table + 32), /^\d{4}-\d\d-\d\d$/);
        assert.match(textAt(table + 40), /GeoNames/);
        assert.equal(core.place_at(count - 1), 1);
        assert.equal(core.place_at(count), 0);
        assert.match(stringAt(core.version()), /^\d+\.\d+\.\d+$/);
        assert.equal(core.self_test(), 1);
    },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
    try {
        await test();
    } catch (error) {
        failed++;
        console.log(`it ${name}:`, error);
    }
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
