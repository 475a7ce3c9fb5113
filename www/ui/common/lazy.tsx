import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";

/**
 * A component whose code is fetched when it is first drawn. Nothing stands in its place until then; a connection that broke is
 * tried again the next time.
 */
export function lazy<Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const fetched = signal<{ Component: ComponentType<Props> } | null>(null);
  let fetching = false;
  return function Lazy(props: Props) {
    useEffect(() => {
      if (fetching) return;
      fetching = true;
      fetch().then(
        (Component) => {
          fetched.value = { Component };
        },
        () => {
          fetching = false;
        },
      );
    }, []);
    const Shown = fetched.value?.Component;
    return Shown ? <Shown {...props} /> : null;
  };
}
