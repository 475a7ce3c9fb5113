// What the page and its engines stand on, held without a network: licences of the list in deny.toml, nothing from anywhere but the two
// public registries, every package with the hash of its content. `cargo deny check`, where it is at hand, holds the same and more.
import { readFileSync } from "node:fs";
import path from "node:path";
import { ask, Complaint } from "./command.mjs";
import { isAllowed } from "./licences.mjs";
import { root } from "./places.mjs";

const CRATES = "registry+https://github.com/rust-lang/crates.io-index";
const NPM = "https://registry.npmjs.org/";
const WASM = "wasm32-unknown-unknown";

const read = (name) => readFileSync(path.join(root, name), "utf8");

/** The licences of deny.toml, what it says of crates that do not say it themselves, and crates that the tree may hold once. */
export function rulesIn(text) {
  const [, list = ""] = /^allow = \[\n([^\]]*)\]/m.exec(text) ?? [];
  const allowed = [...list.matchAll(/^\s*"([^"]+)",$/gm)].map(([, name]) => name);
  const clarified = [...text.matchAll(/^crate = "([^"]+)"\nexpression = "([^"]+)"$/gm)].map(([, ...pair]) => pair);
  if (allowed.length === 0) throw new Error("deny.toml allows no licence");
  const once = [...text.matchAll(/\{ crate = "([^"]+)", deny-multiple-versions = true \}/g)].map(([, name]) => name);
  return { allowed, clarified: Object.fromEntries(clarified), once };
}

function licenceTrouble(name, expression, allowed) {
  if (!expression) return [`${name} names no licence`];
  return isAllowed(expression, allowed) ? [] : [`${name}: ${expression} is not allowed`];
}

/** What is wrong with crates, as `cargo metadata` tells of them. */
export function wrongCrates({ packages }, { allowed, clarified }) {
  return packages.flatMap(({ name, version, license, source }) => [
    ...licenceTrouble(`${name} ${version}`, license ?? clarified[name], allowed),
    ...(source === null || source === CRATES ? [] : [`${name} ${version} comes from ${source}`]),
  ]);
}

/** What is wrong with Cargo.lock, which lists the crates of every platform. */
export function wrongCargoLock(text, { once }) {
  const blocks = text.split("[[package]]").slice(1);
  const twice = once.filter((name) => blocks.filter((block) => block.includes(`\nname = "${name}"\n`)).length > 1);
  const wrong = blocks.flatMap((block) => {
    const value = (key) => new RegExp(`^${key} = "([^"]*)"$`, "m").exec(block)?.[1];
    const [name, source] = [`${value("name")} ${value("version")}`, value("source")];
    // Without a source it is of this repository.
    if (source === undefined) return [];
    if (source !== CRATES) return [`${name} comes from ${source}`];
    return /^[0-9a-f]{64}$/.test(value("checksum") ?? "") ? [] : [`${name} has no checksum`];
  });
  return [...wrong, ...twice.map((name) => `${name} is there in several versions`)];
}

/** What is wrong with package-lock.json. */
export function wrongPackageLock({ packages }, { allowed }) {
  return Object.entries(packages).flatMap(
    ([place, { integrity = "", resolved, license, link, funding: _, ...rest }]) => {
      if (place === "") return [];
      const name = place.replace(/^.*node_modules\//, "");
      // Where people may pay somebody is an address that nothing is fetched from; every other one is.
      const hosts = JSON.stringify(rest).match(/(?:https?|git|ssh|file)[+\w]*:[^"]*/g) ?? [];
      return [
        ...licenceTrouble(name, license, allowed),
        ...(/^sha512-[\w+/]{86}==$/.test(integrity) ? [] : [`${name} has no hash of its content`]),
        ...(resolved === undefined || resolved.startsWith(NPM) ? [] : [`${name} comes from ${resolved}`]),
        ...(link ? [`${name} is a link to another folder`] : []),
        ...hosts.map((host) => `${name} names ${host}`),
      ];
    },
  );
}

function assertNone(wrong) {
  if (wrong.length > 0) throw new Complaint(wrong.join("\n"));
}

export function checkCrates() {
  const [, host] = /^host: (\S+)$/m.exec(ask("rustc", ["-vV"]) ?? "") ?? [];
  // Of other platforms nothing is at hand without a network; where their crates come from stands in the lock.
  const platforms = [host, WASM].flatMap((name) => ["--filter-platform", name]);
  const told = ask("cargo", ["metadata", "--locked", "--offline", "--format-version", "1", ...platforms], {
    maxBuffer: 2 ** 28,
  });
  if (!told) throw new Complaint("cargo metadata tells nothing without a network: build the crate once, please.");
  const metadata = JSON.parse(told);
  console.log(`${metadata.packages.length} crates`);
  const rules = rulesIn(read("deny.toml"));
  assertNone([...wrongCrates(metadata, rules), ...wrongCargoLock(read("Cargo.lock"), rules)]);
}

export function checkPackages() {
  const lock = JSON.parse(read("package-lock.json"));
  console.log(`${Object.keys(lock.packages).length - 1} packages of npm`);
  assertNone(wrongPackageLock(lock, rulesIn(read("deny.toml"))));
}
