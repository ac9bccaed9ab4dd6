// What geodist_core.wasm promises at the top of src/web/reactor.c:
// node reactor.test.mjs MODULE REACTOR_C VECTORS
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const [module, source, vectors] = process.argv.slice(2);
const compiled = await WebAssembly.compile(await readFile(module));
const core = (await WebAssembly.instantiate(compiled)).exports; // which imports nothing
core._initialize();

const view = () => new DataView(core.memory.buffer);

function give(text) {
    const bytes = new TextEncoder().encode(text);
    const room = new Uint8Array(core.memory.buffer, core.text(), core.text_capacity());
    room.set(bytes.subarray(0, room.length));
    return bytes.length;
}

function textAt(address) {
    const [at, length] = [view().getUint32(address, true), view().getUint32(address + 4, true)];
    return new TextDecoder().decode(new Uint8Array(core.memory.buffer, at, length));
}

function stringAt(address) {
    const bytes = new Uint8Array(core.memory.buffer, address);
    return new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)));
}

const numbers = (address, count) => [...new Float64Array(core.memory.buffer, address, count)];

function place(row = 0, at = core.places() + 64 * row) {
    return {
        point: [view().getFloat64(at, true), view().getFloat64(at + 8, true)],
        names: [16, 24, 32, 40].map((member) => textAt(at + member)),
        population: view().getUint32(at + 48, true),
        city: view().getUint32(at + 52, true),
        rivals: view().getUint32(at + 56, true),
        regionRepeats: view().getUint8(at + 60),
    };
}

const error = () => [0, 4, 8].map((member) => view().getUint32(core.error() + member, true));

const tests = {
    async exports_what_its_source_says() {
        const told = (await readFile(source, "utf8")).match(/^ \* {5}\w+(?=\(| *$)/gm);
        assert.deepEqual(
            WebAssembly.Module.exports(compiled).map(({ name }) => name).sort(),
            [...told.map((line) => line.slice(7)), "_initialize"].sort());
        assert.deepEqual(WebAssembly.Module.imports(compiled), []);
    },

    finds_a_city() {
        assert.equal(core.find(give("el paso")), 0);
        const { population, city, ...found } = place();
        assert.deepEqual(found, {
            point: [31.75872, -106.48693],
            names: ["El Paso", "Texas", "United States", "US"],
            rivals: 0,
            regionRepeats: 0,
        });
        assert.ok(population > 500000);
        assert.equal(core.city(city), 1);
        assert.equal(place().names[0], "El Paso");
        assert.equal(core.find(give("nairobi")), 0);
        assert.equal(place().regionRepeats, 1);
    },

    finds_a_coordinate() {
        assert.equal(core.find(give("31°45'31\"N 106°29'13\"W")), 0);
        const { point, city } = place();
        assert.ok(Math.abs(point[0] - 31.7586) < 1e-4 && Math.abs(point[1] + 106.4869) < 1e-4);
        assert.equal(city, 0xffffffff);
    },

    says_what_is_wrong() {
        const text = "paris, xyzzy";
        const status = core.find(give(text));
        const [again, offset, length] = error();
        assert.equal(again, status);
        assert.equal(text.slice(offset, offset + length), "xyzzy");
        assert.equal(stringAt(core.describe(status)), "no region or country has this name or code");
        assert.ok(stringAt(core.describe(0x7fffffff)));
    },

    suggests() {
        assert.notEqual(core.find(give("nairobbi")), 0);
        const count = core.suggest(give("nairobbi"));
        assert.ok(count >= 1 && count <= core.places_capacity());
        assert.equal(place().names[0], "Nairobi");
    },

    completes() {
        const count = core.search(give("nairob"));
        assert.ok(count >= 1 && count <= core.places_capacity());
        assert.equal(place().names[0], "Nairobi");
        assert.equal(core.search(give("")), 0);
    },

    names_what_is_near() {
        const at = core.neighbours();
        const [lat, lon] = [-1.28333, 36.81667];
        assert.equal(core.nearest(lat, lon, 5, 500000, 200000), 5);
        let last = 0;
        for (let row = 0; row < 5; row++) {
            const { point, names, population } = place(0, at + 80 * row);
            const [metres, bearing] = numbers(at + 80 * row + 64, 2);
            assert.equal(names[0] === "Nairobi", row === 0);
            assert.equal(metres, core.distance(lat, lon, ...point));
            assert.equal(bearing, numbers(core.bearings(lat, lon, ...point), 1)[0]);
            assert.ok(metres >= last && metres <= 500000 && population >= 200000);
            last = metres;
        }
        assert.equal(core.nearest(lat, lon, -1, Infinity, 0), core.neighbours_capacity());
        assert.equal(core.nearest(lat, lon, 9, 1, 0), 1);
        assert.equal(core.nearest(91, lon, 9, Infinity, 0), 0);
    },

    names_rivals() {
        assert.equal(core.find(give("springfield")), 0);
        const { rivals } = place();
        const count = core.rivals(give("springfield"));
        assert.equal(count, Math.min(rivals, core.places_capacity()));
        assert.ok(count >= 2);
        for (let row = 0; row < count; row++)
            assert.equal(place(row).names[0], "Springfield");
    },

    has_no_place_of_a_name_that_does_not_fit() {
        const length = give("x".repeat(core.text_capacity() + 1));
        const status = core.find(length);
        assert.deepEqual(error(), [status, 0, length]);
        assert.equal(stringAt(core.describe(status)), "no place has this name");
        assert.equal(core.suggest(length), 0);
        assert.equal(core.rivals(length), 0);
        assert.equal(core.search(length), 0);
        assert.notEqual(core.find(core.text_capacity()), 0);
    },

    async measures_as_the_reference_does() {
        const rows = (await readFile(vectors, "utf8")).split("\n").filter((row) => /^\w/.test(row));
        assert.ok(rows.length > 1000);
        for (const row of rows) {
            const [lat1, lon1, lat2, lon2, metres] = row.split("\t").slice(1).map(Number);
            const error = Math.abs(core.distance(lat1, lon1, lat2, lon2) - metres);
            assert.ok(error <= Math.min(8e-9, 1e-15 * metres), row);
        }
        assert.ok(Number.isNaN(core.distance(91, 0, 0, 0)));
    },

    measures_on_other_earths() {
        const way = [-1.28333, 36.81667, 31.75872, -106.48693];
        assert.equal(core.distance_on(6371008.8, ...way), core.distance(...way));
        assert.equal(core.distance_on(6371, ...way).toFixed(3), "14888.778");
        assert.equal(core.wgs84_distance(...way).toFixed(6), "14900391.889969"); // GeodSolve -i -p 3
        assert.ok(Number.isNaN(core.wgs84_distance(0, 0, -91, 0)));
    },

    arrives_where_bearing_and_distance_say() {
        const [from, to] = [[-1.28333, 36.81667], [31.75872, -106.48693]];
        for (const earth of ["", "wgs84_"]) {
            const [initial, final] = numbers(core[`${earth}bearings`](...from, ...to), 2);
            const metres = core[`${earth}distance`](...from, ...to);
            const [lat, lon, bearing] = numbers(
                core[`${earth}destination`](...from, initial, metres), 3);
            assert.ok(Math.abs(lat - to[0]) < 1e-12 && Math.abs(lon - to[1]) < 1e-12);
            assert.ok(Math.abs(bearing - final) < 1e-12);
        }
    },

    leaves_along_meridians_and_the_equator() {
        assert.deepEqual(numbers(core.bearings(0, 10, 20, 10), 2), [0, 0]);
        assert.deepEqual(numbers(core.bearings(0, 10, 0, -10), 2), [270, 270]);
        assert.deepEqual(numbers(core.wgs84_bearings(0, 10, 0, 20), 2), [90, 90]);
    },

    divides_a_way() {
        const [from, to] = [[-1.28333, 36.81667], [31.75872, -106.48693]];
        const metres = core.distance(...from, ...to);
        for (const fraction of [0, 0.25, 0.5, 1]) {
            const point = numbers(core.waypoint(...from, ...to, fraction), 2);
            assert.ok(Math.abs(core.distance(...from, ...point) - fraction * metres) < 1e-6);
            assert.ok(Math.abs(core.distance(...point, ...to) - (1 - fraction) * metres) < 1e-6);
        }
        assert.ok(Number.isNaN(numbers(core.waypoint(...from, ...to, NaN), 1)[0]));
    },

    knows_its_table() {
        const facts = core.facts();
        const cities = view().getUint32(facts, true);
        assert.ok(cities > 1000);
        assert.match(textAt(facts + 24), /^\d{4}-\d\d-\d\d$/);
        assert.match(textAt(facts + 32), /GeoNames/);
        assert.equal(core.city(cities - 1), 1);
        assert.equal(core.city(cities), 0);
        assert.match(stringAt(core.version()), /^\d+\.\d+\.\d+$/);
        assert.equal(core.self_test(), 1);
    },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
    try {
        await test();
    } catch (trouble) {
        failed++;
        console.log(`it ${name}:`, trouble);
    }
}
console.log(`${Object.keys(tests).length - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
