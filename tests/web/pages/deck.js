// What a page around a frame sees and hears.
globalThis.told = [];
globalThis.keys = [];
addEventListener("message", ({ data }) => {
  globalThis.told.push({ message: data, at: performance.now() });
});
addEventListener("keydown", ({ key }) => {
  globalThis.keys.push(key);
});
/** `first`: what is said to it as soon as it has loaded. */
globalThis.addFrame = (src, width, height, first = []) => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src, width, height });
  frame.onload = () => {
    for (const message of first) frame.contentWindow.postMessage(message, new URL(src).origin);
  };
  document.body.append(frame);
};
