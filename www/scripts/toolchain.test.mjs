import { describe, expect, it } from "vitest";
import { fakeTerminal } from "./fake-terminal.mjs";
import { Screen } from "./screen.mjs";
import { installWasmBindgen, isInstalled } from "./toolchain.mjs";

/** What cargo says where the lock file of wasm-bindgen names a package that a registry no longer has. */
const GONE = {
  status: 101,
  output: 'error: failed to select a version for the requirement `webpki-roots = "^1.0.10"` (locked to 1.0.11)\n',
};
const DONE = { status: 0, output: "    Finished `release` profile\n" };

async function install(...outcomes) {
  const terminal = fakeTerminal();
  const asked = [];
  const result = await installWasmBindgen({
    version: "0.2.130",
    home: "/cache/wasm-bindgen",
    screen: new Screen(terminal),
    install: async (args) => {
      asked.push(args.includes("--locked"));
      return outcomes.shift();
    },
  }).catch((error) => error);
  return { result, asked, rows: terminal.rows().filter((row) => row !== ""), written: terminal.written };
}

describe("installing wasm-bindgen", () => {
  it("takes the packages that it lists for itself", async () => {
    const { asked, rows } = await install(DONE);
    expect(asked).toEqual([true]);
    expect(rows).toEqual(["wasm-bindgen 0.2.130 is installed."]);
  });

  it("says plainly, and not as an error, that newer packages were taken where those are gone", async () => {
    const { result, asked, rows, written } = await install(GONE, DONE);
    expect(result).toBeUndefined();
    expect(asked).toEqual([true, false]);
    expect(rows.join(" ")).toMatch(/0\.2\.130 is installed.*newer/);
    expect(written).not.toMatch(/error|failed/);
  });

  it("fails with the last lines where neither can be had", async () => {
    const { result } = await install(GONE, { status: 101, output: "error: linker `cc` not found\n" });
    expect(result.message).toContain("linker `cc` not found");
    expect(result.message).toMatch(/tools\.log/);
  });
});

describe("the npm packages", () => {
  const lock = {
    packages: {
      "": { name: "dif-sr-lab" },
      "node_modules/preact": { version: "11.2.0" },
      "node_modules/only-on-a-mac": { version: "1.0.0", optional: true },
    },
  };
  const installed = (packages) => ({ packages });

  it("are there when each is, and those of other systems may be missing", () => {
    expect(isInstalled(lock, installed({ "node_modules/preact": { version: "11.2.0" } }))).toBe(true);
  });

  it("are not there when one is missing, of another version or no longer listed", () => {
    expect(isInstalled(lock, installed({}))).toBe(false);
    expect(isInstalled(lock, installed({ "node_modules/preact": { version: "10.0.0" } }))).toBe(false);
    const more = { "node_modules/preact": { version: "11.2.0" }, "node_modules/old": { version: "1.0.0" } };
    expect(isInstalled(lock, installed(more))).toBe(false);
  });
});
