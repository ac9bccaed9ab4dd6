// The modules of the page that need no browser, from the folder GEODIST_PAGE.
import assert from "node:assert/strict";
import { it } from "node:test";
import { pathToFileURL } from "node:url";

const importModule = (name) => import(new URL(name, pathToFileURL(`${process.env.GEODIST_PAGE}/`)));
const { readAddress, writeAddress } = await importModule("address.mjs");
const { linePath, onMap, sampleLine, splitAtAntimeridian } = await importModule("map.mjs");
const { compass, degrees, digitGroups } = await importModule("format.mjs");
const { citiesOfAreas, errorSentence, namesakeOfAreas, placeParts, shortName } = await importModule("place_text.mjs");
const geodist = await (await importModule("geodist.mjs")).load();

const line = (from, to) => sampleLine((fraction) => geodist.waypoint(from, to, fraction));
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

it("maps degrees to units of the map", () => {
    assert.deepEqual(onMap({ lat: 90, lon: -180 }), [0, 0]);
    assert.deepEqual(onMap({ lat: 0, lon: 0 }), [1800, 900]);
    assert.deepEqual(onMap({ lat: -90, lon: 180 }), [3600, 1800]);
});

it("samples a line in steps of at most one degree", () => {
    const points = line("nairobi", "elpaso");
    for (let i = 1; i < points.length; i++)
        assert.ok(Math.hypot(points[i].lat - points[i - 1].lat, points[i].lon - points[i - 1].lon) <= 1);
    assert.deepEqual([points[0], points.at(-1)].map(({ lat }) => lat), [-1.28333, 31.75872]);
    assert.equal(splitAtAntimeridian(points).length, 1);
});

it("splits a line at the antimeridian and only there", () => {
    for (const [from, to] of [["tokyo", "los angeles"], ["los angeles", "tokyo"], ["suva", "apia"], ["0,180", "0,-179"], ["0,-180", "0,179"]]) {
        const pieces = splitAtAntimeridian(line(from, to)).filter((piece) => piece.length > 1);
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

it("stays on the map near the poles and between antipodes", () => {
    for (const [from, to] of [["80,0", "80,180"], ["80,10", "80,-169.9999"], ["-80,0", "-85,179.5"], ["0,0", "0,180"], ["90,0", "-90,0"], ["nairobi", "nairobi"]]) {
        const path = linePath(line(from, to));
        assert.match(path, /^(M[\d.]+ [\d.]+(L[\d.]+ [\d.]+)*)+$/);
        assert.ok(numbers(path).every((number, i) => number >= 0 && number <= (i % 2 ? 1800 : 3600)));
    }
});

function errorOf(text) {
    try {
        geodist.find(text);
    } catch (error) {
        return error;
    }
    return assert.fail(`${text} was found`);
}

it("separates the parts of a label", () => {
    const london = ["England, United Kingdom"];
    for (const [text, parts] of [
        ["LHR", ["London Heathrow Airport", "LHR", ...london]],
        ["london", ["London", ...london]],
        ["tokyo", ["Tokyo", "Japan"]],
        ["0,0.5", []],
    ])
        assert.deepEqual(placeParts(geodist.find(text)).filter((part) => !/^\W?[\d.]/.test(part)), parts);
    assert.equal(placeParts(geodist.find("kreuzberg"))[1], "district");
    const alike = geodist.search("san jose, bicol region").map(placeParts);
    assert.deepEqual(alike[1], ["San Jose", "Bicol Region, Philippines"]); // without its GeoNames id
    assert.deepEqual(["LHR", "nairobi", "0,0.5"].map((text) => shortName(geodist.find(text))), ["LHR", "Nairobi", "0,0.5"]);
});

it("says what an area is and which cities may be meant", () => {
    const names = (text) => citiesOfAreas(errorOf(text)).map(({ name }) => name);
    for (const [text, sentence, cities] of [
        ["italy", "Italy is a country; choose a city in it", ["Rome", "Milan"]],
        ["TX", "Texas (United States) is a region; choose a city in it", ["Austin", "Houston"]],
        ["georgia", "Georgia is a country and Georgia (United States) is a region; choose a city in one of them", ["Tbilisi", "Atlanta"]],
        ["africa", "Africa is a continent; choose a city", ["Cairo", "Lagos"]],
    ]) {
        assert.equal(errorSentence(errorOf(text)), sentence);
        assert.deepEqual(names(text), cities);
    }
    assert.equal(errorSentence(errorOf("IN")).match(/ is /g).length, 3);
    const namesake = (text) => namesakeOfAreas(errorOf(text), geodist.rivals(text))?.label;
    assert.equal(namesake("italy"), "Italy, Texas, United States");
    assert.deepEqual([namesake("italien"), namesake("TX")], [undefined, undefined]);
    const [elPaso, heathrow] = ["el paso", "LHR"].map((text) => geodist.find(text));
    const among = (value, ...suggestions) => namesakeOfAreas({ value, suggestions }, [heathrow, elPaso])?.name;
    assert.deepEqual([among("four"), among("four", elPaso), among(" CA")], ["El Paso", undefined, undefined]);
});

it("chooses one city of each of several areas", () => {
    const [houston, austin, cairo, rome] = ["houston", "austin", "cairo", "rome"].map((text) => geodist.find(text));
    const [texas, egypt, africa] = ["TX", "egypt", "africa"].map((text) => geodist.areas(text)[0]);
    const chosen = (areas, ...suggestions) => citiesOfAreas({ areas, suggestions }).map(({ name }) => name);
    assert.deepEqual(chosen([texas], austin, houston, rome), ["Austin", "Houston"]);
    assert.deepEqual(chosen([texas, egypt], geodist.find("chicago"), rome, houston, austin, cairo), ["Houston", "Cairo"]);
    assert.deepEqual(chosen([egypt, africa], cairo), ["Cairo"]);
    assert.deepEqual(chosen([egypt, africa], rome), ["Rome"]);
});

it("says what is wrong with a text", () => {
    for (const [text, sentence] of [
        ["N/A", "No place given"],
        [" N/A ", "No place given"],
        ["nairobbi", "No place has this name"],
        ["paris, xyzzy", "No region or country has this name or code: xyzzy"],
        ["9C3XGV4C+XV", "This looks like a plus code; choose a city or an airport"],
        ["New York, NY 10001", "10001 looks like a postal code; choose a city or an airport"],
        ["95,3", "Latitude is outside -90 to 90: 95"],
        ["nai\u0000robi", "A control character"],
    ])
        assert.equal(errorSentence(errorOf(text)), sentence);
});

it("formats bearings", () => {
    assert.deepEqual([0, 11, 12, 45, 90, 236.0058, 315.16, 348, 349, 359.9].map(compass), [
        "north", "north", "north-northeast", "northeast", "east", "southwest", "northwest",
        "north-northwest", "north", "north"]);
    assert.deepEqual([0, 236.0058, 359.94, 359.96].map(degrees), ["0.0°", "236.0°", "359.9°", "0.0°"]);
});

it("groups the digits of a number", () => {
    for (const [number, parts] of [[0, ["0.0"]], [8815.53, ["8815.5"]], [14888.798, ["14", "888.8"]], [123456.78, ["123", "456.8"]], [9999.97, ["10", "000.0"]]])
        assert.deepEqual(digitGroups(number), parts);
});
