// Whether a pointer or the focus was here a moment ago.
import { useEffect, useState } from "preact/hooks";

const AWAKE_MS = 2500;

/** Awake, and what wakes it. */
export function useAwake(): readonly [boolean, () => void] {
  const [until, setUntil] = useState(0);
  useEffect(() => {
    if (until === 0) return;
    const timer = setTimeout(() => setUntil(0), AWAKE_MS);
    return () => clearTimeout(timer);
  }, [until]);
  return [until > 0, () => setUntil(performance.now())] as const;
}
