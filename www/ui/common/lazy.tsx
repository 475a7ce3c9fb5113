import { signal } from "@preact/signals";
import type { Attributes, ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../content";
import { Button } from "./Button";

/**
 * A component whose code is fetched when it is first drawn. Nothing stands in its place until then; what did not arrive is fetched again
 * at a press, or the next time.
 */
export function lazy<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fetched = signal<{ Component: ComponentType<Props> } | "coming" | "failed" | null>(null);
  const ask = () => {
    const now = fetched.peek();
    if (now !== null && now !== "failed") return;
    fetched.value = "coming";
    fetch().then(
      (Component) => {
        fetched.value = { Component };
      },
      () => {
        fetched.value = "failed";
      },
    );
  };
  return function Lazy(props: Props & Attributes) {
    useEffect(ask, []);
    const now = fetched.value;
    if (now === "failed") return <Late again={ask} />;
    return now !== null && now !== "coming" ? <now.Component {...props} /> : null;
  };
}

function Late({ again }: { again: () => void }) {
  const words = t().panels;
  return (
    <div class="panel-waiting" role="alert">
      <p>{words.failed}</p>
      <Button onClick={again}>{words.retry}</Button>
    </div>
  );
}
