/** Stroke drawings on a 16 x 16 grid, in the colour of the text around them. */
const DRAWINGS = {
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4 14 14",
  undo: "M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6",
  redo: "M10.5 3l3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10",
  close: "M4 4l8 8M12 4l-8 8",
  chevron: "M4 6l4 4 4-4",
  next: "M6 3l5 5-5 5",
  previous: "M10 3L5 8l5 5",
  lecture: "M2 3h12v7H2zM8 10v3M5 13h6",
  pin: "M8 9.5V15M5 2.5h6M6 2.5v4l-2 3h8l-2-3v-4",
  table: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.7h11M6.5 3v10",
  theme: "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12",
  help: "M5.9 6a2.1 2.1 0 1 1 3.1 1.8c-.7.4-1 .8-1 1.5v.4M8 12.3v.01",
  play: "M5 3v10l8-5z",
  pause: "M5 3v10M11 3v10",
  step: "M4 3v10l6-5zM12.5 3v10",
  stop: "M4 4h8v8H4z",
  save: "M3 13.5h10M8 2v8.5M5 7.8l3 2.7 3-2.7",
  open: "M3 13.5h10M8 10.5V2M5 4.8 8 2l3 2.8",
  copy: "M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z",
  check: "M3 8.5l3.5 3.5L13 4.5",
  warning: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.9v.01",
  eye: "M1.5 8c1.8-3 4-4.5 6.5-4.5S12.7 5 14.5 8c-1.8 3-4 4.5-6.5 4.5S3.3 11 1.5 8zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4z",
  shuffle: "M2 4.5h2.5l6 7H14M2 11.5h2.5l1.8-2.1M8.7 6.6l1.8-2.1H14M12 2.5l2 2-2 2M12 9.5l2 2-2 2",
  grip: "M6 4v.01M10 4v.01M6 8v.01M10 8v.01M6 12v.01M10 12v.01",
  restart: "M13 8a5 5 0 1 1-1.6-3.7M13 2.5v3h-3",
  swap: "M3 5.5h10M10.5 3 13 5.5 10.5 8M13 10.5H3M5.5 8 3 10.5 5.5 13",
  gear: "M8 5.7a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6zM8 2v1.7M8 12.3V14M2 8h1.7M12.3 8H14M3.8 3.8 5 5M11 11l1.2 1.2M12.2 3.8 11 5M5 11l-1.2 1.2",
  up: "M8 13V3.5M4 7.5l4-4 4 4",
  down: "M8 3v9.5M4 8.5l4 4 4-4",
  link: "M6.5 9.5l3-3M7 4.5l1.3-1.3a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.3 1.3a3.2 3.2 0 0 1-4.5-4.5L4.5 7",
  plus: "M8 3v10M3 8h10",
  enlarge: "M9.5 2.5h4v4M13.5 2.5 9 7M6.5 13.5h-4v-4M2.5 13.5 7 9",
  shrink: "M13.5 2.5 9 7M9 3.5V7h3.5M2.5 13.5 7 9M7 12.5V9H3.5",
  trash: "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.6 9h6.8l.6-9",
  more: "M3 8v.01M8 8v.01M13 8v.01",
} as const;

export type IconName = keyof typeof DRAWINGS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={DRAWINGS[name]} />
    </svg>
  );
}
