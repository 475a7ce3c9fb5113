/** Where it runs, in full. */
export const device = {
  device: "Device",
  why: "Predictions and explanations always run on the CPU, in WebAssembly with SIMD: the models are small and answer in milliseconds. Training may use WebGPU where a graphics card passes a self-test; the panel “Train it” says which of the two is used.",
  noGpu: "This browser offers no WebGPU on this page.",
  insecure:
    "This page came over plain http, and browsers offer WebGPU only over https or from this machine (localhost). Neither the browser nor the graphics card is the cause.",
  trainedOn: (device: string) => `Training runs on WebGPU: ${device}.`,
  trainedOnCpu: "Training runs on the CPU, too; the panel “Train it” says why.",
  hasGpu: "This browser offers WebGPU. Training will check for a usable graphics card.",
  predict: "Prediction",
  explain: "Explanation",
  total: "Click to screen",
};
