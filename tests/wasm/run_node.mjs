// Runs a WASI program in Node.js: node run_node.mjs MODULE [ARGUMENT...]
import { readFile } from "node:fs/promises";
import { WASI } from "node:wasi";

const ABORTED = 134; // the exit status of a shell for SIGABRT

const [path, ...words] = process.argv.slice(2);
const wasi = new WASI({
    version: "preview1",
    args: ["geodist", ...words],
    env: process.env,
    returnOnExit: true,
});
const { instance } = await WebAssembly.instantiate(await readFile(path), {
    wasi_snapshot_preview1: wasi.wasiImport,
});
try {
    process.exitCode = wasi.start(instance);
} catch (trap) {
    console.error(trap);
    process.exitCode = ABORTED;
}
