// The browsers beside Chromium that the journey is made in: Firefox, and WebKit with what it is driven by.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { installDebian } from "./debian.mjs";
import { firstOf, onPath } from "./on-path.mjs";

function installedFirefox() {
  return onPath("firefox-esr", "firefox") ?? firstOf(["/Applications/Firefox.app/Contents/MacOS/firefox"]);
}

/** WebKit's smallest browser lies beside its library, whose folder each distribution calls otherwise. */
function miniBrowser() {
  const libraries = "/usr/lib";
  const folders = existsSync(libraries) ? readdirSync(libraries).map((name) => path.join(libraries, name)) : [];
  const places = [...folders, libraries, "/usr/libexec"].flatMap((folder) =>
    ["webkit2gtk-4.1", "webkitgtk-6.0"].map((name) => path.join(folder, name, "MiniBrowser")),
  );
  return firstOf(places);
}

function installedWebKit() {
  const found = { driver: onPath("WebKitWebDriver"), browser: miniBrowser(), screen: onPath("Xvfb") };
  return Object.values(found).every((file) => file !== null) ? found : null;
}

/** What is there, installed before where that is allowed; else why not, and how to get it. */
async function found(name, packages, installed) {
  if (!installed()) await installDebian(...packages).catch((error) => console.log(error.message));
  const program = installed();
  if (program) return { program };
  return { reason: `no ${name} found (Debian: apt-get install ${packages.join(" ")})` };
}

export async function findFirefox() {
  const named = process.env.FIREFOX;
  if (named)
    return existsSync(named) ? { program: named } : { reason: `FIREFOX names ${named}, and there is no such file` };
  return found("Firefox", ["firefox-esr"], installedFirefox);
}

export const findWebKit = () => found("WebKit", ["webkit2gtk-driver", "xvfb"], installedWebKit);
