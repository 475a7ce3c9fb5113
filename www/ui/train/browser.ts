/** Which advice about WebGPU fits this browser. Only words follow from it: what works is found by trying. */
export type BrowserHelp = "chromium" | "chromiumLinux" | "firefox" | "firefoxLinux" | "safari" | "iphone" | "other";

export function browserHelp(userAgent: string): BrowserHelp {
  const linux = /Linux/.test(userAgent) && !/Android/.test(userAgent);
  // Every browser on iOS is Safari inside.
  if (/iPhone|iPad/.test(userAgent)) return "iphone";
  if (/Firefox\//.test(userAgent)) return linux || /Android/.test(userAgent) ? "firefoxLinux" : "firefox";
  if (/Chrome\/|Chromium\/|Edg\//.test(userAgent)) return linux ? "chromiumLinux" : "chromium";
  if (/Safari\//.test(userAgent)) return "safari";
  return "other";
}
