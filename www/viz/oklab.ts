// Mixing two sRGB colours in Oklab, as `color-mix(in oklab, …)` does (Ottosson 2020; CSS Color 4, section 10).

type Triple = readonly [number, number, number];

function times(matrix: readonly Triple[], [a, b, c]: Triple): Triple {
  const row = (at: number) => {
    const [x, y, z] = matrix[at] ?? [0, 0, 0];
    return x * a + y * b + z * c;
  };
  return [row(0), row(1), row(2)];
}

const TO_CONES: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const FROM_LAB: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const FROM_CONES: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

function each(triple: Triple, change: (value: number) => number): Triple {
  return [change(triple[0]), change(triple[1]), change(triple[2])];
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const encoded = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function toOklab(hex: string): Triple {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  const light = each([channel(1), channel(3), channel(5)], linear);
  return times(TO_LAB, each(times(TO_CONES, light), Math.cbrt));
}

function toHex(lab: Triple): string {
  const light = times(
    FROM_CONES,
    each(times(FROM_LAB, lab), (value) => value ** 3),
  );
  const channels = each(light, (value) => Math.round(Math.min(1, Math.max(0, encoded(value))) * 255));
  return `#${channels.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** `share` of `b` with the rest of `a`. Both as #rrggbb. */
export function mixOklab(a: string, b: string, share: number): string {
  const [from, to] = [toOklab(a), toOklab(b)];
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * share;
  return toHex([at(0), at(1), at(2)]);
}
