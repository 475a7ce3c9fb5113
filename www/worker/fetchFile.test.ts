import { describe, expect, it } from "vitest";
import { fetchFile, isWebPage } from "./fetchFile";
import { compileWhileFetching } from "./loadWasm";

const ADDRESS = "https://lab.example/assets/model-1a2b3c4d.safetensors";
const PAGE = new TextEncoder().encode("\n<!DOCTYPE html><title>Not here</title>");

/** A host that gives one answer. */
const host = (body: BodyInit | null, init: ResponseInit = {}) => ({ get: async () => new Response(body, init) });
const gone = {
  get: async () => {
    throw new TypeError("Failed to fetch");
  },
};
/** A host whose line breaks after the first bytes. */
const breaks = (first: Uint8Array, headers: Record<string, string> = {}) => ({
  get: async () =>
    new Response(
      new ReadableStream({
        start: (stream) => stream.enqueue(first),
        pull: (stream) => stream.error(new TypeError("network error")),
      }),
      { headers },
    ),
});
const detailOf = async (fetching: Promise<unknown>) =>
  (
    await fetching.then(
      () => null,
      (thrown) => thrown,
    )
  ).detail;

describe("a file of the page", () => {
  it("arrives whole, and every part is counted", async () => {
    const seen: [number, number | null][] = [];
    const parts = new ReadableStream({
      start(stream) {
        for (const part of [[1, 2], [3]]) stream.enqueue(Uint8Array.from(part));
        stream.close();
      },
    });
    const onProgress = (received: number, total: number | null) => seen.push([received, total]);
    const bytes = await fetchFile(ADDRESS, { ...host(parts, { headers: { "content-length": "3" } }), onProgress });
    expect(bytes).toEqual(Uint8Array.of(1, 2, 3));
    expect(seen).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  it("has no total where the host compresses: the length is that of the compressed bytes", async () => {
    const seen: (number | null)[] = [];
    const headers = { "content-length": "3", "content-encoding": "gzip" };
    await fetchFile(ADDRESS, { ...host("1234567", { headers }), onProgress: (_, total) => seen.push(total) });
    expect(new Set(seen)).toEqual(new Set([null]));
  });

  it("that is missing is named with its address and the host's answer", async () => {
    const failure = await fetchFile(ADDRESS, host("Not found", { status: 404 })).catch((thrown) => thrown);
    expect(failure.detail).toEqual({ code: "not_found", address: ADDRESS, status: 404 });
    expect(failure.message).toBe(`${ADDRESS}: the server answered 404`);
    expect(await detailOf(fetchFile(ADDRESS, host(null, { status: 503 })))).toMatchObject({ status: 503 });
  });

  it.each([
    ["by its type", "text/html; charset=utf-8", "anything"],
    ["by its first bytes, under the type of the file itself", "application/octet-stream", PAGE],
  ])("that comes as a web page is known for one: %s", async (_, type, body) => {
    const fetching = fetchFile(ADDRESS, host(body, { headers: { "content-type": type } }));
    expect(await detailOf(fetching)).toEqual({ code: "not_the_file", address: ADDRESS, found: "a web page" });
  });

  it("does not come without a network, nor where the line breaks half way", async () => {
    const offline = { code: "offline", address: ADDRESS };
    expect(await detailOf(fetchFile(ADDRESS, gone))).toEqual(offline);
    expect(await detailOf(fetchFile(ADDRESS, breaks(Uint8Array.of(1))))).toEqual(offline);
  });

  it("is called off by whoever asked, before the answer and while it comes", async () => {
    expect(await detailOf(fetchFile(ADDRESS, { ...gone, signal: AbortSignal.abort() }))).toEqual({ code: "aborted" });
    const asked = new AbortController();
    const onProgress = () => asked.abort();
    const fetching = fetchFile(ADDRESS, { ...breaks(Uint8Array.of(1)), signal: asked.signal, onProgress });
    expect(await detailOf(fetching)).toEqual({ code: "aborted" });
  });

  it("may hold any bytes but those of a page", () => {
    expect(isWebPage(new TextEncoder().encode("\ufeff <HTML lang=en>"))).toBe(true);
    for (const text of ["", '{"a": "<html>"}', "<svg>", "version https://git-lfs.github.com/spec/v1"])
      expect(isWebPage(new TextEncoder().encode(text))).toBe(false);
  });
});

describe("an engine's file", () => {
  const EMPTY = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  const URL_ = "https://lab.example/assets/engine_bg-1a2b3c4d.wasm";
  const compile = (given: { get: () => Promise<Response> }) => compileWhileFetching(URL_, null, given.get);
  const typed = (type: string) => ({ headers: { "content-type": type } });

  it.each(["text/html", "application/wasm", "text/plain"])(
    "that is a web page is known for one, sent as %s",
    async (type) => {
      const expected = { code: "not_the_file", address: URL_, found: "a web page" };
      expect(await detailOf(compile(host(PAGE, typed(type))))).toEqual(expected);
    },
  );

  it("that is something else altogether is no engine either", async () => {
    const pointer = host("version https://git-lfs.github.com/spec/v1", typed("application/wasm"));
    expect(await detailOf(compile(pointer))).toMatchObject({ code: "not_the_file", found: "other bytes" });
  });

  it("that is missing or cut off says so with its address", async () => {
    expect(await detailOf(compile(host(null, { status: 404 })))).toEqual({
      code: "not_found",
      address: URL_,
      status: 404,
    });
    for (const given of [gone, breaks(EMPTY, { "content-type": "application/wasm" })])
      expect(await detailOf(compile(given))).toEqual({ code: "offline", address: URL_ });
  });

  it("that this browser does not take keeps the compiler's own words", async () => {
    const newer = Uint8Array.of(0, 0x61, 0x73, 0x6d, 9, 0, 0, 0);
    await expect(compile(host(newer, typed("application/wasm")))).rejects.toBeInstanceOf(WebAssembly.CompileError);
  });
});
