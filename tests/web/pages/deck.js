// What a page around a frame sees and hears.
globalThis.told = [];
globalThis.keys = [];
addEventListener("message", ({ data }) => {
  globalThis.told.push({ message: data, at: performance.now() });
});
addEventListener("keydown", ({ key }) => {
  globalThis.keys.push(key);
});
globalThis.addFrame = (src, width, height) => {
  const frame = document.createElement("iframe");
  Object.assign(frame, { src, width, height });
  document.body.append(frame);
};
