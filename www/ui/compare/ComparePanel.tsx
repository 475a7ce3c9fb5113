// Compare: the heading at once, the rest when the panel comes near the screen.
import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../../content";
import { lazy } from "../common/lazy";

const SideBySide = lazy(() => import("./sidebyside/SideBySide").then((module) => module.SideBySide));

export function ComparePanel() {
  const root = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setNear(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={root}>
      <header class="panel-head">
        <h2>{t().shell.panelLong.compare}</h2>
      </header>
      <div class="compare-waiting">{near && <SideBySide />}</div>
    </div>
  );
}
