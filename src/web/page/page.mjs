// The page: its state, the events and what is displayed. The library (geodist.mjs) computes all results.
import { readAddress, writeAddress } from "./address.mjs";
import { Combobox } from "./combobox.mjs";
import { compass, degrees, digitGroups } from "./format.mjs";
import { GeodistError, load } from "./geodist.mjs";
import { dotPath, graticulePath, linePath, sampleLine } from "./map.mjs";
import { placeLabels } from "./map_labels.mjs";
import { citiesOfAreas, errorSentence, namesakeOfAreas, placeParts, shortName } from "./place_text.mjs";

const MIN_STOPS = 2;
const MAX_STOPS = 9;
const MAX_COMPLETIONS = 8;
const MAX_SUGGESTIONS = 3;
const UNITS = ["km", "mi", "nmi"];

const element = (id) => document.getElementById(id);
const create = (name, content, properties = {}) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...[content].flat());
    return node;
};

let geodist;

// The stops of the route. Each has the text that is looked up and the text that its field shows, the
// place or the error that was found, and its elements.
let stops = [];

// ---- Stops ----------------------------------------------------------------------------------

function lookUp(stop) {
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
    lookUp(stop);
}

// The label of a place can also mean a better known place. In that case the text that is looked up, which
// the address of the page repeats, is the coordinate of the place.
function setPlace(stop, place) {
    setText(stop, place.label);
    if (stop.place?.row !== place.row)
        setText(stop, `${place.lat},${place.lon}`);
    stop.place = place;
    stop.shown = stop.input.value = place.label;
}

function complete(text) {
    const places = geodist.search(text).slice(0, MAX_COMPLETIONS);
    return places.map((place) => ({ text: place.label, place, content: optionContent(place, places) }));
}

// Places with the same text are told apart by their population or coordinate.
function optionContent(place, places) {
    const [name, ...details] = placeParts(place);
    const parts = [create("strong", name), ...details.map((detail) => create("span", detail))];
    if (places.some((other) => other !== place && String(placeParts(other)) === String(placeParts(place))))
        parts.push(create("span", place.population ? `${place.population} people` : `${place.lat}, ${place.lon}`));
    return parts;
}

function createStop() {
    const item = element("stop").content.firstElementChild.cloneNode(true);
    const [input, hint] = [item.querySelector("input"), item.querySelector(".hint")];
    const stop = { text: "", shown: "", place: null, error: null, typing: false, item, input, hint };
    const finish = () => {
        stop.typing = false;
        update();
        stops.find(({ text }) => text === "")?.input.focus();
    };
    new Combobox(input, item.querySelector("[role=listbox]"), {
        complete,
        onInput(text) {
            stop.typing = true;
            setText(stop, text);
            update();
        },
        onSelect({ place }) {
            setPlace(stop, place);
            finish();
        },
        onEnter: finish,
        onBlur() {
            stop.typing = false;
            update();
        },
    });
    item.querySelector(".remove").addEventListener("click", () => {
        stops.splice(stops.indexOf(stop), 1);
        renderStops();
        update();
        stops[0].input.focus();
    });
    return stop;
}

// After stops are added, removed or reordered.
function renderStops() {
    element("stops").replaceChildren(...stops.map(({ item }) => item));
    for (const [i, { item, input, hint, shown }] of stops.entries()) {
        const label = item.querySelector("label");
        label.textContent = i === 0 ? "From" : i === stops.length - 1 ? "To" : "Via";
        input.id = `place-${i}`;
        label.htmlFor = input.id;
        hint.id = `hint-${i}`;
        input.setAttribute("aria-describedby", hint.id);
        item.querySelector("[role=listbox]").setAttribute("aria-label", "Places");
        item.querySelector(".remove").hidden = stops.length <= MIN_STOPS;
        input.value = shown;
    }
    element("add").hidden = stops.length >= MAX_STOPS;
}

// ---- Results --------------------------------------------------------------------------------

const unit = () => document.querySelector("[name=unit]:checked").value;

const isComplete = () => stops.every(({ place }) => place);

const legs = () => stops.slice(1).map(({ place }, i) => [stops[i].place, place]);

// After the text of a stop or the unit changes.
function update() {
    stops.forEach(renderHint);
    renderResult();
    drawMap();
    const texts = stops.map(({ text }) => text);
    const blank = texts.every((text) => text === "");
    element("example").hidden = !blank;
    const address = blank ? "" : writeAddress(texts, unit());
    if (address !== location.hash) // some browsers limit how often replaceState() may be called
        history.replaceState(null, "", address || location.pathname);
}

function renderHint(stop) {
    const invalid = stop.error !== null && !stop.typing;
    stop.input.setAttribute("aria-invalid", String(invalid));
    const state = `${invalid} ${stop.shown}`;
    if (stop.renderedHint === state)
        return; // replacing a suggestion while it is being clicked would lose the click
    stop.renderedHint = state;
    stop.hint.classList.toggle("error", invalid);
    stop.hint.replaceChildren(...(invalid ? errorHint(stop) : placeHint(stop)));
}

function placeHint({ place, shown }) {
    if (!place || place.label === shown)
        return [];
    const others = place.rivals === 0 ? "" : place.rivals === 1 ? "; one other place could be meant"
        : `; ${place.rivals} others could be meant`;
    return [place.label + others];
}

function errorHint(stop) {
    const sentence = errorSentence(stop.error);
    if (stop.error.status === "AREA")
        return [sentence, ...areaChoices(stop), "."];
    const suggestions = stop.error.suggestions.slice(0, MAX_SUGGESTIONS).map((place) => placeButton(stop, place));
    return [`${sentence}. `, ...choices("Did you mean ", suggestions), suggestions.length ? "?" : ""];
}

function areaChoices(stop) {
    const cities = citiesOfAreas(stop.error).map((place) => placeButton(stop, place));
    const namesake = namesakeOfAreas(stop.error, geodist.rivals(stop.text));
    return [
        ...choices(", such as ", cities),
        ...(namesake ? choices(", or the place of that name: ", [placeButton(stop, namesake)]) : []),
    ];
}

const choices = (introduction, buttons) => buttons.flatMap((button, i) => [i === 0 ? introduction : " or ", button]);

const placeButton = (stop, place) => create("button", place.label, {
    type: "button",
    onclick() {
        setPlace(stop, place);
        update();
        stop.input.focus();
    },
});

function renderResult() {
    element("result").hidden = element("legs").hidden = !isComplete();
    document.title = "geodist";
    if (!isComplete())
        return;
    const lengths = legs().map(([from, to]) => geodist.distance(from, to, { unit: unit() }));
    const total = lengths.reduce((sum, length) => sum + length);
    element("distance").replaceChildren(...numberContent(total), create("small", ` ${unit()}`));
    element("legs").replaceChildren(...legs().map((leg, i) => legItem(leg, lengths[i])));
    document.title = `${total.toFixed(1)} ${unit()} · ${stops.map(({ place }) => shortName(place)).join(" – ")}`;
    if (performance.getEntriesByName("result").length === 0)
        performance.mark("result");
}

const numberContent = (number) => digitGroups(number).map((group) => create("span", group));

const lengthContent = (length) => [...numberContent(length), ` ${unit()}`];

function legItem([from, to], length) {
    const { initial, final } = geodist.bearing(from, to);
    const details = [];
    if (stops.length > MIN_STOPS)
        details.push(["Distance", lengthContent(length)]);
    if (length > 0) {
        details.push(["Initial bearing", `${compass(initial)} (${degrees(initial)})`]);
        details.push(["Final bearing", `${compass(final)} (${degrees(final)})`]);
        details.push(["Halfway", midpointText(from, to)]);
    }
    const ellipsoid = geodist.distance(from, to, { model: "wgs84", unit: unit() });
    details.push(["On the ellipsoid", lengthContent(ellipsoid)]);
    return create("li", [
        create("p", [create("strong", from.label), " to ", create("strong", to.label)]),
        create("dl", details.map(([term, detail]) => create("div", [create("dt", term), create("dd", detail)]))),
    ]);
}

function midpointText(from, to) {
    const midpoint = geodist.waypoint(from, to, 0.5);
    const [nearest] = geodist.nearest(midpoint, { count: 1, population: 15000, unit: unit() });
    if (!nearest)
        return "";
    const relation = nearest.distance < 0.05 ? "in" : `${nearest.distance.toFixed(0)} ${unit()} from`;
    return `${relation} ${nearest.place.label}`;
}

// ---- Map ------------------------------------------------------------------------------------

function drawMap() {
    const lines = isComplete() ? legs().map(([from, to]) =>
        sampleLine((fraction) => geodist.waypoint(from, to, fraction))) : [];
    const places = stops.map(({ place }) => place).filter(Boolean);
    element("arc").setAttribute("d", lines.map(linePath).join(""));
    element("endpoints").setAttribute("d", places.map(dotPath).join(""));
    const labels = places.map((place) => create("span", shortName(place)));
    element("labels").replaceChildren(...labels);
    placeLabels(labels, places, lines.flat(), element("labels").getBoundingClientRect());
}

async function loadLand() {
    const text = await (await fetch("land.svg")).text();
    const land = new DOMParser().parseFromString(text, "image/svg+xml").querySelector("path");
    element("land").setAttribute("d", land.getAttribute("d"));
}

// ---- Address, buttons, start ------------------------------------------------------------------

function readStops() {
    const address = readAddress(location.hash);
    const selected = UNITS.includes(address.unit) ? address.unit : "km";
    document.querySelector(`[name=unit][value=${selected}]`).checked = true;
    const count = Math.min(Math.max(address.texts.length, MIN_STOPS), MAX_STOPS);
    stops = Array.from({ length: count }, (_, i) => {
        const stop = createStop();
        setText(stop, address.texts[i] ?? "");
        return stop;
    });
    renderStops();
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

function addListeners() {
    addEventListener("hashchange", readStops);
    new ResizeObserver(drawMap).observe(element("labels"));
    element("route").addEventListener("submit", (event) => event.preventDefault());
    element("units").addEventListener("change", update);
    element("copy").addEventListener("click", copyLink);
    element("add").addEventListener("click", () => {
        stops.push(createStop());
        renderStops();
        update();
        stops.at(-1).input.focus();
    });
    element("reverse").addEventListener("click", () => {
        stops.reverse();
        renderStops();
        update();
    });
}

const tableText = ({ cities, airports, edition }) => `Table of ${cities} cities and ${airports} airports, ${edition}.`;

async function start() {
    element("graticule").setAttribute("d", graticulePath());
    const land = loadLand();
    geodist = await load();
    element("loading").hidden = true;
    element("table").textContent = tableText(geodist.table);
    readStops();
    addListeners();
    if (stops[0].text === "" && matchMedia("(hover: hover)").matches)
        stops[0].input.focus();
    await land;
}

start().catch((error) => {
    element("loading").hidden = false;
    element("loading").classList.add("error");
    element("loading").textContent = `Loading failed: ${error.message}`;
    throw error;
});
