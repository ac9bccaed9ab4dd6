// What the compiler must accept and, after @ts-expect-error, what it must reject.
import { GeodistError, load } from "geodist";
import type { Area, Bearings, Earth, Geodist, Neighbour, Place, Point, Status } from "geodist";

const geodist: Geodist = await load();
await load("https://example.org/geodist_core.wasm");
await load(fetch("geodist_core.wasm"));
await load(new Uint8Array(8));
await load(new WebAssembly.Module(new Uint8Array(8)));
// @ts-expect-error
await load(null);

const place: Place = geodist.find("nairobi");
const point: Point = { lat: 31.75872, lon: -106.48693 };
const texts: string[] = [place.label, place.name, place.region, place.country, place.countryCode];
const numbers: number[] = [place.lat, place.lon, place.population, place.rivals, place.row ?? -1, place.geonamesId ?? -1];
const codes: (string | null)[] = [place.iata, place.icao];
const marks: boolean[] = [place.isCapital, place.isSeat, place.isDistrict, place.kind === "airport"];
// @ts-expect-error
place.kind === "country";
// @ts-expect-error
place.lat = 0;
// @ts-expect-error
geodist.find(point);

const places: Place[] = geodist.suggest("nairobbi");
const rivals: (Place | Area)[] = geodist.rivals("springfield");
const areas: Area[] = geodist.areas("italy");
// @ts-expect-error
geodist.distance(areas[0], place);
const distance: number = geodist.distance(place, point, { model: "wgs84", unit: "nmi" });
geodist.distance("nairobi", "elpaso", { radius: 6371, unit: "nautical miles" });
// @ts-expect-error
geodist.distance("nairobi", "elpaso", { unit: "furlong" });
// @ts-expect-error
geodist.distance("nairobi");

const found: Place[] = geodist.search("nairo");
const near: Neighbour[] = geodist.nearest(found[0] ?? point, { count: 3, radius: 50, population: 15000, unit: "mi", model: "wgs84" });
geodist.nearest("nairobi", { kind: "any" });
// @ts-expect-error
geodist.nearest("nairobi", { kind: "country" });
// @ts-expect-error
geodist.nearest("nairobi", 3);
const away: [number, number, string] = [near[0].distance, near[0].bearing, near[0].place.label];

const { initial, final }: Bearings = geodist.bearing("nairobi", "elpaso", { model: "sphere" });
const earth: Earth = { radius: 6371 };
const half: Point = geodist.waypoint("nairobi", point, 0.5, earth);
const parts: Point[] = geodist.waypoints("nairobi", point, 9, { model: "wgs84" });
// @ts-expect-error
geodist.waypoint("nairobi", point, 0.5, { unit: "km" });
const { lat, lon, bearing } = geodist.destination(place, initial, distance, { unit: "m" });
const table: [number, string, string] = [geodist.table.cities + geodist.table.airports, geodist.table.credit, geodist.version];

try {
    geodist.find("nairobbi");
} catch (error) {
    if (error instanceof GeodistError) {
        const status: Status = error.status;
        const span: [number, number] = [error.start, error.end];
        // @ts-expect-error
        const never: boolean = error.status === "NONSENSE";
        const names: string[] = [...error.areas, ...error.suggestions].map(({ label }) => label);
        console.log(error.value, status, span, never, names);
    }
}
console.log(texts, numbers, codes, marks, places, rivals, final, half, parts, lat, lon, bearing, table, away);
