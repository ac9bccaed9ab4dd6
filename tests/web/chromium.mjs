// Headless Chromium, controlled through a pipe with the DevTools protocol.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const KEYS = {
    Tab: 9, Enter: 13, Escape: 27, End: 35, Home: 36, ArrowLeft: 37, ArrowUp: 38, ArrowRight: 39, ArrowDown: 40,
    " ": 32,
};

export async function launch(path) {
    const profile = await mkdtemp(join(tmpdir(), "geodist-chromium-"));
    const child = spawn(path, [
        "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
        "--force-color-profile=srgb", `--user-data-dir=${profile}`, "about:blank",
    ], { stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"] });
    const [, , errors, commands, answers] = child.stdio;
    let log = "";
    errors.on("data", (bytes) => log += bytes);

    const waiting = new Map();
    const listeners = new Map(); // by session
    let [last, rest] = [0, Buffer.alloc(0)];
    answers.on("data", (bytes) => {
        rest = Buffer.concat([rest, bytes]);
        for (let end; (end = rest.indexOf(0)) >= 0; rest = rest.subarray(end + 1))
            receive(JSON.parse(String(rest.subarray(0, end))));
    });
    function receive({ id, error, result, method, params, sessionId }) {
        if (id === undefined)
            return listeners.get(sessionId)?.(method, params);
        const { resolve, reject, ...request } = waiting.get(id);
        waiting.delete(id);
        return error ? reject(new Error(`${request.method}: ${error.message}`)) : resolve(result);
    }
    const ended = new Promise((resolve) => child.once("exit", resolve));
    ended.then(() => {
        for (const { reject, method } of waiting.values())
            reject(new Error(`Chromium has ended (${method})\n${log}`));
    });
    function send(method, params = {}, sessionId = undefined) {
        return new Promise((resolve, reject) => {
            waiting.set(++last, { resolve, reject, method });
            commands.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
        });
    }

    return {
        async newPage() {
            const { browserContextId } = await send("Target.createBrowserContext");
            const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
            const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
            const page = new Page((method, params) => send(method, params, sessionId));
            listeners.set(sessionId, (method, params) => page.onEvent(method, params));
            await page.begin();
            page.grant = (...permissions) => send("Browser.grantPermissions", { permissions, browserContextId });
            page.close = () => send("Target.disposeBrowserContext", { browserContextId });
            return page;
        },
        async close() {
            await send("Browser.close");
            await ended;
            await rm(profile, { recursive: true, force: true, maxRetries: 5 });
        },
    };
}

class Page {
    requests = []; // URLs
    errors = []; // exceptions, and everything that was logged

    constructor(send) {
        this.send = send;
    }

    async begin() {
        for (const domain of ["Page", "Runtime", "Network", "Log"])
            await this.send(`${domain}.enable`);
    }

    onEvent(method, params) {
        if (method === "Network.requestWillBeSent")
            this.requests.push(params.request.url);
        else if (method === "Runtime.exceptionThrown")
            this.errors.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
        else if (method === "Log.entryAdded" && params.entry.level !== "verbose")
            this.errors.push(params.entry.text);
        else if (method === "Runtime.consoleAPICalled")
            this.errors.push(params.args.map(({ value }) => value).join(" "));
    }

    emulate({ width, height, scale = 1, dark = false, mobile = false }) {
        return Promise.all([
            this.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: scale, mobile }),
            this.send("Emulation.setEmulatedMedia",
                { features: [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }] }),
        ]);
    }

    async run(expression) {
        const { result, exceptionDetails } = await this.send("Runtime.evaluate",
            { expression, awaitPromise: true, returnByValue: true, userGesture: true });
        if (exceptionDetails)
            throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
        return result.value;
    }

    // Waits until the expression is true.
    async until(expression) {
        for (const end = Date.now() + 20000; ; await new Promise((later) => setTimeout(later, 20))) {
            if (await this.run(expression))
                return;
            if (Date.now() > end)
                throw new Error(`${expression} is not true after 20 seconds; ${this.errors.join("; ")}`);
        }
    }

    async open(address) {
        await this.send("Page.navigate", { url: address });
        await this.until("document.readyState === 'complete'");
    }

    async press(...keys) {
        for (const key of keys) {
            const text = key === "Enter" ? "\r" : key === " " ? " " : undefined;
            const event = { key, code: key === " " ? "Space" : key, windowsVirtualKeyCode: KEYS[key] };
            await this.send("Input.dispatchKeyEvent", { type: text ? "keyDown" : "rawKeyDown", text, ...event });
            await this.send("Input.dispatchKeyEvent", { type: "keyUp", ...event });
        }
    }

    async type(text) {
        for (const character of text) {
            const event = { key: character, text: character };
            await this.send("Input.dispatchKeyEvent", { type: "keyDown", ...event });
            await this.send("Input.dispatchKeyEvent", { type: "keyUp", key: character });
        }
    }

    async click(selector) {
        const [x, y] = await this.run(`(() => {
            const element = document.querySelector(${JSON.stringify(selector)});
            element.scrollIntoView({ block: "center" });
            const { left, top, width, height } = element.getBoundingClientRect();
            return [left + width / 2, top + height / 2];
        })()`);
        for (const type of ["mousePressed", "mouseReleased"])
            await this.send("Input.dispatchMouseEvent", { type, x, y, button: "left", clickCount: 1 });
    }

    // A PNG of the whole page or of one element.
    async screenshot(selector = undefined) {
        const clip = await this.run(`(() => {
            const { left, top, width, height } = document.querySelector(${JSON.stringify(selector ?? "html")}).getBoundingClientRect();
            return { x: left + scrollX, y: top + scrollY, width, height, scale: 1 };
        })()`);
        const { data } = await this.send("Page.captureScreenshot",
            { format: "png", clip, captureBeyondViewport: true });
        return Buffer.from(data, "base64");
    }
}
