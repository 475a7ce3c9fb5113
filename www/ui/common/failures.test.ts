import { beforeAll, expect, it } from "vitest";
import { loadWords, useLanguage } from "../../content";
import { type FailureDetail, WorkerFailure } from "../../worker/failure";
import { inWords } from "./failures";
import { refusalInWords } from "./runs/refusal";

beforeAll(() => loadWords(["trouble"]));

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
  expect(said(detail)).toBe("Found in item.weight: NaN. Expected: finite numbers.");
});

it("a model file that cannot be read is told of in sentences that begin with a capital", () => {
  const expected = "a safetensors file saved by this program";
  const words = said({ code: "weights", tensor: "the file", found: "header too small", expected });
  expect(words).toBe("Found: header too small. Expected: a safetensors file saved by this program.");
  const line = said({ code: "malformed", file: "ml.inter", line: 1200, found: "3 cells", expected: "4", advice: "" });
  expect(line).toBe("Found in ml.inter, line 1,200: 3 cells. Expected: 4.");
});

it("a file that is too large is told in the units that people know", () => {
  const size = { of: "file", what: "ml.inter", found: 300_000_000, limit: 268_435_456, advice: "" } as const;
  expect(said({ code: "too_large", ...size })).toBe("ml.inter: 300.0\u00a0MB, the limit is 268.4\u00a0MB.");
});

it("a run that needs too much memory is told in the words of the settings", async () => {
  await loadWords(["train"]);
  const size = { of: "memory", what: "The memory", found: 3_567_951_872, limit: 2_147_483_648, advice: "" } as const;
  const words = refusalInWords(new WorkerFailure("", { code: "too_large", ...size }));
  expect(words).toContain("about 3.6\u00a0GB of memory; 2.1\u00a0GB is the most");
});

it("what the engine refuses is told in Korean on a page in Korean, and its own words where there are none", async () => {
  await useLanguage("ko");
  const line = { code: "malformed", file: "ml.inter", line: 1200, expected: "text in UTF-8", advice: "" } as const;
  expect(said({ ...line, found: "3 fields" })).toBe(
    "ml.inter 1,200번째 줄에서 읽은 내용: 값 3개. 필요한 내용: UTF-8 텍스트.",
  );
  expect(said({ ...line, found: "the moon in May" })).toContain("읽은 내용: the moon in May (영어 원문).");
  const whole = { code: "weights", tensor: "the file", found: "header too small", expected: "F32 or F16" } as const;
  expect(said(whole)).toBe("읽은 내용: 너무 작은 헤더. 필요한 내용: F32 또는 F16.");
  await useLanguage("en");
});
