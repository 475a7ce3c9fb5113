// Whether a GPU is there is found by asking for it: `navigator.gpu` exists in browsers that then have no adapter.
import type { GpuVerdict } from "./protocol";

/** Adapters that compute on the CPU: correct, and far slower than our own CPU build. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|warp/i;

export type AdapterFinding = { found: true; name: string; fallback: boolean } | Extract<GpuVerdict, { usable: false }>;

/** `isSecure`: over https, or on this machine. Elsewhere browsers that have WebGPU do not show it. */
export async function findAdapter(
  gpu: GPU | undefined,
  isSecure: boolean = globalThis.isSecureContext,
): Promise<AdapterFinding> {
  if (!gpu && !isSecure) return { usable: false, code: "insecure", message: "The page came over plain http." };
  if (!gpu) return { usable: false, code: "no_navigator_gpu", message: "This browser has no navigator.gpu." };
  try {
    const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
    if (!adapter) return { usable: false, code: "no_adapter", message: "The browser offers no GPU adapter." };
    const { vendor, architecture, device, description } = adapter.info;
    const name = [description, device, vendor, architecture].filter(Boolean).join(" ") || "unnamed adapter";
    return { found: true, name, fallback: adapter.info.isFallbackAdapter || SOFTWARE.test(name) };
  } catch (thrown) {
    return { usable: false, code: "no_adapter", message: String(thrown) };
  }
}

/**
 * Calls once when a device that was asked for from now on is lost. The engine asks by itself, so the request is wrapped:
 * install this before the engine starts.
 */
export function watchForLoss(adapters: Pick<GPUAdapter, "requestDevice">, onLost: (message: string) => void): void {
  const request = adapters.requestDevice;
  adapters.requestDevice = async function (this: GPUAdapter, descriptor?: GPUDeviceDescriptor) {
    const device = await request.call(this, descriptor);
    void device.lost.then(({ reason, message }) => {
      if (reason !== "destroyed") onLost(message || "The GPU device was lost.");
    });
    return device;
  };
}
