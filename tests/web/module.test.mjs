// The JavaScript module, from the package in the folder GEODIST_PACKAGE.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";

const folder = pathToFileURL(`${process.env.GEODIST_PACKAGE}/`);
const read = (name) => readFile(new URL(name, folder));
const { load, GeodistError } = await import(new URL("geodist.mjs", folder));
const geodist = await load();

const NAIROBI = { lat: -1.28333, lon: 36.81667 };
const EL_PASO = { lat: 31.75872, lon: -106.48693 };

const close = (actual, expected, error = 1e-9) =>
    assert.ok(Math.abs(actual - expected) <= error, `${actual} is not ${expected}`);

function thrown(action) {
    try {
        action();
    } catch (error) {
        return error;
    }
    return assert.fail("nothing was thrown");
}

describe("find", () => {
    it("returns all fields of a place", () => {
        const { population, row, ...rest } = geodist.find("El Paso, TX");
        assert.deepEqual(rest, {
            ...EL_PASO,
            label: "El Paso, Texas, United States", kind: "city",
            iata: null, icao: null, isCapital: false, isSeat: false, isDistrict: false,
            name: "El Paso", region: "Texas", country: "United States", countryCode: "US", rivals: 0,
            geonamesId: 5520993, // https://www.geonames.org/5520993
        });
        assert.ok(population > 500000);
        assert.ok(Number.isInteger(row) && row < geodist.table.places);
    });

    it("leaves out a region that repeats the name", () => {
        assert.equal(geodist.find("tokyo").label, "Tokyo, Japan");
    });

    it("finds airports by code and by name", () => {
        // The codes and reference points as in the aeronautical information publications.
        for (const [text, iata, icao, lat, lon] of [
            ["LHR", "LHR", "EGLL", 51.4706, -0.4619], ["egll", "LHR", "EGLL", 51.4706, -0.4619],
            ["jfk airport", "JFK", "KJFK", 40.6399, -73.7787], ["SYD", "SYD", "YSSY", -33.9461, 151.1772],
        ]) {
            const { kind, label, population, isCapital, isDistrict, ...found } = geodist.find(text);
            assert.deepEqual([kind, found.iata, found.icao], ["airport", iata, icao]);
            assert.ok(label.startsWith(`${found.name} (${iata}), `) && geodist.find(label).row === found.row);
            assert.deepEqual([population, isCapital, isDistrict], [0, false, false]);
            assert.ok(geodist.distance(found, { lat, lon }) < 2);
        }
        close(geodist.distance("LHR", "LGW"), 40.9, 1);
        close(geodist.distance("LHR", "JFK"), 5540, 5);
        assert.equal(geodist.find("NYC").kind, "city");
    });

    it("marks capitals, seats and districts", () => {
        const marks = (text) => {
            const { isCapital, isSeat, isDistrict } = geodist.find(text);
            return [isCapital, isSeat, isDistrict];
        };
        assert.deepEqual(marks("canberra").slice(0, 1), [true]);
        assert.deepEqual(marks("sydney"), [false, true, false]);
        assert.deepEqual(marks("el paso"), [false, false, false]);
        assert.deepEqual(marks("kreuzberg"), [false, false, true]);
    });

    it("finds names in several scripts", () => {
        for (const [text, name] of [["東京", "Tokyo"], ["Москва", "Moscow"], ["koln", "Köln"]])
            assert.equal(geodist.find(text).name, name);
    });

    it("accepts coordinates, with labels that read back as the same point", () => {
        for (const text of ["31.75872,-106.48693", "0.0,0.0", "1.5,-0.0000001", "-90.0,180.0"]) {
            const { label, kind, row, geonamesId, name, iata, lat, lon } = geodist.find(text);
            assert.deepEqual([label, kind, row, geonamesId, name, iata], [text, "coordinate", null, null, "", null]);
            const again = geodist.find(label);
            assert.deepEqual([again.lat, again.lon], [lat, lon]);
        }
    });

    it("throws an error that says which part of the text is at fault", () => {
        for (const [text, status, part] of [
            ["", "EMPTY", ""],
            ["nairobbi", "UNKNOWN_NAME", "nairobbi"],
            ["köln 𝄞, xyzzy", "UNKNOWN_QUALIFIER", "xyzzy"],
            ["nairobi, texas", "QUALIFIER_MISMATCH", "texas"],
            ["nai\u0000robi", "CONTROL_CHARACTER", "\u0000"],
            ["köln\ud834, nairobi", "NOT_UTF8", "\ud834"],
            ["\udd1e", "NOT_UTF8", "\udd1e"],
            ["N/A", "EMPTY", "N/A"],
            ["italy", "AREA", "italy"],
            ["georgia, us", "AREA", "georgia"],
            ["10 Downing Street", "STREET_ADDRESS", "10 Downing Street"],
            ["New York, NY 10001", "POSTAL_CODE", "10001"],
            ["9C3XGV4C+XV", "PLUS_CODE", "9C3XGV4C+XV"],
            ["33U 391545 5820000", "GRID_REFERENCE", "33U 391545 5820000"],
            ["u33dc0", "GEOHASH", "u33dc0"],
            ["https://maps.example.org/", "MAP_LINK", "https://maps.example.org/"],
            ["POINT (13.4 52.5)", "WKT", "POINT (13.4 52.5)"],
            ["95,3", "LATITUDE_RANGE", "95"],
            ["3,361", "LONGITUDE_RANGE", "361"],
        ]) {
            const error = thrown(() => geodist.find(text));
            assert.ok(error instanceof GeodistError && error instanceof Error);
            assert.equal(error.name, "GeodistError");
            assert.equal(error.status, status);
            assert.equal(error.value, text);
            assert.equal(text.slice(error.start, error.end), part);
            assert.ok(error.message.includes(error.reason));
        }
        const { message, reason } = thrown(() => geodist.find("paris, xyzzy"));
        assert.equal(reason, "no region or country has this name or code");
        assert.equal(message, `'paris, xyzzy': ${reason}: 'xyzzy'`);
    });

    it("refuses a lone surrogate, and the character that replaces one in UTF-8", () => {
        assert.equal(thrown(() => geodist.find("nairobi \ufffd")).start, 8);
        assert.equal(thrown(() => geodist.find("nairobi x\ud800")).start, 9);
        assert.deepEqual(geodist.search("nairob\ud800"), []);
        assert.deepEqual(geodist.suggest("nairobbi\ud800"), []);
    });

    it("escapes and shortens text in messages", () => {
        for (const [text, quoted] of [
            ["nai\u001b[31mrobi", "'nai\\u{1B}[31mrobi'"], ["x\u202ey", "'x\\u{202E}y'"], ["x\ud800", "'x\\u{D800}'"],
            ["C:\\x", "'C:\\\\x'"], ["xyzzy 𝄞", "'xyzzy 𝄞'"], ["x".repeat(200), `'${"x".repeat(200)}'`],
            ["𝄞".repeat(201), `'${"𝄞".repeat(200)}…'`], ["x".repeat(1000000), `'${"x".repeat(200)}…'`],
        ])
            assert.ok(thrown(() => geodist.find(text)).message.startsWith(`${quoted}: `), quoted);
    });

    it("knows no name longer than its buffer", () => {
        const text = "x".repeat(100000);
        const { status, start, end } = thrown(() => geodist.find(text));
        assert.deepEqual([status, start, end], ["UNKNOWN_NAME", 0, text.length]);
    });

    it("accepts nothing but text", () => {
        for (const value of [undefined, null, 7, {}, ["nairobi"]])
            assert.throws(() => geodist.find(value), TypeError);
    });
});

describe("rivals and suggest", () => {
    it("return the other places of a name", () => {
        const rivals = geodist.rivals("springfield");
        assert.ok(rivals.length >= 2);
        assert.ok(rivals.every(({ name }) => name === "Springfield"));
        assert.equal(geodist.find("springfield").rivals, rivals.length);
        assert.deepEqual(geodist.rivals("nairobbi"), []);
    });

    it("correct a spelling", () => {
        assert.equal(geodist.suggest("nairobbi")[0].name, "Nairobi");
        assert.deepEqual(geodist.suggest("xyzzyxyzzyxyzzy"), []);
        assert.deepEqual(thrown(() => geodist.find("nairobbi")).suggestions, geodist.suggest("nairobbi"));
    });
});

describe("areas", () => {
    it("are errors that carry the areas and cities in them", () => {
        const { areas, suggestions, message } = thrown(() => geodist.find("italien"));
        assert.equal(message, "'italien': an area, not a city");
        assert.equal(areas.length, 1);
        const { population, ...rest } = areas[0];
        assert.deepEqual(rest, {
            label: "Italy", kind: "country", name: "Italy", description: "a country", country: "Italy", countryCode: "IT",
        });
        assert.ok(population > 50e6);
        assert.deepEqual(suggestions.map(({ name, kind }) => [name, kind]), [["Rome", "city"], ["Milan", "city"]]);
        assert.ok(suggestions[0].isCapital);
    });

    it("name what an area is", () => {
        const described = (text) => geodist.areas(text).map(({ label, kind, description }) => [label, kind, description]);
        assert.deepEqual(described("georgia"), [
            ["Georgia", "country", "a country"], ["Georgia, United States", "region", "a region"]]);
        assert.deepEqual(described("TX"), [["Texas, United States", "region", "a region"]]);
        assert.deepEqual(described("africa"), [["Africa", "other area", "a continent"]]);
        assert.deepEqual([described("nairobi"), described("xyzzy"), described("0,0")], [[], [], []]);
    });

    it("have rivals, and are rivals", () => {
        assert.deepEqual(geodist.rivals("italy").map(({ label }) => label), ["Italy, Texas, United States"]);
        const [france, ...others] = geodist.rivals("FRA");
        assert.deepEqual([france.label, france.kind, others], ["France", "country", []]);
        assert.ok(!("lat" in france));
    });

    it("are no arguments of a measure", () => {
        const [italy] = geodist.areas("italy");
        assert.equal(thrown(() => geodist.distance("nairobi", italy)).status, "BAD_COORDINATE");
        assert.equal(thrown(() => geodist.distance("nairobi", "italy")).status, "AREA");
        assert.deepEqual(thrown(() => geodist.find("nairobbi")).areas, []);
        assert.deepEqual(thrown(() => geodist.distance("nairobi", null)).suggestions, []);
    });
});

describe("search", () => {
    it("completes what is being typed", () => {
        for (const typed of ["n", "nai", "nairobi"]) {
            const found = geodist.search(typed);
            assert.ok(found.length >= 1 && found.length <= 32);
        }
        const found = geodist.search("n"); // more than 32
        assert.equal(found.length, 32);
        assert.equal(new Set(found.map(({ row }) => row)).size, 32);
        assert.ok(found.every(({ label, country }) => label.endsWith(country) && country));
        assert.equal(geodist.search("nairob")[0].name, "Nairobi");
        assert.equal(geodist.search("heathr")[0].iata, "LHR");
        assert.equal(geodist.search("el pas")[0].label, "El Paso, Texas, United States");
        assert.deepEqual(geodist.search(""), []);
    });
});

describe("nearest", () => {
    it("returns the place at the point itself first", () => {
        const near = geodist.nearest("nairobi", { count: 3 });
        assert.equal(near.length, 3);
        assert.equal(near[0].place.name, "Nairobi");
        assert.equal(near[0].distance, 0);
    });

    it("respects the radius and the population", () => {
        const near = geodist.nearest("nairobi", { count: 100, radius: 200, population: 50000, unit: "mi" });
        assert.ok(near.length >= 3 && near.length < 100);
        for (const { place, distance, bearing } of near) {
            assert.ok(distance <= 200 && place.population >= 50000);
            close(distance, geodist.distance("nairobi", place, { unit: "mi" }), 1e-12 * distance);
            assert.equal(bearing, geodist.bearing("nairobi", place).initial);
        }
        assert.deepEqual(near.map(({ distance }) => distance),
            near.map(({ distance }) => distance).sort((a, b) => a - b));
    });

    it("returns the kind that is asked for", () => {
        const near = (kind) => geodist.nearest("LHR", { count: 100, radius: 60, ...(kind && { kind }) });
        const kinds = (found) => [...new Set(found.map(({ place }) => place.kind))].sort();
        assert.deepEqual(kinds(near()), ["city"]);
        assert.deepEqual(near("city"), near());
        assert.deepEqual(kinds(near("airport")), ["airport"]);
        assert.equal(near("airport")[0].place.iata, "LHR");
        assert.ok(near("airport").some(({ place }) => place.iata === "LGW"));
        assert.deepEqual(kinds(near("any")), ["airport", "city"]);
        assert.deepEqual(geodist.nearest("LHR", { kind: "airport", population: 1 }), []);
    });

    it("measures on the ellipsoid", () => {
        for (const { place, distance, bearing } of geodist.nearest("nairobi", { count: 5, model: "wgs84" }).slice(1)) {
            assert.equal(distance, geodist.distance("nairobi", place, { model: "wgs84" }));
            assert.equal(bearing, geodist.bearing("nairobi", place, { model: "wgs84" }).initial);
        }
    });

    it("refuses invalid options", () => {
        for (const options of [
            { count: -1 }, { count: 1.5 }, { count: 101 }, { radius: -1 }, { radius: NaN }, { radius: "1" },
            { population: -1 }, { population: NaN }, { population: 2 ** 32 }, { population: 2 ** 32 - 0.5 },
            { unit: "furlong" }, { model: "flat" }, { kind: "country" }, { kind: "toString" }, { kind: null },
        ])
            assert.throws(() => geodist.nearest("nairobi", options), RangeError);
    });
});

describe("distance", () => {
    it("agrees with reference values", () => {
        close(geodist.distance("nairobi", "elpaso"), 14888.798459021626);
        close(geodist.distance("nairobi", "elpaso", { radius: 6371 }), 14888.778, 5e-4);
        close(geodist.distance("nairobi", "elpaso", { model: "wgs84" }), 14900.391889969); // GeodSolve
        close(geodist.distance("nairobi", "elpaso", { unit: "mi" }), 14888.798459021626 / 1.609344);
        close(geodist.distance("nairobi", "elpaso", { unit: "nmi" }), 14888.798459021626 / 1.852);
        close(geodist.distance("nairobi", "elpaso", { unit: "m" }), 14888798.459021626, 1e-6);
        close(geodist.distance("nairobi", "elpaso", { unit: "ft" }), 14888798.459021626 / 0.3048, 1e-6);
        close(geodist.distance("nairobi", "elpaso", { unit: "yd" }), 14888798.459021626 / 0.9144, 1e-6);
    });

    it("accepts words for units in any case", () => {
        const distance = (unit) => geodist.distance("nairobi", "elpaso", { unit });
        for (const [unit, words] of [
            ["km", ["KM", "Kilometers"]], ["mi", ["miles", "MILE"]], ["nmi", ["NM", "nautical miles"]],
            ["m", ["metres"]], ["ft", ["Feet"]], ["yd", ["yards"]],
        ])
            for (const word of words)
                assert.equal(distance(word), distance(unit));
    });

    it("accepts places, points and text", () => {
        const distance = geodist.distance("nairobi", "elpaso");
        for (const from of ["nairobi", geodist.find("nairobi"), NAIROBI, "-1.28333,36.81667"])
            for (const to of ["elpaso", geodist.find("elpaso"), EL_PASO])
                assert.equal(geodist.distance(from, to), distance);
    });

    it("refuses arguments that are not places", () => {
        for (const [value, status] of [
            [null, "BAD_COORDINATE"], [undefined, "BAD_COORDINATE"], [{}, "BAD_COORDINATE"],
            [{ lat: NaN, lon: 0 }, "BAD_COORDINATE"], [{ lat: "1", lon: 0 }, "BAD_COORDINATE"],
            [{ lat: 0, lon: Infinity }, "BAD_COORDINATE"], [{ lat: 90.1, lon: 0 }, "LATITUDE_RANGE"],
        ]) {
            const error = thrown(() => geodist.distance("nairobi", value));
            assert.ok(error instanceof GeodistError);
            assert.deepEqual([error.value, error.status], [value, status]);
        }
    });

    it("refuses invalid options", () => {
        for (const options of [
            { unit: "furlong" }, { unit: "" }, { unit: null }, { unit: "toString" }, { model: "flat" }, { radius: 0 }, { radius: -1 },
            { radius: NaN }, { radius: Infinity }, { radius: "6371" }, { model: "wgs84", radius: 6371 },
        ])
            assert.throws(() => geodist.distance("nairobi", "elpaso", options), RangeError);
    });
});

describe("bearing, waypoints and destination", () => {
    it("lead to the other end", () => {
        for (const earth of [{}, { model: "sphere", radius: 1737.4 }, { model: "wgs84" }]) {
            const { initial, final } = geodist.bearing("nairobi", "elpaso", earth);
            const distance = geodist.distance("nairobi", "elpaso", { ...earth, unit: "nmi" });
            const end = geodist.destination("nairobi", initial, distance, { ...earth, unit: "nmi" });
            close(end.lat, EL_PASO.lat);
            close(end.lon, EL_PASO.lon);
            close(end.bearing, final);
        }
        assert.throws(() => geodist.destination("nairobi", NaN, 1), RangeError);
        assert.throws(() => geodist.destination("nairobi", 1, "1"), RangeError);
    });

    it("divide the line into equal parts", () => {
        const points = geodist.waypoints("nairobi", "elpaso", 9);
        assert.equal(points.length, 9);
        const stops = [NAIROBI, ...points, EL_PASO];
        for (let i = 1; i < stops.length; i++)
            close(geodist.distance(stops[i - 1], stops[i]), 1488.8798459021626);
        assert.deepEqual(geodist.waypoints("nairobi", "elpaso", 0), []);
        assert.deepEqual(geodist.waypoint("nairobi", "elpaso", 0.5), points[4]);
        assert.deepEqual(geodist.waypoint("nairobi", "elpaso", 1), EL_PASO);
        const earth = { model: "wgs84" };
        const quarters = [NAIROBI, ...geodist.waypoints("nairobi", "elpaso", 3, earth), EL_PASO];
        for (let i = 1; i < quarters.length; i++)
            close(geodist.distance(quarters[i - 1], quarters[i], earth), 14900.391889969 / 4, 1e-8);
        assert.deepEqual(geodist.waypoint("nairobi", "elpaso", 0.5, earth), quarters[2]);
        assert.deepEqual(geodist.waypoint("nairobi", "elpaso", 0.5, { radius: 1 }), points[4]);
        for (const options of [{ model: "flat" }, { radius: 0 }, { model: "wgs84", radius: 6371 }]) {
            assert.throws(() => geodist.waypoint("nairobi", "elpaso", 0.5, options), RangeError);
            assert.throws(() => geodist.waypoints("nairobi", "elpaso", 1, options), RangeError);
            assert.throws(() => geodist.bearing("nairobi", "elpaso", options), RangeError);
            assert.throws(() => geodist.destination("nairobi", 0, 1, options), RangeError);
        }
        for (const count of [-1, 1.5, "2", undefined])
            assert.throws(() => geodist.waypoints("nairobi", "elpaso", count), RangeError);
        assert.throws(() => geodist.waypoint("nairobi", "elpaso", NaN), RangeError);
    });
});

describe("load", () => {
    const same = async (source) =>
        assert.equal((await load(source)).distance("nairobi", "elpaso"), geodist.distance("nairobi", "elpaso"));

    it("accepts bytes, a module and a URL", async () => {
        const bytes = await read("geodist_core.wasm");
        await same(bytes);
        await same(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
        await same(WebAssembly.compile(bytes));
        await same(new URL("geodist_core.wasm", folder));
    });

    it("accepts responses with any Content-Type", async () => {
        const bytes = await read("geodist_core.wasm");
        const server = createServer(({ url }, response) => {
            response.statusCode = url === "/missing" ? 404 : 200;
            response.setHeader("Content-Type", url.slice(1).replace("-", "/"));
            response.end(bytes);
        }).listen(0, "127.0.0.1");
        try {
            await new Promise((listening) => server.once("listening", listening));
            const address = `http://127.0.0.1:${server.address().port}`;
            await same(`${address}/application-wasm`);
            await same(new URL(`${address}/application-octet`));
            await same(fetch(`${address}/application-wasm`));
            await assert.rejects(load(`${address}/missing`), /\/missing: 404/);
        } finally {
            server.closeAllConnections?.();
            server.close();
        }
    });

    it("rejects bytes that are not a module", async () => {
        await assert.rejects(load(new Uint8Array(8)), WebAssembly.CompileError);
    });

    it("provides the version and facts about the table", async () => {
        assert.equal(geodist.version, JSON.parse(await read("package.json")).version);
        assert.match(geodist.table.edition, /^\d{4}-\d\d-\d\d$/);
        assert.match(geodist.table.credit, /GeoNames.*CC BY 4\.0/);
        const { places, cities, airports, keys, ambiguousKeys, regions, countries, otherAreas, bytes } = geodist.table;
        assert.ok(cities > 1000 && airports > 1000 && keys > places && ambiguousKeys < keys);
        assert.equal(cities + airports, places);
        assert.ok(countries > 190 && countries < 300 && regions > countries && otherAreas > 100 && bytes > 16 * places);
    });
});

describe("documentation", () => {
    it("declares every member", async () => {
        const [, body] = String(await read("geodist.d.ts")).match(/^export interface Geodist \{\n(.*?)^\}/ms);
        const declared = [...body.matchAll(/^ {4}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
        const members = [...Object.keys(geodist), ...Object.getOwnPropertyNames(Object.getPrototypeOf(geodist))];
        assert.deepEqual(declared.sort(), members.filter((name) => name !== "constructor").sort());
    });

    it("knows the statuses of the library", async () => {
        const header = String(await readFile(new URL("../../include/geodist.h", import.meta.url)));
        const [, listed] = header.match(/typedef enum \{([^}]*)\} geodist_status;/);
        const statuses = [...listed.matchAll(/GEODIST_(\w+)/g)].map(([, name]) => name);
        const [, source] = String(await read("geodist.mjs")).match(/const STATUSES = (\[.*?\]);/s);
        assert.deepEqual(source.match(/\w+/g), statuses);
        const [, union] = String(await read("geodist.d.ts")).match(/type Status =(.*?);/s);
        assert.deepEqual(["OK", ...union.match(/\w+/g)], statuses);
    });

    it("knows the words for units of the program", async () => {
        const program = String(await readFile(new URL("../../src/cli/options/unit.c", import.meta.url)));
        const words = [...program.matchAll(/\{"([a-z -]+)", ([A-Z]+)\}/g)].map(([, word, unit]) => [word, unit.toLowerCase()]);
        assert.ok(words.length > 20);
        const [, union] = String(await read("geodist.d.ts")).match(/type Unit =(.*?);/s);
        const declared = [...union.matchAll(/"(.*?)"/g)].map(([, word]) => word).filter((word) => word !== "NM");
        assert.deepEqual(declared.sort(), words.map(([word]) => word).sort());
        for (const [unit, name] of words)
            assert.equal(geodist.distance("0,0", "0,1", { unit }), geodist.distance("0,0", "0,1", { unit: name }));
    });

    it("declares the members of a place and of an area", async () => {
        const source = String(await read("geodist.d.ts"));
        for (const [type, value] of [["Place", geodist.find("LHR")], ["Area", geodist.areas("italy")[0]], ["Table", geodist.table]]) {
            const [, body] = source.match(new RegExp(`^export interface ${type} \\{\n(.*?)^\\}`, "ms"));
            const declared = [...body.matchAll(/^ {4}readonly (\w+):/gm)].map(([, name]) => name);
            assert.deepEqual(declared.sort(), Object.keys(value).sort());
        }
    });

    it("shows correct results in the README", async () => {
        const error = thrown(() => geodist.find("nairobbi"));
        const area = thrown(() => geodist.find("italy"));
        const claims = [...String(await read("README.md")).matchAll(/^ *((?:geodist|error|area)\..*); +\/\/ (.*)$/gm)];
        assert.ok(claims.length >= 12);
        for (const [, expression, value] of claims) {
            const actual = new Function("geodist", "error", "area", `return ${expression}`)(geodist, error, area);
            assert.deepEqual(actual, JSON.parse(value), expression);
        }
    });
});
