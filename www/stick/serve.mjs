// Serves the folder "page" beside this file: node serve.mjs [port] [address]. See READ ME FIRST.txt.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";

// A browser takes scripts under their own type alone.
const TYPES = {
  ...{ ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json" },
  ...{ ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm" },
  ".webmanifest": "application/manifest+json",
};
const page = fileURLToPath(new URL("page", import.meta.url));
const [port = "8000", address = "127.0.0.1"] = process.argv.slice(2);

const server = createServer(({ url }, response) => {
  const { pathname } = new URL(url, "http://localhost");
  const file = path.join(page, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
  if (!file.startsWith(page + path.sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
    response.writeHead(404).end("Not found\n");
    return;
  }
  response.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
const refused = ({ message }) => console.error(`${message}\nTry another port: node serve.mjs 8080`);
try {
  server.on("error", refused).listen(Number(port), address, () => {
    console.log(`DIF-SR Lab: http://localhost:${server.address().port}\nCtrl+C ends it.`);
  });
} catch (error) {
  refused(error);
}
