import type { Dictionary } from "..";

export const shell: Dictionary["shell"] = {
  title: "DIF-SR Lab",
  skip: "설명으로 건너뛰기",
  panels: "패널",
  panel: { session: "세션", next: "예측", why: "왜?", train: "학습", paper: "논문" },
  panelLong: { why: "왜?", train: "학습하기", paper: "논문과 한계" },
  strip: (items, best) => `내 세션, 아이템 ${items}개.${best ? ` ${best}` : ""}`,
  stripBest: (name, percent) => `첫 번째 예측: ${name}, ${percent}`,
  languageLabel: "언어",
  themeLabel: { system: "테마: 시스템 설정", light: "테마: 밝게", dark: "테마: 어둡게" },
  shortcuts: "단축키",
  copyLink: "현재 상태의 링크 복사",
  linkCopied: "링크를 복사했습니다. 세션과 화면 상태가 들어 있습니다.",
  linkFailed: "브라우저가 복사를 허용하지 않았습니다. 주소창의 링크가 같은 내용입니다.",

  model: {
    label: "모델",
    about: "모델 정보",
    none: "아직 없음",
    names: { dif_sr: "DIF-SR", sasrec: "SASRec" },
    fusion: { sum: "합", concat: "연결", gate: "게이트", sigmoid_gate: "시그모이드 게이트" },
    noneText: "이 데이터에 맞는 가중치가 아직 없습니다. 모델을 학습하면 배우는 동안 예측이 나타납니다.",
    shipped: "페이지에 들어 있는 가중치입니다.",
    training: (label) => `직접 학습한 가중치: ${label}.`,
    weights: "가중치 수",
    layers: "층, 헤드",
    width: "너비",
    seed: "시드",
    trainedFor: "학습량",
    epochs: (n) => `${n} 에폭`,
    trainedOn: "학습 데이터",
    recall: "테스트 Recall@10",
    ndcg: "테스트 NDCG@10",
    metricNote: (sessions) => `학습에 쓰지 않은 세션 ${sessions}개, 전체 아이템 순위, 이력 유지; ± 표준오차.`,
    backToShipped: "페이지의 가중치로 돌아가기",
    trainOne: "학습하러 가기",
  },

  badge: {
    about: "어디에서 계산하나",
    cpu: "CPU",
    webgpu: "WebGPU",
    loading: "불러오는 중",
    stopped: "멈춤",
    device: "장치",
    why: "예측과 설명은 항상 CPU에서, SIMD를 쓰는 WebAssembly로 계산합니다. 모델이 작아 몇 밀리초면 답합니다. 학습은 그래픽 어댑터가 시험을 통과하면 WebGPU를 쓸 수 있고, 학습 패널에 표시됩니다.",
    noGpu: "이 브라우저는 이 페이지에서 WebGPU를 제공하지 않습니다.",
    hasGpu: "이 브라우저는 WebGPU를 제공합니다. 어댑터가 응답하는지는 학습을 시작할 때 확인합니다.",
    predict: "예측",
    explain: "설명",
    total: "클릭에서 화면까지",
  },

  status: {
    loading: (received, total) => `엔진 ${total} 중 ${received} 받음.`,
    loadingUnknown: (received) => `엔진 ${received} 받음.`,
    starting: "엔진을 시작하는 중입니다.",
    stored: "지금 화면은 저장된 예시입니다.",
    opening: "데이터를 읽는 중입니다.",
    ready: "준비됨.",
    restarted: "엔진이 멈춰 다시 시작했습니다. 세션은 그대로입니다.",
    failed: "엔진이 멈췄습니다.",
    model: (name, parameters) => `${name}, 가중치 ${parameters}개`,
    seed: (seed) => `시드 ${seed}`,
    timing: (items, ms, device) => `아이템 ${items}개 응답 ${ms}, ${device}`,
    privacy: "데이터는 이 기기를 떠나지 않습니다.",
  },

  failed: {
    title: "엔진이 멈췄습니다.",
    kept: "지금 화면은 그대로 남지만, 엔진이 다시 돌 때까지 클릭해도 바뀌지 않습니다.",
    files: "페이지의 파일 하나가 도착하지 않았습니다. 다시 불러오면 될 수 있습니다.",
    retry: "다시 시도",
    noWasm: "이 브라우저는 SIMD WebAssembly를 실행할 수 없습니다. 최신 Chrome, Edge, Firefox, Safari에서는 됩니다.",
  },

  help: {
    title: "단축키",
    groups: [
      {
        title: "어디서나",
        keys: [
          { keys: ["/"], does: "카탈로그 검색" },
          { keys: ["Ctrl", "Z"], does: "세션 편집 실행 취소" },
          { keys: ["Ctrl", "Shift", "Z"], does: "다시 실행" },
          { keys: ["?"], does: "이 목록" },
        ],
      },
      {
        title: "카탈로그",
        keys: [
          { keys: ["←", "→", "↑", "↓"], does: "아이템 사이 이동" },
          { keys: ["Enter"], does: "아이템 추가; 검색창에서는 첫 결과" },
        ],
      },
      {
        title: "세션",
        keys: [
          { keys: ["↑", "↓"], does: "단계 사이 이동" },
          { keys: ["Enter"], does: "모든 맵을 이 단계에 맞추기" },
          { keys: ["Alt", "↑"], does: "아이템을 앞으로" },
          { keys: ["Alt", "↓"], does: "아이템을 뒤로" },
          { keys: ["Delete"], does: "아이템 삭제" },
        ],
      },
      {
        title: "맵과 학습",
        keys: [
          { keys: ["←", "→", "↑", "↓"], does: "모든 맵이 공유하는 칸 옮기기" },
          { keys: ["Enter"], does: "칸 고정" },
          { keys: ["Esc"], does: "칸 고정 풀기; 메뉴 닫기" },
          { keys: ["Space"], does: "학습 패널 안에서 재생 또는 일시정지" },
        ],
      },
    ],
  },
};
