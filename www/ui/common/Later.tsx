// What a panel shows further down, drawn in a task of its own: a panel that is opened leaves room for the visitor's next press between its
// parts. Whoever goes back to a place in it is brought there when it is tall enough (holdPlace.ts).
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { useAwaited } from "./awaited";

export function Later({ children }: { children: ComponentChildren }): ComponentChildren {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true));
    return () => clearTimeout(timer);
  }, []);
  useAwaited(!isDue);
  return isDue ? children : null;
}
