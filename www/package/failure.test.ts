import { describe, expect, it } from "vitest";
import { crashed, type FetchDetail, isOfWorker, workerNotArrived } from "../worker/failure";
import { fetchFailure } from "../worker/fetchFile";
import { asLabFailure, failed, LabFailure } from "./failure";

const address = "https://shop.example/dif-sr-lab/cpu/engine_bg.wasm";

describe("a failure of the package", () => {
  it("names the file that did not come, and what came in its place", () => {
    const details: [FetchDetail, string][] = [
      [{ code: "not_found", address, status: 404 }, `${address} is not there: the server answered 404.`],
      [
        { code: "not_the_file", address, found: "a web page" },
        `The server sent a web page in place of ${address}, which it may not have.`,
      ],
      [
        { code: "offline", address },
        `Nothing arrived from ${address}: no answer, a broken connection, or a policy that forbids it (CORS, connect-src).`,
      ],
    ];
    for (const [detail, sentence] of details) {
      const cause = fetchFailure(detail);
      const failure = asLabFailure(cause);
      expect(failure).toBeInstanceOf(LabFailure);
      expect(failure).toMatchObject({ name: "LabFailure", message: sentence, detail, cause });
    }
  });

  it("keeps the engine's own sentence and detail", () => {
    const detail = { code: "config", field: "items", found: "item 0", expected: "ids from 1 to 240" } as const;
    const thrown = Object.assign(new Error("The setting items is item 0; expected ids from 1 to 240."), { detail });
    expect(asLabFailure(thrown)).toMatchObject({ message: thrown.message, detail });
  });

  it("says that the engine stopped, and why", () => {
    expect(asLabFailure(crashed("out of memory")).message).toBe("The engine stopped while it worked: out of memory");
  });

  it("is said once: handed on, it stays what it was", () => {
    const failure = failed({ code: "no_simd" });
    expect(asLabFailure(failure)).toBe(failure);
  });
});

it("a worker's script that did not come is told from a file that did not", () => {
  expect(isOfWorker(workerNotArrived())).toBe(true);
  expect(isOfWorker(fetchFailure({ code: "offline", address }))).toBe(false);
  expect(isOfWorker(crashed("out of memory"))).toBe(false);
});
