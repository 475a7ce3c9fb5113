import { useEffect, useRef } from "preact/hooks";
import { type Ask, asking, type Question, type When } from "../../state/question";

/** A question of one component: asked while it is on the page. `wanted` reads signals, nothing else. */
export function useAsking<Answer>(
  wanted: () => ((ask: Ask) => Promise<Answer>) | null,
  when?: When<Answer>,
): Question<Answer> {
  const kept = useRef<Question<Answer> | null>(null);
  kept.current ??= asking(wanted, when);
  const asked = kept.current;
  useEffect(() => asked.stop, [asked]);
  return asked;
}
