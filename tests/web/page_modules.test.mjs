// The parts of the page that need no browser, in the folder GEODIST_PAGE.
import assert from "node:assert/strict";
import { it } from "node:test";
import { pathToFileURL } from "node:url";

const part = (name) => import(new URL(name, pathToFileURL(`${process.env.GEODIST_PAGE}/`)));
const { readAddress, writeAddress } = await part("address.mjs");
const { arcPath, cut, onMap, trace } = await part("map.mjs");
const { compass, degrees, groups } = await part("format.mjs");
const geodist = await (await part("geodist.mjs")).load();

const way = (from, to) => trace((fraction) => geodist.waypoint(from, to, fraction));
const numbers = (path) => path.match(/-?[\d.]+/g).map(Number);

it("writes addresses that read back", () => {
    for (const texts of [["nairobi", "el paso"], ["a/b", "c?d", "e#f"], ["1+1", "100%", "%2F"], ["東京", "São Paulo, BR"], ["", "x"]])
        for (const unit of ["km", "mi"])
            assert.deepEqual(readAddress(writeAddress(texts, unit)), { texts, unit });
    assert.equal(writeAddress(["paris, tx", "el paso"], "km"), "#paris,+tx/el+paso");
    assert.deepEqual(readAddress(""), { texts: [], unit: "km" });
    assert.deepEqual(readAddress("#"), { texts: [], unit: "km" });
    assert.deepEqual(readAddress("#%E0%A4%A/b"), { texts: ["%E0%A4%A", "b"], unit: "km" });
});

it("puts points where they belong", () => {
    assert.deepEqual(onMap({ lat: 90, lon: -180 }), [0, 0]);
    assert.deepEqual(onMap({ lat: 0, lon: 0 }), [1800, 900]);
    assert.deepEqual(onMap({ lat: -90, lon: 180 }), [3600, 1800]);
});

it("follows a great circle in small steps", () => {
    const points = way("nairobi", "elpaso");
    for (let i = 1; i < points.length; i++)
        assert.ok(Math.hypot(points[i].lat - points[i - 1].lat, points[i].lon - points[i - 1].lon) <= 1);
    assert.deepEqual([points[0], points.at(-1)].map(({ lat }) => lat), [-1.28333, 31.75872]);
    assert.equal(cut(points).length, 1);
});

it("cuts where a way leaves the map, and only there", () => {
    for (const [from, to] of [["tokyo", "los angeles"], ["los angeles", "tokyo"], ["suva", "apia"], ["0,180", "0,-179"], ["0,-180", "0,179"]]) {
        const pieces = cut(way(from, to)).filter((piece) => piece.length > 1);
        assert.ok(pieces.length <= 2);
        for (const piece of pieces)
            for (let i = 1; i < piece.length; i++)
                assert.ok(Math.abs(piece[i].lon - piece[i - 1].lon) <= 1.0001, `${from} to ${to}`);
        if (pieces.length === 2) {
            assert.equal(Math.abs(pieces[0].at(-1).lon), 180);
            assert.equal(pieces[1][0].lon, -pieces[0].at(-1).lon);
            assert.equal(pieces[1][0].lat, pieces[0].at(-1).lat);
        }
    }
});

it("stays on the map over the poles and between opposite points", () => {
    for (const [from, to] of [["80,0", "80,180"], ["80,10", "80,-169.9999"], ["-80,0", "-85,179.5"], ["0,0", "0,180"], ["90,0", "-90,0"], ["nairobi", "nairobi"]]) {
        const path = arcPath(way(from, to));
        assert.match(path, /^(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)*)+$/);
        assert.ok(numbers(path).every((number, i) => number >= 0 && number <= (i % 2 ? 1800 : 3600)));
    }
});

it("says directions in words", () => {
    assert.deepEqual([0, 11, 12, 45, 90, 236.0058, 315.16, 348, 349, 359.9].map(compass), [
        "north", "north", "north-northeast", "northeast", "east", "southwest", "northwest",
        "north-northwest", "north", "north"]);
    assert.deepEqual([0, 236.0058, 359.94, 359.96].map(degrees), ["0.0°", "236.0°", "359.9°", "0.0°"]);
});

it("groups digits that are still one number", () => {
    for (const [number, parts] of [[0, ["0.0"]], [8815.53, ["8815.5"]], [14888.798, ["14", "888.8"]], [123456.78, ["123", "456.8"]], [9999.97, ["10", "000.0"]]])
        assert.deepEqual(groups(number), parts);
});
