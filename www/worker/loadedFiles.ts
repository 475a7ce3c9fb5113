// What a worker has loaded. The browser lists it to the worker alone; it is the page that has files kept for the next visit.

const CHANNEL = "loaded files";
const ASK = "ask";

/** In a worker: names all of its files whenever there is a new one, and when a page asks. */
export function nameLoadedFiles(): void {
  const channel = new BroadcastChannel(CHANNEL);
  const tell = () => channel.postMessage(performance.getEntriesByType("resource").map(({ name }) => name));
  channel.onmessage = ({ data }) => {
    if (data === ASK) tell();
  };
  new PerformanceObserver(tell).observe({ type: "resource" });
}

/** In a page: `hear` is given the files of workers, also those of other pages of this host. Returns how to ask for them anew. */
export function hearOfLoadedFiles(hear: (names: string[]) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (Array.isArray(data)) hear(data);
  };
  return () => channel.postMessage(ASK);
}
