// Serves folders as a good static host would: no rewriting, the right types, text and WebAssembly compressed, files that carry
// their hash in their name kept for good, all others asked about again.
import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".safetensors": "application/octet-stream",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

/** Pictures are compressed already. */
const COMPRESSED = new Set([".png", ".woff2", ".ico"]);
/** What the bundler names by content: the name changes with the content. */
const HASHED = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/** The file that a request names, or null: nothing outside its folder is ever read. */
function fileFor(url, mounts) {
  let pathname;
  try {
    pathname = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return null;
  }
  const prefix = Object.keys(mounts)
    .filter((mount) => pathname.startsWith(mount))
    .sort((a, b) => b.length - a.length)[0];
  if (prefix === undefined) return null;
  for (const mounted of [mounts[prefix]].flat()) {
    const folder = path.resolve(mounted);
    let file = path.resolve(folder, `.${path.sep}${pathname.slice(prefix.length)}`);
    if (pathname.endsWith("/")) file = path.join(file, "index.html");
    if (!file.startsWith(folder + path.sep)) return null;
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile()) return { file, pathname, version: `${found.size} ${found.mtimeMs}` };
  }
  return null;
}

/** The content of files as it is sent, each read and compressed once for every version of it. */
class Contents {
  #known = new Map();

  get({ file, version }) {
    const known = this.#known.get(file);
    if (known?.version === version) return known.content;
    const content = this.#read(file);
    this.#known.set(file, { version, content });
    content.catch(() => this.#known.delete(file));
    return content;
  }

  async #read(file) {
    const plain = await readFile(file);
    const small = COMPRESSED.has(path.extname(file)) ? null : await promisify(gzip)(plain);
    // Weak: it names the content, however it is compressed.
    const etag = `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`;
    return { plain, small: small && small.length < plain.length ? small : null, etag };
  }
}

const FOR_GOOD = "public, max-age=31536000, immutable";

/** The answer to a request as status, headers and body. */
async function answerTo(request, { mounts, answers, contents, hashed }) {
  const written = answers[request.url];
  if (written) {
    const headers = { "content-type": TYPES[".json"], "cache-control": "no-store" };
    return { status: 200, headers, body: JSON.stringify(written()) };
  }
  const found = fileFor(request.url ?? "/", mounts);
  if (!found) return { status: 404, headers: { "content-type": TYPES[".txt"] }, body: "Not found\n" };
  const { plain, small, etag } = await contents.get(found);
  const headers = {
    "content-type": TYPES[path.extname(found.file)] ?? "application/octet-stream",
    "cache-control": HASHED.test(found.pathname) ? hashed : "no-cache",
    ...{ etag, vary: "accept-encoding", "x-content-type-options": "nosniff" },
  };
  if (request.headers["if-none-match"] === etag) return { status: 304, headers, body: "" };
  const zipped = small !== null && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = zipped ? small : plain;
  const encoding = zipped ? { "content-encoding": "gzip" } : {};
  return { status: 200, headers: { ...headers, ...encoding, "content-length": body.length }, body };
}

/**
 * Starts a server. `mounts` maps a path prefix that ends in "/" to a folder, or to several of which the first one that has the file
 * gives it; it may change while the server runs. `answers` maps a path to a function whose value is sent as JSON. Where `port` is
 * taken the next free one is used. `hashed` is what caches are told of files that carry their hash. `observe` hears of every
 * answer: `{ path, status, bytes }`, the bytes of the body as sent. `spoil` makes a bad host of it: see bad-host.mjs. Resolves to
 * the address and a way to close it.
 */
export async function serve(options) {
  const { mounts, answers = {}, port = 0, host = "127.0.0.1", tries = 20, hashed = FOR_GOOD } = options;
  const { observe = () => undefined, spoil = () => undefined } = options;
  const contents = new Contents();
  const respond = async (request, response) => {
    const answer = (url = request.url) =>
      answerTo({ url, headers: request.headers }, { mounts, answers, contents, hashed });
    const spoilt = await spoil(request.url, answer);
    const { status, headers, body, breaksOffAfter } = spoilt ?? (await answer());
    const sent = request.method === "HEAD" ? "" : body;
    observe({ path: request.url, status, bytes: sent.length });
    response.writeHead(status, headers);
    if (breaksOffAfter === undefined) response.end(sent);
    else response.write(sent.subarray(0, breaksOffAfter), () => response.destroy());
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error) => {
      // A file that went away between the look and the read.
      if (!response.headersSent) response.writeHead(500, { "content-type": TYPES[".txt"] });
      response.end(`${error.message}\n`);
    });
  });
  for (let attempt = 0; ; attempt++) {
    try {
      await new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port === 0 ? 0 : port + attempt, host, () => {
          server.off("error", reject);
          resolve();
        });
      });
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || attempt + 1 >= tries) throw error;
    }
  }
  const used = server.address().port;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { port: used, origin: `http://localhost:${used}`, close };
}
