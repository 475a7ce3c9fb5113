/** What the importer makes of files, given as [name, bytes], for an engine. It reads in a worker alone. */
export function handOver(files) {
  const worker = new Worker("/@test/import.worker.mjs", { type: "module" });
  return new Promise((resolve, reject) => {
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data: { bytes, refused } }) => {
      worker.terminate();
      if (bytes) resolve(bytes);
      else reject(new Error(JSON.stringify(refused)));
    };
    worker.postMessage(files);
  });
}
