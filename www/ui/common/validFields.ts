import { useState } from "preact/hooks";

/** The names of the fields that cannot be read, after one of them said whether it can. */
export function afterSaying(bad: ReadonlySet<string>, field: string, valid: boolean): ReadonlySet<string> {
  if (bad.has(field) !== valid) return bad;
  return valid ? new Set([...bad].filter((one) => one !== field)) : new Set([...bad, field]);
}

/** Of several fields beside one button: each says of itself alone whether it can be read. */
export function useValidFields() {
  const [bad, setBad] = useState<ReadonlySet<string>>(new Set());
  return {
    allValid: bad.size === 0,
    onValid: (field: string) => (valid: boolean) => setBad((before) => afterSaying(before, field, valid)),
  };
}
