// Firefox, over the Marionette socket that geckodriver talks to: WebDriver's commands, each message as `length:json`.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { eventually, programs } from "./programs.mjs";
import { webDriver } from "./webdriver.mjs";

const COMMANDS = {
  newSession: "WebDriver:NewSession",
  setWindowRect: "WebDriver:SetWindowRect",
  navigate: "WebDriver:Navigate",
  refresh: "WebDriver:Refresh",
  executeAsync: "WebDriver:ExecuteAsyncScript",
  click: "WebDriver:ElementClick",
  type: "WebDriver:ElementSendKeys",
  screenshot: "WebDriver:TakeScreenshot",
};

/** Any free port; and nothing is asked of Mozilla's servers. */
const SETTINGS = {
  "marionette.port": 0,
  "app.normandy.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "services.settings.server": "data:,",
};

export async function openFirefox(executable) {
  const own = programs();
  try {
    const profile = own.folder("firefox");
    const lines = Object.entries(SETTINGS).map(
      (one) => `user_pref(${one.map((part) => JSON.stringify(part)).join(", ")});`,
    );
    writeFileSync(path.join(profile, "user.js"), lines.join("\n"));
    const firefox = own.start(executable, ["--headless", "--marionette", "--no-remote", "--profile", profile]);
    const file = path.join(profile, "MarionetteActivePort");
    const port = await eventually("Firefox", async () => {
      await firefox.check();
      return (existsSync(file) && Number(readFileSync(file, "utf8"))) || null;
    });
    const socket = await connect(port);
    const call = (command, parameters) => socket.call(COMMANDS[command], parameters);
    const { capabilities } = await call("newSession", { capabilities: { alwaysMatch: {} } });
    return await webDriver({
      name: "Firefox",
      version: capabilities.browserVersion,
      send: async (command, parameters) => {
        const answer = await call(command, parameters);
        return answer && "value" in answer ? answer.value : answer;
      },
      end: async () => {
        socket.end();
        await own.endAll();
      },
    });
  } catch (error) {
    await own.endAll();
    throw error;
  }
}

async function connect(port) {
  const socket = net.connect(port, "127.0.0.1");
  const waiting = new Map();
  let received = Buffer.alloc(0);
  let count = 0;
  const hear = (message) => {
    // The greeting is no array.
    if (!Array.isArray(message)) return;
    const [, id, error, result] = message;
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${error.error}: ${error.message}`));
    else resolve(result);
  };
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (let colon = received.indexOf(":"); colon >= 0; colon = received.indexOf(":")) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end));
      received = received.subarray(end);
      hear(message);
    }
  });
  const over = (error) => {
    for (const { reject } of waiting.values()) reject(error ?? new Error("Firefox has ended"));
    waiting.clear();
  };
  await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  socket.on("error", over).on("close", () => over());
  return {
    call: (command, parameters) =>
      new Promise((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        const message = JSON.stringify([0, count, command, parameters]);
        socket.write(`${Buffer.byteLength(message)}:${message}`);
      }),
    end: () => socket.destroy(),
  };
}
