// What makes two openings of data the same data: results of one are never put beside results of another.
import type { DataSource } from "../worker/client";
import { canonicalJson } from "./canonical";

async function fingerprint(bytes: Uint8Array): Promise<string> {
  // Without a secure context there is no digest; the size is then all that is compared besides the name.
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return `${bytes.byteLength}`;
  const digest = new Uint8Array(await subtle.digest("SHA-256", bytes.slice()));
  return [...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A text that is equal for the same data and the same choice of a part of it. */
export async function dataIdentity(source: DataSource): Promise<string> {
  if (source.kind === "synthetic") return canonicalJson(source);
  const { name, itemName, log, keep } = source;
  return canonicalJson({ kind: source.kind, name, itemName, keep, log: await fingerprint(log) });
}
