// A terminal for tests: what a person would see on it.

const COLUMNS = 80;

/** `rows()`: the lines as they stand, wrapped at 80 columns. `written`: everything that was ever written to it. */
export function fakeTerminal() {
  const lines = [""];
  const terminal = {
    isTTY: true,
    columns: COLUMNS,
    written: "",
    write(text) {
      terminal.written += text;
      // "\r\u001b[K": back to the start of the line, and clear it.
      for (const [part] of text.replaceAll("\u001b[K", "").matchAll(/[\r\n]|[^\r\n]+/g)) {
        if (part === "\n") lines.push("");
        else if (part === "\r") lines[lines.length - 1] = "";
        else lines[lines.length - 1] += part;
      }
    },
    rows: () => lines.flatMap((line) => line.match(new RegExp(`.{1,${COLUMNS}}`, "g")) ?? [""]),
  };
  return terminal;
}
