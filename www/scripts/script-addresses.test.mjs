// The one rule of the page's Trusted Types, run as the browser does.
import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import { expect, test } from "vitest";
import { root } from "./places.mjs";

/** What the rule says of an address on a page. */
function ruleOf(page) {
  const made = {};
  const context = vm.createContext({
    URL,
    location: new URL(page),
    document: { baseURI: page },
    trustedTypes: { createPolicy: (name, rules) => Object.assign(made, { [name]: rules }) },
  });
  vm.runInContext(readFileSync(path.join(root, "www", "before", "script-addresses.js"), "utf8"), context);
  expect(Object.keys(made)).toEqual(["default"]);
  expect(Object.keys(made.default), "nothing for markup, nothing for code").toEqual(["createScriptURL"]);
  return made.default.createScriptURL;
}

test("the page's own workers pass, wherever the page lies", () => {
  for (const page of ["https://lab.example/", "https://host.example/lab/index.html?s=1"]) {
    const rule = ruleOf(page);
    for (const name of ["./assets/engine.worker-Fo6-Bx8H.js", "./service-worker.js"]) {
      expect(rule(name)).toBe(name);
      expect(rule(new URL(name, page).href)).toBe(new URL(name, page).href);
    }
  }
  const inDevelopment = "/www/worker/engine.worker.ts?worker_file&type=module";
  expect(ruleOf("http://localhost:4173/")(inDevelopment)).toBe(inDevelopment);
});

test("everything else is refused", () => {
  const rule = ruleOf("https://lab.example/");
  for (const address of [
    "https://evil.example/assets/engine.worker-Fo6-Bx8H.js",
    "//evil.example/service-worker.js",
    "data:text/javascript,alert(1)",
    "blob:https://lab.example/assets/engine.worker-Fo6-Bx8H.js",
    "javascript:alert(1)",
    "./assets/first-view-Fo6-Bx8H.js",
    "./other.js?/service-worker.js",
    "./x#/service-worker.js",
  ])
    expect(rule(address), address).toBe(null);
});
