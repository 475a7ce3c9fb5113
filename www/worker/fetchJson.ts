import { fetchFile } from "./fetchFile";

/** A file of the page that holds one JSON value. Throws as [`fetchFile`] does, and where it holds something else. */
export async function fetchJson<Value>(url: string): Promise<Value> {
  return JSON.parse(new TextDecoder().decode(await fetchFile(url)));
}
