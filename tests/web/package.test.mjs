// The package that `npm pack` makes of the folder GEODIST_PACKAGE, installed in another project. TSC is the
// compiler of TypeScript.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const source = process.env.GEODIST_PACKAGE;
let project, packed;

// With this variable a nested test runner would report to the outer one only.
const { NODE_TEST_CONTEXT: _, ...env } = process.env;

async function run(command, ...words) {
    try {
        return (await promisify(execFile)(command, words, { cwd: project, env })).stdout;
    } catch (error) {
        throw new Error(`${command} ${words.join(" ")}\n${error.stdout}${error.stderr}`);
    }
}

const npm = (...words) => run("npm", ...words, "--offline", "--no-audit", "--no-fund",
    "--no-update-notifier", "--cache", join(project, "cache"));

before(async () => {
    project = await mkdtemp(join(tmpdir(), "geodist-"));
    await writeFile(join(project, "package.json"), '{ "private": true, "type": "module" }');
    [packed] = JSON.parse(await npm("pack", source, "--json"));
    await npm("install", `./${packed.filename}`);
});

after(() => rm(project, { recursive: true, force: true }));

it("contains the files it should and no others", () => {
    assert.deepEqual(packed.files.map(({ path }) => path).sort(),
        ["LICENSE", "README.md", "geodist.d.ts", "geodist.mjs", "geodist_core.wasm", "package.json"]);
    assert.equal(packed.name, "geodist");
});

it("is imported by its name", async () => {
    await writeFile(join(project, "index.mjs"), `
        import { createRequire } from "node:module";
        import { pathToFileURL } from "node:url";
        import { load } from "geodist";
        const module = createRequire(import.meta.url).resolve("geodist/geodist_core.wasm");
        const [one, other] = await Promise.all([load(), load(pathToFileURL(module))]);
        console.log(one.distance("nairobi", "elpaso").toFixed(1), other.find("elpaso").label);`);
    assert.equal(await run(process.execPath, "index.mjs"),
        "14888.8 El Paso, Texas, United States\n");
});

it("passes the tests of the module", async () => {
    env.GEODIST_PACKAGE = join(project, "node_modules", "geodist");
    await run(process.execPath, "--test", here("module.test.mjs"));
});

it("declares its types", async () => {
    await copyFile(here("types.mts"), join(project, "types.mts"));
    await writeFile(join(project, "tsconfig.json"), JSON.stringify({
        compilerOptions: {
            noEmit: true, strict: true, target: "es2022", module: "nodenext", lib: ["es2022", "dom"], types: [],
        },
        files: ["types.mts"],
    }));
    await run(process.env.TSC, "--project", ".");
});
