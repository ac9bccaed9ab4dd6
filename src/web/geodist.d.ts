/** A place of the table, or a coordinate. */
export interface Place {
    /** For display: "El Paso, Texas, United States", or "31.75872,-106.48693". */
    readonly label: string;
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
    /** 0 if unknown. */
    readonly population: number;
    /** How many other places rivals() knows for the text. */
    readonly rivals: number;
    /** Row in this edition of the table; null if the place was given as a coordinate. */
    readonly city: number | null;
    /** The place's number at geonames.org; null if it has none. */
    readonly geonamesId: number | null;
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
export type Unit = "km" | "mi" | "nmi" | "m" | "ft";

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
    /** The least population of each place; 0 by default. */
    population?: number;
    /** "km" by default. */
    unit?: Unit;
    /** For the distances and bearings; "sphere", of mean radius, by default. */
    model?: Model;
}

export interface Table {
    /** How many places it has. */
    readonly cities: number;
    /** How many different names. */
    readonly keys: number;
    /** How many names of more than one place. */
    readonly ambiguousKeys: number;
    readonly regions: number;
    readonly countries: number;
    readonly bytes: number;
    /** Date of the newest source, as YYYY-MM-DD. */
    readonly edition: string;
    /** Whom to name when the data is shown or passed on. */
    readonly credit: string;
}

export type Status =
    | "EMPTY" | "NOT_UTF8" | "CONTROL_CHARACTER" | "UNKNOWN_NAME" | "UNKNOWN_QUALIFIER"
    | "QUALIFIER_MISMATCH" | "BAD_COORDINATE" | "LATITUDE_RANGE" | "LONGITUDE_RANGE" | "MINUTES_RANGE"
    | "SIGN_AND_LETTER" | "HEMISPHERES";

/** Thrown if an argument is not a place. An invalid option throws a TypeError or RangeError. */
export class GeodistError extends Error {
    readonly name: "GeodistError";
    /** The argument. */
    readonly value: unknown;
    /** NOT_UTF8 is a surrogate without its other half. */
    readonly status: Status;
    /** The status in words: "no place has this name". */
    readonly reason: string;
    /** The part of the text at fault, as arguments of String.prototype.slice(). */
    readonly start: number;
    readonly end: number;
}

export interface Geodist {
    readonly version: string;
    readonly table: Table;

    /**
     * The place that a text means: a coordinate, latitude first, or a name, which may be followed by
     * regions and countries. In names case, accents and punctuation do not matter. Of several places
     * of one name it is the best known.
     */
    find(text: string): Place;

    /** The places that a text could also mean, best known first; at most 32. */
    rivals(text: string): Place[];

    /** What a text that was not found may mean, most likely first; at most 16. */
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
