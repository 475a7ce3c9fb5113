// The addresses of the ready files: each is built under a name that carries its hash, so that it is kept for the next visit until
// it changes. The first view needs one of them; the others are listed in a chunk of their own, loaded when one is asked for.
import first from "../ready/brand_loyal/dif_sr.safetensors?url";

/** Of the shop that the page opens with. */
const FIRST_FILE = "brand_loyal/dif_sr.safetensors";

/** Where a file of a shop is, such as `brand_loyal/index.json`. */
export async function readyFileUrl(name: string): Promise<string> {
  if (name === FIRST_FILE) return first;
  const { readyFileUrls } = await import("./readyFileUrls");
  const url = readyFileUrls[`../ready/${name}`];
  if (url === undefined) throw new Error(`ready/${name}: not among the files of the page`);
  return url;
}
