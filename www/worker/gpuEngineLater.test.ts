import { afterEach, describe, expect, it, vi } from "vitest";
import { findGpuEngine } from "./gpuEngineLater";

/** A server that says this of the GPU engine, to a worker whose script is one of the page's hashed files. */
function serverThatSays(gpu: object) {
  vi.stubGlobal("self", { location: { href: "http://localhost:4173/assets/trainer.worker-BaxWQke9.js" } });
  return vi.fn(async () => Response.json({ cpu: { state: "ready" }, gpu }));
}

afterEach(() => vi.unstubAllGlobals());

describe("a GPU engine that comes after the page", () => {
  it("is found where the server has it", async () => {
    const get = serverThatSays({ state: "ready" });
    expect((await findGpuEngine(get)).code).toBe("http://localhost:4173/engines/gpu/engine_bg.wasm");
    expect(get).toHaveBeenCalledWith("http://localhost:4173/engines.json", {});
  });

  it("is said to be on its way while it is built or waits for that", async () => {
    for (const gpu of [{ state: "waiting" }, { state: "building" }]) {
      await expect(findGpuEngine(serverThatSays(gpu))).rejects.toMatchObject({ detail: { code: "being_built" } });
    }
  });

  it("is said not to come where it could not be built", async () => {
    await expect(findGpuEngine(serverThatSays({ state: "failed" }))).rejects.toMatchObject({
      detail: { code: "not_built" },
    });
  });
});
