// Serves folders as any static host would: no rewriting, no special headers, the right types.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";

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
  ".woff2": "font/woff2",
};

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
  const folder = path.resolve(mounts[prefix]);
  let file = path.resolve(folder, `.${path.sep}${pathname.slice(prefix.length)}`);
  if (pathname.endsWith("/")) file = path.join(file, "index.html");
  if (!file.startsWith(folder + path.sep)) return null;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { file, bytes: found.size } : null;
}

function answer(request, response, mounts) {
  const found = fileFor(request.url ?? "/", mounts);
  if (!found) {
    response.writeHead(404, { "content-type": TYPES[".txt"] }).end("Not found\n");
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[path.extname(found.file)] ?? "application/octet-stream",
    "content-length": found.bytes,
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(found.file).pipe(response);
}

/**
 * Starts a server. `mounts` maps a path prefix that ends in "/" to a folder. Where `port` is taken the next free one is used.
 * Resolves to the address and a way to close it.
 */
export async function serve({ mounts, port = 0, host = "127.0.0.1", tries = 20 }) {
  const server = createServer((request, response) => answer(request, response, mounts));
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
