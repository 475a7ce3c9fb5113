import type { ComponentChildren } from "preact";

interface Props {
  readonly base: number;
  readonly now: number;
  /** Where the axis ends; it begins at 0. */
  readonly most: number;
  /** The mark where it stands now. */
  readonly children: ComponentChildren;
}

const share = (value: number, most: number) => `${most > 0 ? Math.min(100, (value / most) * 100) : 0}%`;

/** A cell of a table: a line where it stood, a bar to where it stands, a mark there. The numbers stand beside it. */
export function Dumbbell({ base, now, most, children }: Props) {
  return (
    <span class="dumbbell" aria-hidden="true">
      <i class="dumbbell-base" style={{ left: share(base, most) }} />
      <i
        class="dumbbell-gap"
        style={{ left: share(Math.min(base, now), most), width: share(Math.abs(now - base), most) }}
      />
      <At value={now} most={most}>
        {children}
      </At>
    </span>
  );
}

export function At({ value, most, children }: { value: number; most: number; children: ComponentChildren }) {
  return (
    <span class="dumbbell-at" style={{ left: share(value, most) }}>
      {children}
    </span>
  );
}
