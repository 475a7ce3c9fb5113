import { useMemo } from "preact/hooks";
import { drawSpectrum } from "../../viz/drawSpectrum";
import { layoutSpectrum } from "../../viz/spectrumLayout";
import type { SpectrumModel } from "../../viz/spectrumModel";
import { PAGE } from "../../viz/tokens";
import { inRem, useRoom } from "../../viz/useRoom";
import { Drawing } from "./Drawing";

interface Props {
  /** Null while it is awaited: its room is kept. */
  readonly model: SpectrumModel | null;
  /** What it shows, for people who do not see it. */
  readonly label: string;
  readonly height: number;
}

/** Singular values of one head's scores, as wide as there is room. */
export function SpectrumDrawing({ model, label, height }: Props) {
  const [box, { width }] = useRoom<HTMLDivElement>();
  const layout = useMemo(
    () => (model && width > 0 ? layoutSpectrum(model, { width, height }) : null),
    [model, width, height],
  );
  // Room that is kept is no picture: it has nothing to be named after.
  const named = layout ? ({ role: "img", "aria-label": label } as const) : {};
  return (
    <div ref={box} style={{ minHeight: inRem(height), marginTop: "var(--s-2)" }} {...named}>
      {model && layout && <Drawing size={layout}>{drawSpectrum(model, layout, PAGE)}</Drawing>}
    </div>
  );
}
