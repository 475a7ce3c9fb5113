// What a script says while it works: lines that stay, and below them one that passes, with how far the work is and for how long.
import { stripVTControlCharacters } from "node:util";

const EVERY_SECOND = 1000;
/** Where lines cannot be taken back, in a log of continuous integration for one, work under way is named this often. */
const EVERY_MINUTE = 60_000;

/** Time as on a clock: 0:07, 12:30, 1:02:03. */
export function clock(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value) => String(value % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${two(seconds)}` : `${Math.floor(minutes / 60)}:${two(minutes)}:${two(seconds)}`;
}

export class Screen {
  #stream;
  #now;
  #work = null;
  #timer = null;

  constructor(stream = process.stdout, now = () => performance.now()) {
    this.#stream = stream;
    this.#now = now;
  }

  /** A line that stays. */
  say(text) {
    this.#clear();
    this.#stream.write(`${text}\n`);
    this.#draw();
  }

  /**
   * Shows `title` with a clock while `work` runs; what `work` passes to its argument is shown beside it. Resolves to what `work`
   * resolves to. One at a time.
   */
  async during(title, work) {
    this.#work = { title, progress: "", since: this.#now() };
    if (this.#stream.isTTY) this.#draw();
    else this.#stream.write(`${title}\n`);
    this.#timer = setInterval(() => this.#tick(), this.#stream.isTTY ? EVERY_SECOND : EVERY_MINUTE);
    this.#timer.unref();
    try {
      return await work((progress) => {
        if (this.#work) this.#work.progress = progress;
        this.#draw();
      });
    } finally {
      this.end();
    }
  }

  /** Takes back the line that passes. */
  end() {
    clearInterval(this.#timer);
    this.#clear();
    this.#work = null;
  }

  #line() {
    const { title, progress, since } = this.#work;
    return `${title}: ${progress ? `${progress}, ` : ""}${clock(this.#now() - since)}`;
  }

  #tick() {
    if (this.#stream.isTTY) this.#draw();
    else if (this.#work) this.#stream.write(`${this.#line()}\n`);
  }

  #draw() {
    if (!this.#work || !this.#stream.isTTY) return;
    this.#clear();
    // A line that wraps could not be taken back.
    this.#stream.write(this.#line().slice(0, (this.#stream.columns ?? 80) - 1));
  }

  #clear() {
    if (this.#work && this.#stream.isTTY) this.#stream.write("\r\u001b[K");
  }
}

/** Reads cargo's progress bar: `Building [===>  ] 214/391: burn-tensor, ...`. */
export function cargoProgress(output) {
  const last = [...stripVTControlCharacters(output).matchAll(/Building \[[=> ]*\] +(\d+)\/(\d+)/g)].at(-1);
  return last ? { done: Number(last[1]), of: Number(last[2]) } : null;
}

/** Makes cargo draw its progress bar although nobody looks. */
export const WITH_PROGRESS = { CARGO_TERM_PROGRESS_WHEN: "always", CARGO_TERM_PROGRESS_WIDTH: "80" };

/** What cargo says when all goes well. */
const GOES_WELL = /^ *(?:Building \[|Compiling |Downloaded |Downloading )/;

/** The end of an output without what was drawn over and what went well, to be shown where a program has failed. */
export function lastLines(output, count) {
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .map((line) => line.split("\r").at(-1).trimEnd())
    .filter((line) => line !== "" && !GOES_WELL.test(line));
  return lines.slice(-count).join("\n");
}
