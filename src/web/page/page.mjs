// What happens on the page. Every answer comes from the library (geodist.mjs).
import { readAddress, writeAddress } from "./address.mjs";
import { Combobox } from "./combobox.mjs";
import { GeodistError, load } from "./geodist.mjs";
import { arcPath, dotPath, graticulePath, trace } from "./map.mjs";
import { placeNames } from "./map_labels.mjs";
import { compass, degrees, groups } from "./format.mjs";

const FEWEST_STOPS = 2;
const MOST_STOPS = 9;
const OFFERED = 8;
const UNITS = ["km", "mi", "nmi"];

const element = (id) => document.getElementById(id);
const made = (name, content, properties = {}) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...[content].flat());
    return node;
};

let geodist;
let stops = []; // what is typed and looked up, the place it means or what is wrong with it, the fields

// ---- Places ---------------------------------------------------------------------------------

function resolve(stop) {
    stop.place = stop.error = null;
    if (stop.text.trim() === "")
        return;
    try {
        stop.place = geodist.find(stop.text);
    } catch (error) {
        if (!(error instanceof GeodistError))
            throw error;
        stop.error = error;
    }
}

function setText(stop, text) {
    stop.text = stop.shown = text;
    resolve(stop);
}

// A label may also be that of a better known place; coordinates are those of one.
function setPlace(stop, place) {
    setText(stop, place.label);
    if (stop.place?.city !== place.city)
        setText(stop, `${place.lat},${place.lon}`);
    stop.place = place;
    stop.shown = stop.input.value = place.label;
}

function offer(text) {
    const places = geodist.search(text).slice(0, OFFERED);
    return places.map((place) => ({ text: place.label, place, shown: shownOption(place, places) }));
}

// Places of one name and region differ in their size and where they are.
function shownOption(place, places) {
    if (place.city === null)
        return [place.label];
    const parts = [made("strong", place.name), made("span", place.label.slice(place.name.length + 2))];
    if (places.some((other) => other !== place && other.label === place.label))
        parts.push(made("span", place.population ? `${place.population} people` : `${place.lat}, ${place.lon}`));
    return parts;
}

function makeStop() {
    const item = element("stop").content.firstElementChild.cloneNode(true);
    const [input, hint] = [item.querySelector("input"), item.querySelector(".hint")];
    const stop = { text: "", shown: "", place: null, error: null, typing: false, item, input, hint };
    const done = () => {
        stop.typing = false;
        update();
        stops.find(({ text }) => text === "")?.input.focus();
    };
    new Combobox(input, item.querySelector("[role=listbox]"), {
        offer,
        changed(text) {
            stop.typing = true;
            setText(stop, text);
            update();
        },
        taken({ place }) {
            setPlace(stop, place);
            done();
        },
        entered: done,
        left() {
            stop.typing = false;
            update();
        },
    });
    item.querySelector(".remove").addEventListener("click", () => {
        stops.splice(stops.indexOf(stop), 1);
        arrange();
        update();
        stops[0].input.focus();
    });
    return stop;
}

// Brings what is on the page in line with the stops.
function arrange() {
    element("stops").replaceChildren(...stops.map(({ item }) => item));
    for (const [i, { item, input, hint, shown }] of stops.entries()) {
        const label = item.querySelector("label");
        label.textContent = i === 0 ? "From" : i === stops.length - 1 ? "To" : "By way of";
        input.id = `place-${i}`;
        label.htmlFor = input.id;
        hint.id = `hint-${i}`;
        input.setAttribute("aria-describedby", hint.id);
        item.querySelector("[role=listbox]").setAttribute("aria-label", "Places");
        item.querySelector(".remove").hidden = stops.length <= FEWEST_STOPS;
        input.value = shown;
    }
    element("add").hidden = stops.length >= MOST_STOPS;
}

// ---- What is shown --------------------------------------------------------------------------

const unit = () => document.querySelector("[name=unit]:checked").value;

const isWhole = () => stops.every(({ place }) => place);

const legs = () => stops.slice(1).map(({ place }, i) => [stops[i].place, place]);

function update() {
    stops.forEach(showHint);
    showAnswer();
    drawMap();
    const texts = stops.map(({ text }) => text);
    const blank = texts.every((text) => text === "");
    element("example").hidden = !blank;
    const address = blank ? "" : writeAddress(texts, unit());
    if (address !== location.hash) // some browsers count
        history.replaceState(null, "", address || location.pathname);
}

function showHint(stop) {
    const wrong = stop.error !== null && !stop.typing;
    stop.input.setAttribute("aria-invalid", String(wrong));
    const about = `${wrong} ${stop.shown}`;
    if (stop.hinted === about)
        return; // a button that is being pressed must stay
    stop.hinted = about;
    stop.hint.classList.toggle("wrong", wrong);
    stop.hint.replaceChildren(...(wrong ? whatIsWrong(stop) : whatIsMeant(stop)));
}

function whatIsMeant({ place, shown }) {
    if (!place || place.label === shown)
        return [];
    const others = place.rivals === 0 ? "" : place.rivals === 1 ? "; one other place could be meant"
        : `; ${place.rivals} others could be meant`;
    return [place.label + others];
}

function whatIsWrong(stop) {
    const { reason, start, end, value } = stop.error;
    const part = value.slice(start, end);
    const sentence = `${reason[0].toUpperCase()}${reason.slice(1)}${part && part !== value ? `: ${part}` : ""}. `;
    const suggested = geodist.suggest(stop.text).slice(0, 3).map((place) =>
        made("button", place.label, {
            type: "button",
            onclick() {
                setPlace(stop, place);
                update();
                stop.input.focus();
            },
        }));
    const choices = suggested.flatMap((button, i) => [i === 0 ? "Did you mean " : " or ", button]);
    return [sentence, ...choices, choices.length ? "?" : ""];
}

function showAnswer() {
    element("answer").hidden = element("legs").hidden = !isWhole();
    document.title = "geodist";
    if (!isWhole())
        return;
    const lengths = legs().map(([from, to]) => geodist.distance(from, to, { unit: unit() }));
    const total = lengths.reduce((sum, length) => sum + length);
    element("distance").replaceChildren(...inDigits(total), made("small", ` ${unit()}`));
    element("legs").replaceChildren(...legs().map((leg, i) => shownLeg(leg, lengths[i])));
    document.title = `${total.toFixed(1)} ${unit()} · ${stops.map(({ place }) => place.name || place.label).join(" – ")}`;
    if (performance.getEntriesByName("answer").length === 0)
        performance.mark("answer");
}

const inDigits = (number) => groups(number).map((group) => made("span", group));

const shownLength = (length) => [...inDigits(length), ` ${unit()}`];

function shownLeg([from, to], length) {
    const { initial, final } = geodist.bearing(from, to);
    const facts = [];
    if (stops.length > FEWEST_STOPS)
        facts.push(["Distance", shownLength(length)]);
    if (length > 0) {
        facts.push(["Sets out", `${compass(initial)} (${degrees(initial)})`]);
        facts.push(["Arrives", `${compass(final)} (${degrees(final)})`]);
        facts.push(["Halfway", halfway(from, to)]);
    }
    const ellipsoid = geodist.distance(from, to, { model: "wgs84", unit: unit() });
    facts.push(["On the ellipsoid", shownLength(ellipsoid)]);
    return made("li", [
        made("p", [made("strong", from.label), " to ", made("strong", to.label)]),
        made("dl", facts.map(([term, detail]) => made("div", [made("dt", term), made("dd", detail)]))),
    ]);
}

function halfway(from, to) {
    const middle = geodist.waypoint(from, to, 0.5);
    const [near] = geodist.nearest(middle, { count: 1, population: 15000, unit: unit() });
    if (!near)
        return "";
    const away = near.distance < 0.05 ? "in" : `${near.distance.toFixed(0)} ${unit()} from`;
    return `${away} ${near.place.label}`;
}

// ---- The map --------------------------------------------------------------------------------

function drawMap() {
    const arcs = isWhole() ? legs().map(([from, to]) =>
        trace((fraction) => geodist.waypoint(from, to, fraction))) : [];
    const places = stops.map(({ place }) => place).filter(Boolean);
    element("arc").setAttribute("d", arcs.map(arcPath).join(""));
    element("ends").setAttribute("d", places.map(dotPath).join(""));
    const names = places.map((place) => made("span", place.name || place.label));
    element("names").replaceChildren(...names);
    placeNames(names, places, arcs.flat(), element("names").getBoundingClientRect());
}

async function loadLand() {
    const text = await (await fetch("land.svg")).text();
    const land = new DOMParser().parseFromString(text, "image/svg+xml").querySelector("path");
    element("land").setAttribute("d", land.getAttribute("d"));
}

// ---- The address ----------------------------------------------------------------------------

function readPlaces() {
    const { texts, unit: wanted } = readAddress(location.hash);
    const chosen = UNITS.includes(wanted) ? wanted : "km";
    document.querySelector(`[name=unit][value=${chosen}]`).checked = true;
    const count = Math.min(Math.max(texts.length, FEWEST_STOPS), MOST_STOPS);
    stops = Array.from({ length: count }, (_, i) => {
        const stop = makeStop();
        setText(stop, texts[i] ?? "");
        return stop;
    });
    arrange();
    update();
}

async function copyLink() {
    try {
        await navigator.clipboard.writeText(location.href);
        element("copied").textContent = "Copied.";
    } catch {
        element("copied").textContent = "Please copy it from the address bar.";
    }
    setTimeout(() => element("copied").textContent = "", 3000);
}

function listen() {
    addEventListener("hashchange", readPlaces);
    new ResizeObserver(drawMap).observe(element("names"));
    element("journey").addEventListener("submit", (event) => event.preventDefault());
    element("units").addEventListener("change", update);
    element("copy").addEventListener("click", copyLink);
    element("add").addEventListener("click", () => {
        stops.push(makeStop());
        arrange();
        update();
        stops.at(-1).input.focus();
    });
    element("reverse").addEventListener("click", () => {
        stops.reverse();
        arrange();
        update();
    });
}

async function begin() {
    element("graticule").setAttribute("d", graticulePath());
    const land = loadLand();
    geodist = await load();
    element("loading").hidden = true;
    element("table").textContent = `Table of ${geodist.table.cities} cities, ${geodist.table.edition}.`;
    readPlaces();
    listen();
    if (stops[0].text === "" && matchMedia("(hover: hover)").matches)
        stops[0].input.focus();
    await land;
}

begin().catch((error) => {
    element("loading").hidden = false;
    element("loading").classList.add("wrong");
    element("loading").textContent = `This did not work: ${error.message}`;
    throw error;
});
