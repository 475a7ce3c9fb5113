// What the menu that saves a figure holds. Fetched when it is first asked for, with everything that makes files.
import { useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { t } from "../../../content";
import type { DrawFigure } from "../../../viz/figure";
import type { ThemeName } from "../../../viz/themes";
import { announce } from "../Announcer";
import { bytes, count } from "../format";
import { Segmented } from "../Segmented";
import { saveFile } from "../saveFile";
import { copyFile } from "./copyFile";
import { FILE_KINDS, type FileKind, figureFiles } from "./figureFiles";
import { fileName } from "./fileName";
import { SaveRow } from "./SaveRow";
import "../../../styles/save-menu.css";

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

/** Width of the figure on the page, in its own units, and the panel that it stands in. */
function placeOf(menu: HTMLElement | null) {
  const box = menu?.closest("[data-figure]")?.getBoundingClientRect();
  const unit = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const width = Math.max(LEAST_WIDTH, Math.floor((box?.width ?? WIDTHS.slide) / unit));
  return { width, panel: menu?.closest<HTMLElement>("[data-panel]")?.dataset.panel ?? "" };
}

export function SaveMenu({ name, draw, onClose }: SaveMenuProps) {
  const words = t().save;
  const menu = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState<Width>("shown");
  const [theme, setTheme] = useState<ThemeName>(themeOfPage);
  const [captioned, setCaptioned] = useState(true);
  const [place, setPlace] = useState({ width: WIDTHS.slide, panel: "" });
  const [said, setSaid] = useState("");
  useLayoutEffect(() => setPlace(placeOf(menu.current)), []);

  const drawn = width === "shown" ? place.width : WIDTHS[width];
  const files = useMemo(
    () => figureFiles(name, draw, { width: drawn, captioned, asShown: width === "shown" }, theme),
    [name, draw, drawn, width, theme, captioned],
  );
  const { figure, pixels, numbers } = files;
  const file = (kind: FileKind) => fileName(place.panel, name, figure.facts, kind);

  const tell = (sentence: string) => {
    announce(sentence);
    setSaid(sentence);
  };
  /** False where the browser could not make it. */
  const save = async (kind: FileKind): Promise<boolean> => {
    try {
      const made = await files.make(kind);
      saveFile(file(kind), made, made.type);
      return true;
    } catch {
      tell(words.pictureFailed);
      return false;
    }
  };
  const onSave = async (kind: FileKind) => {
    if (!(await save(kind))) return;
    announce(words.saved(file(kind)));
    onClose();
  };
  const onCopy = async (kind: FileKind) => {
    if (await copyFile(kind, files)) tell(words.copied(kind.toUpperCase()));
    else if (await save(kind)) tell(words.copyRefused(file(kind)));
  };

  const notes: Readonly<Record<FileKind, string>> = {
    svg: words.svg,
    png: words.png(count(pixels.width), count(pixels.height)),
    csv: words.csv(count(numbers)),
    json: words.json,
  };
  const sizeOf = (kind: FileKind) => {
    const size = files.sizeOf(kind);
    return size === null ? "" : bytes(size);
  };

  return (
    <div class="save-menu" ref={menu}>
      {FILE_KINDS.map((kind) => (
        <SaveRow
          key={kind}
          kind={kind}
          note={notes[kind]}
          size={sizeOf(kind)}
          onSave={() => void onSave(kind)}
          onCopy={() => void onCopy(kind)}
        />
      ))}
      {said !== "" && (
        <p class="note" data-save-said>
          {said}
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
