// What a panel shows below its heading, fetched when the panel comes near the screen, but not before the first answer of the
// engine unless it is on the screen.
import { effect, signal } from "@preact/signals";
import type { ComponentType, RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { isSettled } from "../../state/answers";

/** How far outside the window a panel is near. */
const NEAR = "900px 0px";

/** A hook that gives the body once it is here. `load` is called once, and again only if a connection broke. */
export function lazyBody(
  load: () => Promise<ComponentType>,
): (panel: RefObject<Element | null>) => ComponentType | null {
  const body = signal<{ Component: ComponentType } | null>(null);
  let fetching = false;
  const fetchBody = () => {
    if (fetching) return;
    fetching = true;
    load().then(
      (Component) => {
        body.value = { Component };
      },
      // A connection that broke: the next time the panel comes into view asks again.
      () => {
        fetching = false;
      },
    );
  };
  return (panel) => {
    useEffect(() => {
      const element = panel.current;
      if (!element) return;
      const watch = (rootMargin: string) => {
        const observer = new IntersectionObserver(
          (entries) => entries.some((entry) => entry.isIntersecting) && fetchBody(),
          { rootMargin },
        );
        observer.observe(element);
        return () => observer.disconnect();
      };
      const stops = [watch("0px"), effect(() => (isSettled.value ? watch(NEAR) : undefined))];
      return () => {
        for (const stop of stops) stop();
      };
    }, []);
    return body.value?.Component ?? null;
  };
}
