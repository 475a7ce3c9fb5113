// What the menu that saves a figure holds: for slides, for papers, as numbers. Fetched when it is first asked for, with everything that
// makes files.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../../content";
import { countNumbers, csvText } from "../../viz/csv";
import type { DrawFigure, FigureSize } from "../../viz/figure";
import { pixelsOf, pngOf } from "../../viz/png";
import { THEMES, type ThemeName } from "../../viz/themes";
import { toText } from "../../viz/toText";
import { announce } from "./Announcer";
import { bytes, count } from "./format";
import { Icon, type IconName } from "./Icon";
import { Segmented } from "./Segmented";
import { saveFile } from "./saveFile";
import "../../styles/save-menu.css";

export interface SaveMenuProps {
  readonly name: string;
  readonly draw: DrawFigure;
  readonly onClose: () => void;
}

type Width = "shown" | "slide" | "column";
const WIDTHS: Readonly<Record<Exclude<Width, "shown">, number>> = { slide: 960, column: 328 };
const LEAST_WIDTH = 280;

/** Light or dark, as the page is now. */
function themeOfPage(): ThemeName {
  const { theme } = document.documentElement.dataset;
  if (theme === "light" || theme === "dark") return theme;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Width of the figure on the page, in its own units. */
function shownWidth(menu: HTMLElement | null): number {
  const box = menu?.closest("figure")?.getBoundingClientRect();
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  return Math.max(LEAST_WIDTH, Math.floor((box?.width ?? WIDTHS.slide) / unit));
}

const sizeOf = (text: string) => new TextEncoder().encode(text).length;

export function SaveMenu({ name, draw, onClose }: SaveMenuProps) {
  const words = t().save;
  const menu = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<Width>("shown");
  const [theme, setTheme] = useState<ThemeName>(themeOfPage);
  const [captioned, setCaptioned] = useState(true);
  const [shown, setShown] = useState(WIDTHS.slide);
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => setShown(shownWidth(menu.current)), []);

  const files = useMemo(() => {
    const size: FigureSize = { width: width === "shown" ? shown : WIDTHS[width], captioned };
    const figure = draw(size, THEMES[theme]);
    return { figure, svg: toText(figure.svg), csv: csvText(figure), pixels: pixelsOf(figure.width, figure.height) };
  }, [draw, width, shown, theme, captioned]);
  const { figure, svg, csv, pixels } = files;
  const file = (ending: string) => `dif-sr-lab-${name}.${ending}`;
  const png = () => pngOf(svg, figure.width, figure.height);

  const save = async (ending: "svg" | "png" | "csv") => {
    setFailed(false);
    try {
      if (ending === "svg") saveFile(file(ending), svg, "image/svg+xml");
      // Spreadsheets know by the mark at its beginning that a file is written in UTF-8.
      else if (ending === "csv") saveFile(file(ending), `\ufeff${csv}`, "text/csv");
      else saveFile(file(ending), await png(), "image/png");
      announce(words.saved(file(ending)));
      onClose();
    } catch {
      setFailed(true);
    }
  };
  const copy = async () => {
    try {
      await navigator.clipboard.write([new ClipboardItem({ "image/png": png() })]);
      announce(words.copied);
      onClose();
    } catch {
      await save("png");
      announce(words.copyRefused(file("png")));
    }
  };

  return (
    <div class="save-menu" ref={menu}>
      <div>
        <Row
          as="svg"
          icon="save"
          name="SVG"
          note={words.svg}
          size={bytes(sizeOf(svg))}
          onClick={() => void save("svg")}
        />
        <Row
          as="png"
          icon="save"
          name="PNG"
          note={words.png(count(pixels.width), count(pixels.height))}
          size=""
          onClick={() => void save("png")}
        />
        <Row
          as="csv"
          icon="table"
          name="CSV"
          note={words.csv(count(countNumbers(figure.table)))}
          size={bytes(sizeOf(csv))}
          onClick={() => void save("csv")}
        />
        {"ClipboardItem" in globalThis && (
          <Row as="copy" icon="copy" name={words.copy} note={words.copyNote} size="" onClick={() => void copy()} />
        )}
      </div>
      {failed && (
        <p class="note" role="alert">
          {words.pictureFailed}
        </p>
      )}
      <div class="save-options">
        <Segmented<Width>
          label={words.width}
          options={(["shown", "slide", "column"] as const).map((value) => ({ value, label: words.widths[value] }))}
          value={width}
          onChange={setWidth}
        />
        <Segmented<ThemeName>
          label={words.theme}
          options={(["light", "dark"] as const).map((value) => ({ value, label: words.themes[value] }))}
          value={theme}
          onChange={setTheme}
        />
        <label class="save-captioned">
          <input type="checkbox" checked={captioned} onChange={(event) => setCaptioned(event.currentTarget.checked)} />
          {words.captioned}
        </label>
        <p class="note">{figure.caption}</p>
      </div>
    </div>
  );
}

interface RowProps {
  readonly as: "svg" | "png" | "csv" | "copy";
  readonly icon: IconName;
  readonly name: string;
  readonly note: string;
  readonly size: string;
  readonly onClick: () => void;
}

function Row({ as, icon, name, note, size, onClick }: RowProps) {
  return (
    <button
      type="button"
      class="save-row"
      data-save-as={as}
      onClick={onClick}
      onKeyDown={(event) => {
        if (moveFocus(event.currentTarget, event.key)) event.preventDefault();
      }}
    >
      <Icon name={icon} />
      <b>{name}</b>
      <span>{note}</span>
      <span class="save-size">{size}</span>
    </button>
  );
}

/** Up and down through the files. True where the key was one of these. */
function moveFocus(row: HTMLElement, key: string): boolean {
  const step = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const rows = [...(row.parentElement?.children ?? [])].filter((one) => one instanceof HTMLElement);
  if (step === 0) return false;
  rows[(rows.indexOf(row) + step + rows.length) % rows.length]?.focus();
  return true;
}
