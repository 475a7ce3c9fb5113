import { signal } from "@preact/signals";
import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Pixels of the page in one of a drawing: 1 at the usual size of text. Drawings grow with it, as all that is set in rem does. */
function pixelsPerUnit(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}

/** Another value: every room is read anew at once, not when the browser next tells of it. */
export const rooms = signal(0);

/** Room for a drawing inside an element, in whole units (sixteenths of a rem); 0 before the element is on the page. */
export function useRoom<E extends Element>(): [
  { current: E | null },
  { readonly width: number; readonly height: number },
] {
  const ref = useRef<E>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const read = () => {
      const box = element.getBoundingClientRect();
      const unit = pixelsPerUnit();
      const next = { width: Math.floor(box.width / unit), height: Math.ceil(box.height / unit) };
      setRoom((last) => (last.width === next.width && last.height === next.height ? last : next));
    };
    read();
    const observer = new ResizeObserver(read);
    observer.observe(element);
    return () => observer.disconnect();
  }, [rooms.value]);
  return [ref, room];
}

/** So many units as a length that grows with the text of the page. */
export function inRem(units: number): string {
  return `${units / 16}rem`;
}
