"""Serves the folder "page" beside this file: python3 serve.py [port] [address]. See READ ME FIRST.txt."""
import functools
import http.server
import os
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    # Whatever this machine calls such files: a browser takes scripts under their own type alone.
    extensions_map = {
        "": "application/octet-stream",
        ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".json": "application/json",
        ".png": "image/png", ".svg": "image/svg+xml", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
    }

    def log_message(self, *_):
        pass


port, address = (sys.argv[1:] + ["8000", "127.0.0.1"][len(sys.argv) - 1:])[:2]
page = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")
try:
    server = http.server.ThreadingHTTPServer((address, int(port)), functools.partial(Handler, directory=page))
except (OSError, OverflowError, ValueError) as error:
    sys.exit(f"{error}\nTry another port: python3 serve.py 8080")
print(f"DIF-SR Lab: http://localhost:{server.server_port}\nCtrl+C ends it.", flush=True)
try:
    server.serve_forever()
except KeyboardInterrupt:
    pass
