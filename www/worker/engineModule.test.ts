import { expect, it } from "vitest";
import { type EngineModule, fetchModule, oneCopy } from "./engineModule";

const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const never = () => undefined;
const arrived = (): EngineModule => ({ compiled: WebAssembly.compile(EMPTY), onProgress: never });
const failed = (): EngineModule => ({ compiled: Promise.reject(new Error("offline")), onProgress: never });

it("whoever asks is given the same copy", async () => {
  const code = oneCopy(arrived);
  expect(code()).toBe(code());
  await code().compiled;
  expect(code()).toBe(code());
});

it("an engine that did not arrive is fetched anew for the next who asks, and not from what the browser kept", async () => {
  const fetches: boolean[] = [];
  const code = oneCopy((again) => {
    fetches.push(again);
    return again ? arrived() : failed();
  });
  const first = code();
  expect(code()).toBe(first);
  await expect(first.compiled).rejects.toThrow("offline");
  expect(await code().compiled).toBeInstanceOf(WebAssembly.Module);
  expect(fetches).toEqual([false, true]);
});

it("its progress reaches everybody who listens", async () => {
  const module = fetchModule("https://lab.example/engine.wasm", async () => new Response(EMPTY));
  const heard: string[] = [];
  module.onProgress((received) => heard.push(`first ${received}`));
  module.onProgress((received) => heard.push(`second ${received}`));
  await module.compiled;
  expect(heard).toEqual(["first 8", "second 8"]);
});
