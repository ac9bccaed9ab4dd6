/** A place of the table, or a coordinate. */
export interface Place {
    /** For display: "El Paso, Texas, United States", or "31.75872,-106.48693". find() leads back from it. */
    readonly label: string;
    /** "city" includes towns, villages and districts of cities. */
    readonly kind: "coordinate" | "city" | "airport";
    /** Empty if the place was given as a coordinate, as are region, country and countryCode. */
    readonly name: string;
    /** First-level division, such as a state; may be empty. */
    readonly region: string;
    /** English short name. */
    readonly country: string;
    /** ISO 3166-1 alpha-2. */
    readonly countryCode: string;
    /** Degrees north. */
    readonly lat: number;
    /** Degrees east. */
    readonly lon: number;
    /** 0 if unknown, as that of every airport. */
    readonly population: number;
    /** How many results rivals() has for the text; 0 in results of other functions than find(). */
    readonly rivals: number;
    /** Codes of an airport: "LHR" and "EGLL"; null if it has none, and for other kinds. */
    readonly iata: string | null;
    readonly icao: string | null;
    /** Whether a city is the capital of its country. */
    readonly isCapital: boolean;
    /** Whether the government of its region is in a city. */
    readonly isSeat: boolean;
    /** Whether it is a district of a city. */
    readonly isDistrict: boolean;
    /** Row in this edition of the table, 0 <= row < table.places; null if the place was given as a coordinate. */
    readonly row: number | null;
    /** The place's number at geonames.org; null if it has none. */
    readonly geonamesId: number | null;
}

/** A country, a region or another area. It has no coordinate and is no PlaceInput. */
export interface Area {
    /** For display: "Italy", "Texas, United States". */
    readonly label: string;
    /** A region is a first-level division of a country. */
    readonly kind: "country" | "region" | "other area";
    readonly name: string;
    /** What it is: "a country", "a region", "an island of Indonesia". */
    readonly description: string;
    /** The country itself or that of a region; empty for another area, as is countryCode. */
    readonly country: string;
    /** ISO 3166-1 alpha-2. */
    readonly countryCode: string;
    /** 0 if unknown. */
    readonly population: number;
}

/** A point on the earth. */
export interface Point {
    /** Degrees north, -90 to 90. */
    lat: number;
    /** Degrees east; any finite number, reduced to -180 to 180. */
    lon: number;
}

/** A place as an argument: text as find() takes it, a Place, or a Point. */
export type PlaceInput = string | Readonly<Point>;

export type Model = "sphere" | "wgs84";
/** In any case; the lower-case words are listed here. */
export type Unit =
    | "km" | "kms" | "kilometers" | "kilometer" | "kilometres" | "kilometre"
    | "mi" | "miles" | "mile"
    | "nmi" | "nm" | "nautical-miles" | "nautical-mile" | "nautical miles" | "nautical mile" | "nauticalmiles" | "NM"
    | "m" | "meters" | "meter" | "metres" | "metre"
    | "ft" | "feet" | "foot"
    | "yd" | "yds" | "yards" | "yard";

export interface Earth {
    /** "sphere" by default. */
    model?: Model;
    /** Of the sphere, in kilometres; 6371.0088 by default. */
    radius?: number;
}

export interface Measure extends Earth {
    /** Of lengths; "km" by default. */
    unit?: Unit;
}

/** Degrees clockwise from north, 0 <= bearing < 360. */
export interface Bearings {
    /** Leaving the first place. */
    initial: number;
    /** Arriving at the second place and continuing. */
    final: number;
}

export interface Neighbour {
    place: Place;
    /** In the unit of the query. */
    distance: number;
    /** The initial bearing to the place. */
    bearing: number;
}

export interface NearestQuery {
    /** How many places at most, 0 to 100; 10 by default. */
    count?: number;
    /** How far away at most, in the unit; no limit by default. */
    radius?: number;
    /** The least population of each place; 0 by default. That of an airport is 0. */
    population?: number;
    /** "city" by default, which includes districts of cities. */
    kind?: "city" | "airport" | "any";
    /** "km" by default. */
    unit?: Unit;
    /** For the distances and bearings; "sphere", of mean radius, by default. */
    model?: Model;
}

export interface Table {
    /** How many places it has: cities and airports. */
    readonly places: number;
    /** Without airports. */
    readonly cities: number;
    readonly airports: number;
    /** How many different names. */
    readonly keys: number;
    /** How many names of more than one place. */
    readonly ambiguousKeys: number;
    readonly regions: number;
    readonly countries: number;
    /** Areas that are neither countries nor regions, such as continents and islands. */
    readonly otherAreas: number;
    readonly bytes: number;
    /** Date of the newest source, as YYYY-MM-DD. */
    readonly edition: string;
    /** Whom to name when the data is shown or passed on. */
    readonly credit: string;
}

export type Status =
    | "EMPTY" | "NOT_UTF8" | "CONTROL_CHARACTER" | "UNKNOWN_NAME" | "UNKNOWN_QUALIFIER"
    | "QUALIFIER_MISMATCH" | "AREA" | "STREET_ADDRESS" | "POSTAL_CODE" | "PLUS_CODE" | "GRID_REFERENCE" | "GEOHASH"
    | "MAP_LINK" | "WKT" | "BAD_COORDINATE" | "LATITUDE_RANGE" | "LONGITUDE_RANGE" | "MINUTES_RANGE"
    | "SIGN_AND_LETTER" | "HEMISPHERES";

/** Thrown if an argument is not a place. An invalid option throws a TypeError or RangeError. */
export class GeodistError extends Error {
    readonly name: "GeodistError";
    /** The argument. */
    readonly value: unknown;
    /**
     * EMPTY is also a word for a missing value, such as "N/A". NOT_UTF8 is a surrogate without its other half.
     * AREA is a country, a region or another area. STREET_ADDRESS to WKT are forms that geodist does not read.
     */
    readonly status: Status;
    /** The status in words: "no place has this name". */
    readonly reason: string;
    /** The part of the text at fault, as arguments of String.prototype.slice(). */
    readonly start: number;
    readonly end: number;
    /** If the status is AREA, what areas() returns for the text; otherwise empty. */
    readonly areas: readonly Area[];
    /** What suggest() returns for the text, computed when it is read; empty if the argument is not text. */
    readonly suggestions: readonly Place[];
}

export interface Geodist {
    readonly version: string;
    readonly table: Table;

    /**
     * The place that a text means: a coordinate, latitude first, or a name, which may be followed by
     * regions and countries. In names case, accents and punctuation do not matter. Of several places
     * of one name it is the best known. An airport is found by its name or its code, "LHR" or "EGLL". A
     * country, a region or another area is an error of status AREA.
     */
    find(text: string): Place;

    /**
     * What a text could also mean, best known first; at most 32: other places; areas, where the text was
     * found as a place; and for the name of an area the places of that name.
     */
    rivals(text: string): (Place | Area)[];

    /** The areas that a text means for which find() throws an error of status AREA; empty for other texts. */
    areas(text: string): Area[];

    /**
     * What a text that was not found may mean, most likely first; at most 16. For an area: its capital or
     * seat and its largest city.
     */
    suggest(text: string): Place[];

    /**
     * Completes a name that is being typed: first the places of that name, then those with a name that
     * begins with it, then those with a name within two edits; within each group the best known first;
     * at most 32.
     */
    search(text: string): Place[];

    /** The places of the table around a place, nearest first. A place at the point itself comes first. */
    nearest(place: PlaceInput, options?: NearestQuery): Neighbour[];

    /** The length of the shortest line between two places. */
    distance(from: PlaceInput, to: PlaceInput, options?: Measure): number;

    /** The bearings of the shortest line. */
    bearing(from: PlaceInput, to: PlaceInput, options?: Earth): Bearings;

    /** The point after a fraction of the shortest line, or on its continuation beyond 0 to 1. */
    waypoint(from: PlaceInput, to: PlaceInput, fraction: number, options?: Earth): Point;

    /** The points that divide the shortest line into count + 1 equal parts, without its ends. */
    waypoints(from: PlaceInput, to: PlaceInput, count: number, options?: Earth): Point[];

    /** The point at a distance in the direction of a bearing, and the bearing on arrival. */
    destination(from: PlaceInput, bearing: number, distance: number, options?: Measure): Point & { bearing: number };
}

/** Where geodist_core.wasm is loaded from. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

/** Loads the library, by default from geodist_core.wasm beside the module. */
export function load(source?: Source | Promise<Source>): Promise<Geodist>;
