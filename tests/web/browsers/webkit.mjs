// WebKit in its smallest browser, over WebKitWebDriver's HTTP, on a screen that nobody sees.
import net from "node:net";
import { eventually, programs } from "./programs.mjs";
import { webDriver } from "./webdriver.mjs";

const COMMANDS = {
  setWindowRect: ["POST", () => "/window/rect"],
  navigate: ["POST", () => "/url"],
  refresh: ["POST", () => "/refresh"],
  executeAsync: ["POST", () => "/execute/async"],
  click: ["POST", ({ id }) => `/element/${id}/click`],
  type: ["POST", ({ id }) => `/element/${id}/value`],
  screenshot: ["GET", () => "/screenshot"],
};

/** `programs`: where WebKitWebDriver, MiniBrowser and Xvfb are. */
export async function openWebKit({ driver, browser, screen }) {
  const own = programs();
  try {
    const xvfb = own.start(screen, ["-displayfd", "3", "-screen", "0", "1366x800x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    let display = "";
    xvfb.child.stdio[3].on("data", (chunk) => {
      display += chunk;
    });
    await eventually("Xvfb", async () => {
      await xvfb.check();
      return display.endsWith("\n") || null;
    });
    const port = await freePort();
    const home = own.folder("webkit");
    const env = { ...process.env, DISPLAY: `:${display.trim()}`, LIBGL_ALWAYS_SOFTWARE: "1", HOME: home };
    const service = own.start(driver, [`--port=${port}`, "--host=127.0.0.1"], { env });
    const ask = async (method, place, parameters) => {
      const body = method === "POST" ? { body: JSON.stringify(parameters) } : {};
      const response = await fetch(`http://127.0.0.1:${port}${place}`, { method, ...body });
      const { value } = await response.json();
      if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
      return value;
    };
    await eventually("WebKitWebDriver", async () => {
      await service.check();
      return ask("GET", "/status").catch(() => null);
    });
    const options = { binary: browser, args: ["--automation"] };
    const wanted = { capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } } };
    const { sessionId, capabilities } = await ask("POST", "/session", wanted);
    return await webDriver({
      name: "WebKit",
      version: capabilities.browserVersion,
      send: (command, parameters) => {
        const [method, place] = COMMANDS[command];
        return ask(method, `/session/${sessionId}${place(parameters)}`, parameters);
      },
      end: async () => {
        await ask("DELETE", `/session/${sessionId}`).catch(() => undefined);
        await own.endAll();
      },
    });
  } catch (error) {
    await own.endAll();
    throw error;
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
