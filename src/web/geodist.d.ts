/** A place of the table or a coordinate. */
export interface Place {
    /** As it is shown: "El Paso, Texas, United States", or "31.75872,-106.48693". */
    readonly label: string;
    /** Empty if the place was given as a coordinate, as are those that follow. */
    readonly name: string;
    /** First-level division, such as a state; may be empty. */
    readonly region: string;
    readonly country: string;
    /** ISO 3166-1 alpha-2. */
    readonly countryCode: string;
    /** Degrees north. */
    readonly lat: number;
    /** Degrees east. */
    readonly lon: number;
    /** 0 if unknown. */
    readonly population: number;
    /** How many other places the text could also have meant. */
    readonly rivals: number;
    /** Row in the table, of this edition; null if the place was given as a coordinate. */
    readonly city: number | null;
}

/** Degrees north and east. */
export interface Point {
    lat: number;
    lon: number;
}

/** What a distance is measured from: text as find() takes it, a place, or a point. */
export type Spot = string | Readonly<Point>;

export type Model = "sphere" | "wgs84";
export type Unit = "km" | "mi" | "nmi" | "m" | "ft";

export interface Measure {
    /** The sphere of mean radius unless said otherwise. */
    model?: Model;
    /** Kilometres if not said otherwise. */
    unit?: Unit;
}

/** Degrees clockwise from north, 0 <= bearing < 360. */
export interface Bearings {
    /** Leaving the first place. */
    initial: number;
    /** Arriving at the second, and going on. */
    final: number;
}

export interface Neighbour {
    place: Place;
    /** On the sphere of mean radius, in the unit asked for. */
    distance: number;
    /** Of the way there, clockwise from north. */
    bearing: number;
}

export interface Vicinity {
    /** At most so many, 0 to 100; 10 if not said otherwise. */
    count?: number;
    /** No further away than that, in the unit; any distance if not said otherwise. */
    radius?: number;
    /** No smaller than that. */
    population?: number;
    unit?: Unit;
}

export interface Table {
    readonly cities: number;
    readonly keys: number;
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
    | "EMPTY" | "UNKNOWN_NAME" | "UNKNOWN_QUALIFIER" | "NOT_THERE" | "BAD_COORDINATE"
    | "LATITUDE_RANGE" | "LONGITUDE_RANGE" | "MINUTES_RANGE" | "SIGN_AND_LETTER" | "HEMISPHERES";

/** Thrown for a place that is none. What is wrong with an option is a TypeError or RangeError. */
export class GeodistError extends Error {
    readonly name: "GeodistError";
    /** What was given as a place. */
    readonly value: unknown;
    readonly status: Status;
    /** The status in words: "no place has this name". */
    readonly reason: string;
    /** Of the part of the text at fault. */
    readonly start: number;
    readonly end: number;
}

export interface Geodist {
    readonly version: string;
    readonly table: Table;

    /**
     * The place that a text means: a city's name in any case, script or language, with regions and
     * countries behind it or not, or a coordinate, latitude first. Of several cities of one name
     * it is the best known.
     */
    find(text: string): Place;

    /** The places that the text could also have meant, best known first; at most 32. */
    rivals(text: string): Place[];

    /** What a text that was not found may have meant, likeliest first; at most 32. */
    suggest(text: string): Place[];

    /**
     * What completes a text that is being typed: places of that name, then those with a name
     * that begins so, then those with a name spelt much like it, best known first; at most 32.
     */
    search(text: string): Place[];

    /** The cities around a place, nearest first; one that is there itself is the first. */
    nearest(place: Spot, options?: Vicinity): Neighbour[];

    /** Along the great circle, or along the ellipsoid. The radius of the sphere is in kilometres. */
    distance(from: Spot, to: Spot, options?: Measure & { radius?: number }): number;

    /** Of the shortest way. */
    bearing(from: Spot, to: Spot, options?: { model?: Model }): Bearings;

    /** The point after a fraction of the great circle, or beyond its ends. */
    waypoint(from: Spot, to: Spot, fraction: number): Point;

    /** Points that divide the great circle into equal parts, its ends not among them. */
    waypoints(from: Spot, to: Spot, count: number): Point[];

    /** The point so far away in the direction of a bearing, and the bearing on arrival. */
    destination(from: Spot, bearing: number, distance: number, options?: Measure): Point & { bearing: number };
}

/** Where geodist_core.wasm comes from. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

/** Loads the library; without a source, from geodist_core.wasm beside the module. */
export function load(source?: Source | Promise<Source>): Promise<Geodist>;
