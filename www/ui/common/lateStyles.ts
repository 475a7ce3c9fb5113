// Style sheets that did not arrive. The bundler asks for each but once, so that code fetched again would stand there undressed: what failed
// is remembered here and asked for again together with it.
const missing = new Set<string>();

/** Takes note of style sheets that fail from now on. */
export function watchStyles(): void {
  addEventListener(
    "error",
    ({ target }) => {
      if (!(target instanceof HTMLLinkElement) || target.rel !== "stylesheet") return;
      missing.add(target.href);
      target.remove();
    },
    { capture: true },
  );
}

/** Rejects where one of them fails again. */
export async function fetchMissingStyles(): Promise<void> {
  await Promise.all([...missing].map(fetchStyle));
}

function fetchStyle(href: string): Promise<void> {
  missing.delete(href);
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  return new Promise((resolve, reject) => {
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => reject(new Error(`The style sheet ${href} did not arrive.`)));
    document.head.append(link);
  });
}
