// `node www/scripts/draw-icons.mjs`: the icons of an installed page, from www/public/icon.svg. Systems that take no SVG get it on paper:
// in a tile of its own, or to the edge where the system cuts the icon to a shape of its own.
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { main } from "./command.mjs";
import { findChromium } from "./find-chromium.mjs";
import { root } from "./places.mjs";

/** --paper of www/styles/tokens.css in the light theme, in which an icon is drawn everywhere. */
const PAPER = "#fcfbf9";
/** The side of the drawing in icon.svg. */
const SIDE = 28;
/** Paper around the drawing. A shape that is cut keeps at least the middle eight tenths. */
const TILE = { margin: 3, corner: 7 };
const TO_THE_EDGE = { margin: 5, corner: 0 };

const ICONS = [
  { name: "icon-192.png", size: 192, ...TILE },
  { name: "icon-512.png", size: 512, ...TILE },
  { name: "maskable-512.png", size: 512, ...TO_THE_EDGE },
  { name: "apple-touch-icon.png", size: 180, ...TO_THE_EDGE },
];

function onPaper(drawing, { size, margin, corner }) {
  const side = SIDE + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${side} ${side}" width="${size}" height="${size}" style="display:block">
    <rect x="${-margin}" y="${-margin}" width="${side}" height="${side}" rx="${corner}" fill="${PAPER}"/>${drawing}</svg>`;
}

await main(async () => {
  const pictures = path.join(root, "www", "public");
  const drawing = readFileSync(path.join(pictures, "icon.svg"), "utf8").replace(/^<svg[^>]*>|<\/svg>\s*$/g, "");
  mkdirSync(path.join(pictures, "icons"), { recursive: true });
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ colorScheme: "light" });
    for (const icon of ICONS) {
      await page.setViewportSize({ width: icon.size, height: icon.size });
      await page.setContent(`<body style="margin:0">${onPaper(drawing, icon)}`);
      await page.screenshot({ path: path.join(pictures, "icons", icon.name), omitBackground: true });
    }
  } finally {
    await browser.close();
  }
});
