import { expect, it } from "vitest";
import { type FailureDetail, WorkerFailure } from "../../worker/failure";
import { inWords } from "./failures";

const said = (detail: FailureDetail) => inWords(new WorkerFailure("RuntimeError: unreachable", detail));

const address = "https://lab.example/assets/engine_bg-1a2b3c4d.wasm";

it("a web page in place of the engine is called one, with its address", () => {
  const words = said({ code: "not_the_file", address, found: "a web page" });
  expect(words).toContain("sent a web page in place of");
  expect(words).toContain(address);
});

it("a file that is missing is for whoever put the page there, a server in trouble is worth another try", () => {
  expect(said({ code: "not_found", address, status: 404 })).toContain("must add it");
  expect(said({ code: "not_found", address, status: 503 })).toMatch(/503 .* again later/);
});

it("what developers read in a message does not reach the visitor", () => {
  const message = "RuntimeError: unreachable at wasm-function[812]:0x4f2a";
  const technical: FailureDetail[] = [
    { code: "crashed", message },
    { code: "unknown", message },
    { code: "device_refused", message },
  ];
  for (const detail of technical) expect(said(detail)).not.toContain("unreachable");
});

it("a model file that does not fit names what is wrong with it", () => {
  const detail = { code: "weights", tensor: "item.weight", found: "NaN", expected: "finite numbers" } as const;
  expect(said(detail)).toBe("item.weight: found NaN, expected finite numbers.");
});
