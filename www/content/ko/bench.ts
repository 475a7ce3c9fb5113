import type { Dictionary } from "..";
import { particle } from "./particle";

export const bench: Dictionary["bench"] = {
  preset: "프리셋",
  presets: { quick: "빠르게 보기", lecture: "강의", published: "논문 설정" },
  presetTitles: {
    quick: "에포크 몇 번: 곡선이 오르는 것을 보기에 충분합니다",
    lecture: "이 데이터의 기본값",
    published: "논문 표의 설정(Beauty)입니다. 크기가 크니 얼마나 드는지 아래에서 확인하세요.",
  },
  withTime: (name, time) => `${name}, ${time}`,
  careful: "신중하게: 시드 3개",
  carefulTitle: "비교 패널에서 같은 에포크 수로 학습합니다. 시드가 셋이면 실행 하나로는 알 수 없는 구간을 얻습니다",

  title: "필요한 시간과 용량",
  devices: { cpu: "CPU", webgpu: "WebGPU" },
  theDevice: { cpu: "CPU", webgpu: "WebGPU" },
  seconds: (n) => `${n}초`,
  minutes: (n) => `${n}분`,
  hours: (n) => `${n}시간`,
  memory: "메모리",
  steps: "최대 스텝",
  file: "저장 크기",
  about: (value) => `약 ${value}`,
  short: (steps) => `최대 ${steps} 스텝입니다.`,
  shortWithTime: (steps, time, device) => `최대 ${steps} 스텝, ${device}에서 약 ${time} 걸립니다.`,
  early: "더 나아지지 않는 실행은 일찍 끝납니다.",
  limited: (minutes) => `${minutes}분이 지나고 첫 스텝에서 끝납니다.`,

  measure: "재기",
  again: "다시 재기",
  measuring: { cpu: "CPU에서 세 스텝을 재는 중…", webgpu: "WebGPU에서 세 스텝을 재는 중…" },
  untimed: "시간은 짐작하지 않고 잽니다. 누르면 장치마다 세 스텝을 잽니다.",
  failed: "스텝 시간을 재지 못했습니다.",
  taken: (device, times) => `${device}에서 학습합니다. 여기서는 ${times}배 빠릅니다.`,
  faster: (device, times) => `여기서는 ${device}${particle(device, "이")} ${times}배 빠릅니다.`,
  same: (device) => `${device}에서 학습합니다. 여기서는 둘의 빠르기가 비슷합니다.`,
  bySteps: (ago) => `${ago} 장치마다 세 스텝을 쟀습니다.`,
  oneBySteps: (device, ago) => `${ago} ${device}에서 세 스텝을 쟀습니다.`,
  byRun: (device, ago) => `${ago} 끝난 ${device} 실행에서 잰 시간입니다.`,
  noGpu: "여기서 학습할 수 있는 GPU가 없습니다.",
  measuredFaster: "재어 보니 여기서는 CPU가 더 빠릅니다.",

  limit: "시간 제한(분)",
  noLimit: "없음",
  rests: "페이지가 가려지면 일시정지",
  awake: "학습하는 동안에는 브라우저가 할 수 있으면 화면을 켜 둡니다.",
};
