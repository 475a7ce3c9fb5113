// The page's side of public/service-worker.js: starts it, and names the files that were loaded before it was there.

/** Once the page answers: what is kept is for the next visit. A browser that does not allow it loses nothing else. */
export async function keepFiles(): Promise<void> {
  const { serviceWorker } = navigator;
  // Absent on plain http. While the page is being worked on, no file carries its hash.
  if (!serviceWorker || !import.meta.env.PROD) return;
  const tell = () => {
    const keep = performance.getEntriesByType("resource").map(({ name }) => name);
    serviceWorker.controller?.postMessage({ keep });
  };
  serviceWorker.addEventListener("controllerchange", tell);
  tell();
  try {
    await serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`, { updateViaCache: "none" });
  } catch {
    // Private windows and blocked storage refuse it.
  }
}
