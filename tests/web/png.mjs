// Decodes PNG images with 8 bits per channel and without interlacing, as browsers write them.
import assert from "node:assert/strict";
import { inflateSync } from "node:zlib";

export function decode(png) {
    const [width, height, depth, colour] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
    assert.ok(depth === 8 && (colour === 2 || colour === 6) && png[28] === 0);
    const channels = colour === 2 ? 3 : 4;
    const rows = inflateSync(Buffer.concat([...chunks(png, "IDAT")]));
    const stride = width * channels;
    const pixels = new Uint8Array(height * stride);
    for (let y = 0; y < height; y++) {
        const filter = rows[y * (stride + 1)];
        for (let x = 0; x < stride; x++) {
            const at = y * stride + x;
            const left = x >= channels ? pixels[at - channels] : 0;
            const up = y > 0 ? pixels[at - stride] : 0;
            const corner = x >= channels && y > 0 ? pixels[at - stride - channels] : 0;
            const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            pixels[at] = rows[y * (stride + 1) + 1 + x] + guess;
        }
    }
    return { width, height, at: (x, y) => pixels.subarray(y * stride + x * channels, y * stride + x * channels + 3) };
}

function* chunks(png, wanted) {
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
        if (png.toString("latin1", at + 4, at + 8) === wanted)
            yield png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
}

function paeth(left, up, corner) {
    const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
    return a <= b && a <= c ? left : b <= c ? up : corner;
}
