// Train it: the heading at once, everything below it when the panel comes near the screen.
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { TableToggle } from "../common/DataTable";
import { asTable } from "./asTable";
import "../../styles/train.css";

const body = signal<{ Component: ComponentType } | null>(null);
let fetching = false;

function fetchBody(): void {
  if (fetching) return;
  fetching = true;
  import("./Training").then(
    ({ Training }) => {
      body.value = { Component: Training };
    },
    // A connection that broke: the next time the panel comes into view asks again.
    () => {
      fetching = false;
    },
  );
}

export function TrainPanel() {
  const words = t().train;
  const root = useRef<HTMLDivElement>(null);
  const Shown = body.value?.Component;
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && fetchBody(),
      {
        rootMargin: "900px 0px",
      },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="train" ref={root}>
      <header class="panel-head">
        <h2>{words.title}</h2>
        <div class="panel-tools">
          <TableToggle
            on={asTable.value}
            onChange={(on) => {
              asTable.value = on;
            }}
          />
        </div>
        <p class="lede">{words.lede}</p>
      </header>
      {Shown ? <Shown /> : <div class="train-waiting" />}
    </div>
  );
}
