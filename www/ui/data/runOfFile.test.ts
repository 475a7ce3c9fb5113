import { describe, expect, test } from "vitest";
import { holdsRun } from "./runOfFile";

const file = (header: string) => new Blob([new Uint8Array(8), header]);

describe("a file of numbers", () => {
  test.each([
    ['{"__metadata__":{"dif_sr_run":"{}"},"weights.a":{}}', true],
    ['{ "__metadata__" : { "dif_sr_run" : "{\\"config', true],
    ['{"__metadata__":{"dif_sr":"{}"},"a":{}}', false],
    ['{"dif_sr_run":{"dtype":"F32"}}', false],
    ["", false],
  ])("%s: holds a run %s", async (header, expected) => {
    expect(await holdsRun(file(header))).toBe(expected);
  });

  test("that cannot be read any more holds none", async () => {
    const moved = { slice: () => ({ text: () => Promise.reject(new DOMException("moved", "NotFoundError")) }) };
    expect(await holdsRun(moved as unknown as Blob)).toBe(false);
  });
});
