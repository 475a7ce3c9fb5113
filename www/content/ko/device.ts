import type { Dictionary } from "..";

export const device: Dictionary["device"] = {
  device: "장치",
  why: "예측과 설명은 항상 CPU에서, SIMD를 쓰는 WebAssembly로 계산합니다. 모델이 작아 몇 밀리초면 답합니다. 학습은 그래픽 카드가 검산을 통과하면 WebGPU를 쓸 수 있고, 무엇을 쓰는지는 학습 패널에 표시합니다.",
  noGpu: "이 브라우저는 이 페이지에서 WebGPU를 제공하지 않습니다.",
  insecure:
    "페이지가 암호화되지 않은 http로 왔습니다. 브라우저는 https나 이 기기(localhost)에서 온 페이지에만 WebGPU를 제공합니다. 브라우저나 그래픽 카드의 문제가 아닙니다.",
  trainedOn: (device) => `학습은 WebGPU에서 실행됩니다: ${device}.`,
  trainedOnCpu: "학습도 CPU에서 실행됩니다. 이유는 학습 패널에 있습니다.",
  hasGpu: "이 브라우저는 WebGPU를 제공합니다. 쓸 수 있는 그래픽 카드가 있는지는 학습을 시작할 때 확인합니다.",
  predict: "예측",
  explain: "설명",
  total: "클릭에서 화면까지",
};
