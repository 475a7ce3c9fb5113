// The page's side of public/service-worker.js: starts it, and names the files that it has not seen pass by.
import { hearOfLoadedFiles } from "./worker/loadedFiles";

/** Once the page answers: what is kept is for the next visit. A browser that does not allow it loses nothing else. */
export async function keepFiles(): Promise<void> {
  const { serviceWorker } = navigator;
  // Absent on plain http. While the page is being worked on, no file carries its hash.
  if (!serviceWorker || !import.meta.env.PROD) return;
  const tell = (names: string[]) => serviceWorker.controller?.postMessage({ keep: names });
  const tellLoaded = (loaded: PerformanceEntryList) => tell(loaded.map(({ name }) => name));
  const askWorkers = hearOfLoadedFiles(tell);
  const tellAll = () => {
    tellLoaded(performance.getEntriesByType("resource"));
    askWorkers();
  };
  serviceWorker.addEventListener("controllerchange", tellAll);
  tellAll();
  // A file that was under way when the service worker took over passes it by, and is loaded only after.
  new PerformanceObserver((list) => tellLoaded(list.getEntries())).observe({ type: "resource" });
  try {
    await serviceWorker.register(`${import.meta.env.BASE_URL}service-worker.js`, { updateViaCache: "none" });
  } catch {
    // Private windows and blocked storage refuse it.
  }
}
