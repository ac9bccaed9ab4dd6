// Places, areas and errors in words.

const MAX_AREAS = 3; // in one sentence
const MAX_CODE_LENGTH = 3;

// Forms of places that the library recognises but does not read.
const FORMS = new Set(["STREET_ADDRESS", "POSTAL_CODE", "PLUS_CODE", "GRID_REFERENCE", "GEOHASH", "MAP_LINK", "WKT"]);

// For the map and the title: "LHR", "Nairobi", or a coordinate.
export const shortName = ({ iata, icao, name, label }) => iata ?? icao ?? (name || label);

// A place in parts for a row of the list: its name; its code, or that it is a district; region and country.
export function placeParts(place) {
    const { name, label } = place;
    const region = label.slice(name.length).replace(/^ \([^)]*\)/, "").replace(/^, /, "");
    return [name, note(place), region].filter(Boolean);
}

function note({ kind, name, iata, icao, isDistrict }) {
    if (kind === "airport")
        return /\b(airport|aerodrome|airfield|air base)\b/i.test(name) ? iata ?? icao : `airport ${iata ?? icao}`;
    return isDistrict ? "district" : "";
}

// What is wrong with a text, without a full stop.
export function errorSentence({ status, reason, value, start, end, areas }) {
    if (areas.length > 0)
        return `${areaSentence(areas)}; choose a city${areaRelation(areas)}`;
    const part = value.slice(start, end);
    const isVisible = /^[^\p{Cc}\p{Surrogate}]+$/u.test(part);
    if (FORMS.has(status))
        return `${isVisible && part !== value ? part : "This"} looks like ${reason}; choose a city or an airport`;
    return `${reason[0].toUpperCase()}${reason.slice(1)}${isVisible && part !== value ? `: ${part}` : ""}`;
}

// "Georgia is a country and Georgia (United States) is a region"
function areaSentence(areas) {
    const clauses = areas.slice(0, MAX_AREAS).map((area) => `${areaName(area)} is ${area.description}`);
    const last = clauses.pop();
    return clauses.length > 0 ? `${clauses.join(", ")} and ${last}` : last;
}

const areaName = ({ kind, name, country }) => kind === "region" ? `${name} (${country})` : name;

// Other areas may be seas or mountains, in which there are no cities.
function areaRelation(areas) {
    if (areas.some(({ kind }) => kind === "other area"))
        return "";
    return areas.length === 1 ? " in it" : " in one of them";
}

const isIn = (area, place) => area.kind === "other area" ||
    (place.countryCode === area.countryCode && (area.kind === "country" || place.region === area.name));

// Of one area the capital or seat and the largest city, of several areas one city each.
export function citiesOfAreas({ areas, suggestions }) {
    if (areas.length === 1)
        return suggestions.slice(0, 2);
    const cities = areas.slice(0, MAX_AREAS).map((area) => suggestions.find((place) => isIn(area, place)));
    return [...new Set(cities)].filter(Boolean);
}

// The best known place with the name of the areas; a code such as CA means no town of the name Ca.
export function namesakeOfAreas({ value, suggestions }, rivals) {
    if (value.trim().length <= MAX_CODE_LENGTH)
        return undefined;
    return rivals.find(({ kind, row }) => kind === "city" && !suggestions.some((city) => city.row === row));
}
