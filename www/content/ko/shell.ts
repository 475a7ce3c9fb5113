import type { Dictionary } from "..";

export const shell: Dictionary["shell"] = {
  title: "DIF-SR Lab",
  documentTitle: "DIF-SR Lab: 정보원마다 무엇을 보나요?",
  about: "아이템을 몇 개 눌러 보세요. 작은 모델이 다음 클릭을 맞히고, 무엇을 보고 그랬는지 보여 줍니다.",
  skip: "설명으로 건너뛰기",
  strip: "내 세션, 아이템 수:",
  stripBest: "첫 번째 예측:",
  languageLabel: "언어",
  appearance: "테마와 크기",
  theme: "테마",
  themes: { system: "시스템", light: "밝게", dark: "어둡게" },
  projector: "크게, 프로젝터용",
  tools: "테마, 링크, 단축키",
  shortcuts: "단축키",
  lecture: "강의",
  copyLink: "현재 상태의 링크 복사",
  linkCopied: "링크를 복사했습니다. 세션과 선택한 것이 들어 있고, 직접 학습한 모델은 이 기기에 남습니다.",
  linkFailed: "브라우저가 복사를 허용하지 않았습니다. 주소창에 같은 링크가 있습니다.",

  model: {
    label: "답하는 모델",
    about: "모델 정보",
    own: (name) => `${name}, 내 모델`,
    none: "아직 없음",
    fusion: { sum: "합", concat: "연결", gate: "게이트", sigmoid_gate: "시그모이드 게이트" },
    fusionLabel: "[[fusion|융합]]",
  },

  badge: {
    about: "실행 장치",
    cpu: "CPU",
    webgpu: "WebGPU",
    loading: "불러오는 중",
    stopped: "멈춤",
    trainsOnGpu: "WebGPU로 학습 중",
  },

  status: {
    loading: (received, total) => `엔진을 받는 중입니다: ${total} 중 ${received}.`,
    loadingUnknown: (received) => `엔진을 받는 중입니다: 지금까지 ${received}.`,
    loadingModel: (received, total) => `모델을 받는 중입니다: ${total} 중 ${received}.`,
    loadingModelUnknown: (received) => `모델을 받는 중입니다: 지금까지 ${received}.`,
    starting: "엔진을 시작하는 중입니다.",
    stored: "지금 화면은 저장된 예시입니다.",
    opening: "데이터를 읽는 중입니다.",
    ready: "준비되었습니다.",
    restarted: "엔진이 멈춰 다시 시작했습니다. 세션은 그대로입니다.",
    failed: "엔진이 멈췄습니다.",
    model: (name, parameters) => `${name}, 파라미터 ${parameters}개`,
    seed: (seed) => `시드 ${seed}`,
    timing: (items, ms, device) => `아이템 ${items}개, ${ms} 만에 응답, ${device}`,
    privacy: "데이터는 이 기기를 떠나지 않습니다.",
  },

  failed: {
    title: "엔진이 멈췄습니다.",
    files: "페이지의 파일 하나가 도착하지 않았습니다. 다시 불러오면 해결될 수 있습니다.",
  },

  late: "페이지의 한 부분이 도착하지 않았습니다. 연결을 확인하고 다시 눌러 보세요.",
};
