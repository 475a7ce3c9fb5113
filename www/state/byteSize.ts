// How much something weighs that is kept: bytes as they are, text as UTF-8, a number as the eight bytes that it is.

export interface Size {
  readonly count: number;
  readonly bytes: number;
}

export const NOTHING: Size = { count: 0, bytes: 0 };

const encoder = new TextEncoder();

export function byteSize(value: unknown): number {
  if (typeof value === "string") return encoder.encode(value).length;
  if (typeof value === "number") return 8;
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + byteSize(one), 0);
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).reduce((sum, [key, one]) => sum + byteSize(key) + byteSize(one), 0);
  }
  return 1;
}
