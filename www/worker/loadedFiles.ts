// What a worker has loaded. The browser lists it to the worker alone; it is the page that has files kept for the next visit.

const CHANNEL = "loaded files";
const ASK = "ask";

/** In a worker: names each file once it is loaded, and all of them when a page asks. */
export function nameLoadedFiles(): void {
  const channel = new BroadcastChannel(CHANNEL);
  const tell = (loaded: PerformanceEntryList) => channel.postMessage(loaded.map(({ name }) => name));
  channel.onmessage = ({ data }) => {
    if (data === ASK) tell(performance.getEntriesByType("resource"));
  };
  new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: "resource" });
}

/** In a page: `hear` is given the files of workers, also those of other pages of this host. Returns how to ask for them anew. */
export function hearOfLoadedFiles(hear: (names: string[]) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => {
    if (Array.isArray(data)) hear(data);
  };
  return () => channel.postMessage(ASK);
}
