// A Chromium to drive: the one named by CHROMIUM, one that is installed, or Debian's where it may be installed.
import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Complaint } from "./command.mjs";
import { installDebian } from "./debian.mjs";
import { firstOf, onPath } from "./on-path.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge"];

function installed() {
  const programs = process.env.PROGRAMFILES ?? "C:\\Program Files";
  return (
    onPath(...NAMES) ??
    firstOf([
      "/opt/google/chrome/chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      path.join(os.homedir(), "Applications/Chromium.app/Contents/MacOS/Chromium"),
      path.join(programs, "Google\\Chrome\\Application\\chrome.exe"),
      path.join(programs, "Microsoft\\Edge\\Application\\msedge.exe"),
    ])
  );
}

export async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Complaint(`CHROMIUM names ${named}, and there is no such file.`);
  }
  if (!installed()) await installDebian("chromium");
  const found = installed();
  if (found) return found;
  throw new Complaint(
    "No Chromium found. Install one (Debian: apt-get install chromium), or name it: CHROMIUM=/path/to/chromium npm test",
  );
}
