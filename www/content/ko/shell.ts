import type { Dictionary } from "..";

export const shell: Dictionary["shell"] = {
  title: "DIF-SR Lab",
  documentTitle: "DIF-SR Lab: 정보원마다 무엇을 볼까요?",
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
  copyLink: "현재 상태의 링크 복사",
  linkCopied: "링크를 복사했습니다. 세션과 선택한 것이 들어 있고, 직접 학습한 모델은 이 기기에 남습니다.",
  linkFailed: "브라우저가 복사를 허용하지 않았습니다. 주소창에 같은 링크가 있습니다.",

  model: {
    label: "답하는 모델",
    about: "모델 정보",
    own: (name) => `${name}, 내 모델`,
    none: "아직 없음",
    names: { dif_sr: "DIF-SR", sasrec: "SASRec" },
    fusion: { sum: "합", concat: "연결", gate: "게이트", sigmoid_gate: "시그모이드 게이트" },
    noneText: "이 데이터로 학습한 모델이 아직 없습니다. 모델을 학습하면 배우는 동안 예측이 나타납니다.",
    shipped: "페이지에 들어 있는 모델입니다.",
    training: (label) => `직접 한 실행: ${label}.`,
    weights: "[[parameters|파라미터]]",
    layers: "[[layer|레이어]], [[head|헤드]]",
    width: "너비",
    seed: "[[seed|시드]]",
    trainedFor: "학습량",
    epochs: (n) => `${n} 에포크`,
    trainedOn: "학습 데이터",
    ndcgAt: (value) => `NDCG@10 ${value}`.trim(),
    coming: "받는 중입니다.",
    comingOf: (received, total) => `${total} 중 ${received}를 받았습니다.`,
    recall: "테스트 [[recall|Recall@10]]",
    ndcg: "테스트 [[ndcg|NDCG@10]]",
    metricNote: (sessions) =>
      `[[held-out|학습에 쓰지 않은]] 세션 ${sessions}개, 이미 클릭한 것까지 전체 아이템의 순위입니다. ±는 [[standard-error|표준오차]]입니다.`,
    enters: {
      title: "[[side-information|부가 정보]]",
      never: "쓰지 않음",
      input: "입력",
      attention: "어텐션",
      output: "출력",
      loss: "손실",
      list: (places) => places.join(", "),
    },
    choose: "답하는 모델",
    facts: "크기와 결과",
    chooseShipped: "페이지의 모델",
    chooseTrained: "여기서 학습한 모델",
    chooseWaiting: "모델 목록을 불러오는 중입니다.",
    chooseOther:
      "페이지의 모델은 다른 데이터로 학습해서 아이템 번호가 여기서는 뜻이 없습니다. 이 데이터로 학습한 모델만 답할 수 있습니다.",
    openWeights: "모델 열기",
    saveWeights: "이 모델 저장",
    chooseFailed: (why) => `모델을 받지 못했습니다: ${why}`,
    chooseAgain: "다시 시도",
    fileRefused: (name, why) => `${name} 파일을 쓸 수 없습니다. ${why} 지금까지 답하던 모델이 계속 답합니다.`,
    chosen: (name) => `이제 ${name} 모델이 답합니다. 세션과 초점은 그대로입니다.`,
    kept: (label) => `직접 한 실행: ${label}.`,
    fusionLabel: "[[fusion|융합]]",
    fusionMissing: (fusion) =>
      `이 데이터로 학습한 “${fusion}” 융합 모델이 없습니다. 다른 융합이 배운 것은 쓸 수 없으니 학습해 보세요.`,
    fusionTrain: (fusion) => `${fusion} 융합으로 학습하기`,
    backToShipped: "페이지의 모델로 돌아가기",
    trainOne: "학습하러 가기",
  },

  badge: {
    about: "실행 장치",
    cpu: "CPU",
    webgpu: "WebGPU",
    loading: "불러오는 중",
    stopped: "멈춤",
    device: "장치",
    why: "예측과 설명은 항상 CPU에서, SIMD를 쓰는 WebAssembly로 계산합니다. 모델이 작아 몇 밀리초면 답합니다. 학습은 그래픽 카드가 검산을 통과하면 WebGPU를 쓸 수 있고, 무엇을 쓰는지는 학습 패널에 표시합니다.",
    noGpu: "이 브라우저는 이 페이지에서 WebGPU를 제공하지 않습니다.",
    hasGpu: "이 브라우저는 WebGPU를 제공합니다. 쓸 수 있는 그래픽 카드가 있는지는 학습을 시작할 때 확인합니다.",
    predict: "예측",
    explain: "설명",
    total: "클릭에서 화면까지",
  },

  status: {
    loading: (received, total) => `엔진을 받는 중입니다: ${total} 중 ${received}.`,
    loadingUnknown: (received) => `엔진을 받는 중입니다: 지금까지 ${received}.`,
    starting: "엔진을 시작하는 중입니다.",
    stored: "지금 화면은 저장된 예시입니다.",
    opening: "데이터를 읽는 중입니다.",
    ready: "준비되었습니다.",
    restarted: "엔진이 멈춰 다시 시작했습니다. 세션은 그대로입니다.",
    failed: "엔진이 멈췄습니다.",
    model: (name, parameters) => `${name}, 파라미터 ${parameters}개`,
    seed: (seed) => `시드 ${seed}`,
    timing: (items, ms, device) => `아이템 ${items}개에 ${ms} 만에 응답, ${device}`,
    privacy: "데이터는 이 기기를 떠나지 않습니다.",
  },

  failed: {
    title: "엔진이 멈췄습니다.",
    kept: "지금 화면은 그대로 남지만, 엔진이 다시 돌 때까지 클릭해도 바뀌지 않습니다.",
    files: "페이지의 파일 하나가 도착하지 않았습니다. 다시 불러오면 해결될 수 있습니다.",
    again: "다시 시도",
    retry: "페이지 새로 고침",
    details: "기술 정보",
    reasons: {
      not_found: (address, status) =>
        status === "404"
          ? `서버에 없는 파일입니다: ${address}. 페이지를 올린 사람이 추가해야 합니다.`
          : `서버가 ${status} 응답을 보냈습니다: ${address}. 나중에 다시 시도해 보세요.`,
      not_the_file: (address, isPage) =>
        isPage
          ? `서버가 파일 대신 웹 페이지를 보냈습니다: ${address}. 서버에 파일이 없거나, 네트워크의 로그인 페이지가 끼어든 것입니다.`
          : `서버가 파일 대신 다른 것을 보냈습니다: ${address}. 서버의 파일이 손상되었습니다.`,
      offline: (address) => `아무것도 도착하지 않았습니다: ${address}. 연결을 확인하고 다시 시도하세요.`,
      crashed: "엔진이 내부 오류로 끝났습니다.",
      aborted: "요청이 취소되었습니다.",
      refused: (where, found, expected) => `${where}: 있는 것은 ${found}, 있어야 하는 것은 ${expected}.`,
      too_large: (what, found, limit) => `${what}: ${found}, 한도는 ${limit}입니다.`,
      not_ready: "여기에 필요한 데이터나 모델이 아직 엔진에 없습니다.",
      being_built: "페이지의 이 부분은 아직 빌드하는 중입니다.",
      not_built: "페이지의 이 부분을 빌드하지 못했습니다.",
      gpu: "그래픽 카드를 쓸 수 없습니다.",
      diverged: "학습이 발산했습니다(손실이 NaN).",
      unknown: "예상하지 못한 오류가 났습니다.",
    },
    noWasm: "이 브라우저는 SIMD WebAssembly를 실행할 수 없습니다. 최신 Chrome, Edge, Firefox, Safari에서는 됩니다.",
  },

  notices: {
    dropped: (parts) => `링크에서 다음 부분은 쓸 수 없어 뺐습니다: ${parts}.`,
    fault:
      "페이지의 한 부분에서 오류가 났습니다. 만든 것은 그대로 있습니다. 반응하지 않는 부분이 있으면 페이지를 다시 불러오세요.",
    details: "기술 정보",
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
          { keys: ["↑", "↓"], does: "아이템 사이 이동" },
          { keys: ["Enter"], does: "모든 맵을 이 아이템에 맞추기" },
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
