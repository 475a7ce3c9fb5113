export const save = {
  svg: "for slides and papers",
  /** Width and height in pixels. */
  png: (width: string, height: string) => `${width} × ${height}`,
  csv: (numbers: string) => `${numbers} numbers`,
  json: "for programs",
  copy: (kind: string) => `Copy ${kind}`,
  width: "Width",
  widths: { shown: "as shown", slide: "slide", column: "column" },
  theme: "Theme",
  themes: { light: "light", dark: "dark" },
  captioned: "Caption inside the picture",
  saved: (file: string) => `${file} is in your downloads.`,
  copied: (kind: string) => `${kind} is on the clipboard.`,
  copyRefused: (file: string) => `The browser did not allow copying; ${file} is in your downloads.`,
  pictureFailed: "This browser could not make a picture of it. SVG works everywhere.",
};
