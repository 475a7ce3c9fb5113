import { useEffect, useState } from "preact/hooks";

/** Milliseconds since a moment of the page's clock, counted while there is one. */
export function useSince(start: number | null): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (start === null) return;
    setNow(performance.now());
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, [start]);
  return start === null ? 0 : Math.max(0, now - start);
}
