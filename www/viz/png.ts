// A drawing as a picture of pixels.

/** Twice as many pixels as units: sharp on screens that have them, and on paper. */
const SCALE = 2;
/** The largest canvas that every browser makes. */
const MOST_PIXELS = 16_000_000;

/** How many pixels a picture of this size gets. */
export function pixelsOf(width: number, height: number): { readonly width: number; readonly height: number } {
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (width * height)));
  return { width: Math.floor(width * scale), height: Math.floor(height * scale) };
}

/** Rejects where the browser cannot draw or hand out what it drew. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, pixelsOf(width, height));
    const paper = canvas.getContext("2d");
    if (!paper) throw new Error("this browser has no canvas to draw on");
    paper.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no picture"))), "image/png");
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
