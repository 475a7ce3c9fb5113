/** The value of one setting of a run. */
export type Setting = string | number | boolean;

export function isSetting(value: unknown): value is Setting {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
