// The module for JavaScript, of the package in the folder GEODIST_PACKAGE.
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

const close = (ours, truth, error = 1e-9) =>
    assert.ok(Math.abs(ours - truth) <= error, `${ours} is not ${truth}`);

function thrown(action) {
    try {
        action();
    } catch (error) {
        return error;
    }
    return assert.fail("nothing was thrown");
}

describe("find", () => {
    it("gives all that is known of a place", () => {
        const { population, city, ...rest } = geodist.find("El Paso, TX");
        assert.deepEqual(rest, {
            ...EL_PASO,
            label: "El Paso, Texas, United States",
            name: "El Paso", region: "Texas", country: "United States", countryCode: "US", rivals: 0,
        });
        assert.ok(population > 500000);
        assert.ok(Number.isInteger(city));
    });

    it("leaves out a region that repeats the name", () => {
        assert.equal(geodist.find("nairobi").label, "Nairobi, Kenya");
    });

    it("reads every script", () => {
        for (const [text, name] of [["東京", "Tokyo"], ["Москва", "Moscow"], ["koln", "Köln"]])
            assert.equal(geodist.find(text).name, name);
    });

    it("takes coordinates, and writes them so that they read back", () => {
        for (const text of ["31.75872,-106.48693", "0,0", "1.5,-0.0000001", "-90,180"]) {
            const { label, city, name, lat, lon } = geodist.find(text);
            assert.deepEqual([label, city, name], [text, null, ""]);
            const again = geodist.find(label);
            assert.deepEqual([again.lat, again.lon], [lat, lon]);
        }
    });

    it("says what is wrong, and where in the text", () => {
        for (const [text, status, part] of [
            ["", "EMPTY", ""],
            ["nairobbi", "UNKNOWN_NAME", "nairobbi"],
            ["köln 𝄞, xyzzy", "UNKNOWN_QUALIFIER", "xyzzy"],
            ["nairobi, texas", "NOT_THERE", "texas"],
            ["95,3", "LATITUDE_RANGE", "95"],
            ["3,361", "LONGITUDE_RANGE", "361"],
        ]) {
            const error = thrown(() => geodist.find(text));
            assert.ok(error instanceof GeodistError && error instanceof Error);
            assert.equal(error.name, "GeodistError");
            assert.equal(error.status, status);
            assert.equal(error.value, text);
            assert.equal(text.slice(error.start, error.end), part);
            assert.ok(error.message.includes(text));
        }
        const { message, reason } = thrown(() => geodist.find("paris, xyzzy"));
        assert.equal(reason, "no region or country has this name or code");
        assert.equal(message, `'paris, xyzzy': ${reason}: 'xyzzy'`);
    });

    it("has no place of a name without end", () => {
        const text = "x".repeat(100000);
        assert.equal(thrown(() => geodist.find(text)).status, "UNKNOWN_NAME");
    });

    it("takes nothing but text", () => {
        for (const value of [undefined, null, 7, {}, ["nairobi"]])
            assert.throws(() => geodist.find(value), TypeError);
    });
});

describe("rivals and suggest", () => {
    it("name the other places of a name", () => {
        const rivals = geodist.rivals("springfield");
        assert.ok(rivals.length >= 2);
        assert.ok(rivals.every(({ name }) => name === "Springfield"));
        assert.equal(geodist.find("springfield").rivals, rivals.length);
        assert.deepEqual(geodist.rivals("nairobbi"), []);
    });

    it("correct a spelling", () => {
        assert.equal(geodist.suggest("nairobbi")[0].label, "Nairobi, Kenya");
        assert.deepEqual(geodist.suggest("xyzzyxyzzyxyzzy"), []);
    });
});

describe("search", () => {
    it("completes what is being typed", () => {
        for (const typed of ["n", "nai", "nairobi"]) {
            const found = geodist.search(typed);
            assert.ok(found.length >= 1 && found.length <= 32);
        }
        assert.equal(geodist.search("nairob")[0].label, "Nairobi, Kenya");
        assert.equal(geodist.search("el pas")[0].label, "El Paso, Texas, United States");
        assert.deepEqual(geodist.search(""), []);
    });
});

describe("nearest", () => {
    it("begins with the city itself", () => {
        const near = geodist.nearest("nairobi", { count: 3 });
        assert.equal(near.length, 3);
        assert.equal(near[0].place.name, "Nairobi");
        assert.equal(near[0].distance, 0);
    });

    it("keeps to a radius and a population", () => {
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

    it("refuses options that mean nothing", () => {
        for (const options of [
            { count: -1 }, { count: 1.5 }, { count: 101 }, { radius: -1 }, { radius: NaN }, { radius: "1" },
            { population: -1 }, { population: NaN }, { population: 2 ** 32 }, { unit: "yd" },
        ])
            assert.throws(() => geodist.nearest("nairobi", options), RangeError);
    });
});

describe("distance", () => {
    it("agrees with the references", () => {
        close(geodist.distance("nairobi", "elpaso"), 14888.798459021626);
        close(geodist.distance("nairobi", "elpaso", { radius: 6371 }), 14888.778, 5e-4);
        close(geodist.distance("nairobi", "elpaso", { model: "wgs84" }), 14900.391889969); // GeodSolve
        close(geodist.distance("nairobi", "elpaso", { unit: "mi" }), 14888.798459021626 / 1.609344);
        close(geodist.distance("nairobi", "elpaso", { unit: "nmi" }), 14888.798459021626 / 1.852);
        close(geodist.distance("nairobi", "elpaso", { unit: "m" }), 14888798.459021626, 1e-6);
        close(geodist.distance("nairobi", "elpaso", { unit: "ft" }), 14888798.459021626 / 0.3048, 1e-6);
    });

    it("takes places, points and text alike", () => {
        const distance = geodist.distance("nairobi", "elpaso");
        for (const from of ["nairobi", geodist.find("nairobi"), NAIROBI, "-1.28333,36.81667"])
            for (const to of ["elpaso", geodist.find("elpaso"), EL_PASO])
                assert.equal(geodist.distance(from, to), distance);
    });

    it("refuses what is no point", () => {
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

    it("refuses options that mean nothing", () => {
        for (const options of [
            { unit: "yd" }, { unit: "toString" }, { model: "flat" }, { radius: 0 }, { radius: -1 },
            { radius: NaN }, { radius: Infinity }, { radius: "6371" }, { model: "wgs84", radius: 6371 },
        ])
            assert.throws(() => geodist.distance("nairobi", "elpaso", options), RangeError);
    });
});

describe("bearing, waypoints and destination", () => {
    it("lead to the other end", () => {
        for (const model of ["sphere", "wgs84"]) {
            const { initial, final } = geodist.bearing("nairobi", "elpaso", { model });
            const distance = geodist.distance("nairobi", "elpaso", { model, unit: "nmi" });
            const end = geodist.destination("nairobi", initial, distance, { model, unit: "nmi" });
            close(end.lat, EL_PASO.lat);
            close(end.lon, EL_PASO.lon);
            close(end.bearing, final);
        }
        assert.throws(() => geodist.destination("nairobi", NaN, 1), RangeError);
        assert.throws(() => geodist.destination("nairobi", 1, "1"), RangeError);
    });

    it("divide the way into equal parts", () => {
        const points = geodist.waypoints("nairobi", "elpaso", 9);
        assert.equal(points.length, 9);
        const stops = [NAIROBI, ...points, EL_PASO];
        for (let i = 1; i < stops.length; i++)
            close(geodist.distance(stops[i - 1], stops[i]), 1488.8798459021626);
        assert.deepEqual(geodist.waypoints("nairobi", "elpaso", 0), []);
        assert.deepEqual(geodist.waypoint("nairobi", "elpaso", 0.5), points[4]);
        assert.deepEqual(geodist.waypoint("nairobi", "elpaso", 1), EL_PASO);
        for (const count of [-1, 1.5, "2", undefined])
            assert.throws(() => geodist.waypoints("nairobi", "elpaso", count), RangeError);
        assert.throws(() => geodist.waypoint("nairobi", "elpaso", NaN), RangeError);
    });
});

describe("load", () => {
    const same = async (source) =>
        assert.equal((await load(source)).distance("nairobi", "elpaso"), geodist.distance("nairobi", "elpaso"));

    it("takes bytes, a module and an address", async () => {
        const bytes = await read("geodist_core.wasm");
        await same(bytes);
        await same(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
        await same(WebAssembly.compile(bytes));
        await same(new URL("geodist_core.wasm", folder));
    });

    it("takes what a server sends, whatever type it calls it", async () => {
        const bytes = await read("geodist_core.wasm");
        const server = createServer(({ url }, response) => {
            response.statusCode = url === "/none" ? 404 : 200;
            response.setHeader("Content-Type", url.slice(1).replace("-", "/"));
            response.end(bytes);
        }).listen(0, "127.0.0.1");
        try {
            await new Promise((listening) => server.once("listening", listening));
            const address = `http://127.0.0.1:${server.address().port}`;
            await same(`${address}/application-wasm`);
            await same(new URL(`${address}/application-octet`));
            await same(fetch(`${address}/application-wasm`));
            await assert.rejects(load(`${address}/none`), /\/none: 404/);
        } finally {
            server.closeAllConnections?.();
            server.close();
        }
    });

    it("rejects what is no module", async () => {
        await assert.rejects(load(new Uint8Array(8)), WebAssembly.CompileError);
    });

    it("tells the version and the table", async () => {
        assert.equal(geodist.version, JSON.parse(await read("package.json")).version);
        assert.match(geodist.table.edition, /^\d{4}-\d\d-\d\d$/);
        assert.match(geodist.table.credit, /GeoNames.*CC BY 4\.0/);
        assert.ok(geodist.table.cities > 1000 && geodist.table.keys > geodist.table.cities);
    });
});

describe("what is written about it", () => {
    it("lists every member in the declarations", async () => {
        const [, members] = String(await read("geodist.d.ts")).match(/^export interface Geodist \{\n(.*?)^\}/ms);
        const told = [...members.matchAll(/^ {4}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
        const there = [...Object.keys(geodist), ...Object.getOwnPropertyNames(Object.getPrototypeOf(geodist))];
        assert.deepEqual(told.sort(), there.filter((name) => name !== "constructor").sort());
    });

    it("knows the statuses of the library", async () => {
        const header = String(await readFile(new URL("../../include/geodist.h", import.meta.url)));
        const [, listed] = header.match(/typedef enum \{(.*?)\} geodist_status;/s);
        const statuses = [...listed.matchAll(/GEODIST_(\w+)/g)].map(([, name]) => name);
        const [, source] = String(await read("geodist.mjs")).match(/const STATUSES = (\[.*?\]);/s);
        assert.deepEqual(source.match(/\w+/g), statuses);
        const [, union] = String(await read("geodist.d.ts")).match(/type Status =(.*?);/s);
        assert.deepEqual(["OK", ...union.match(/\w+/g)], statuses);
    });

    it("shows what comes out in the README", async () => {
        const error = thrown(() => geodist.find("nairobbi"));
        const claims = [...String(await read("README.md")).matchAll(/^ *((?:geodist|error)\..*); +\/\/ (.*)$/gm)];
        assert.ok(claims.length >= 7);
        for (const [, expression, value] of claims) {
            const ours = new Function("geodist", "error", `return ${expression}`)(geodist, error);
            assert.deepEqual(ours, JSON.parse(value), expression);
        }
    });
});
