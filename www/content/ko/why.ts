import type { Dictionary } from "..";

export const why: Dictionary["why"] = {
  lede: "[[source|정보원]]마다 이전 아이템에 따로 점수를 매깁니다. 점수를 더한 뒤 [[softmax|소프트맥스]] 한 번으로 [[attention-weight|어텐션 가중치]]가 됩니다.",
  ledeMixed:
    "[[source|정보원]]마다 이전 아이템에 따로 점수를 매깁니다. 점수를 융합한 뒤 [[softmax|소프트맥스]] 한 번으로 [[attention-weight|어텐션 가중치]]가 됩니다.",
  ledeSingle:
    "맵 하나가 모든 것을 맡습니다. 이 모델은 [[position|위치]]를 아이템에 먼저 더하므로 [[source|정보원]]이 따로 남지 않습니다.",
  ledes: {
    sasrecf: "맵 하나가 모든 것을 맡습니다. [[attribute|속성]]은 어텐션보다 먼저 입력에서 아이템과 합쳐집니다.",
    icai: "맵 하나가 모든 것을 맡습니다. 아이템마다 자기 [[attribute|속성]]을 먼저 받아들이고, 시퀀스 모델은 섞인 것을 봅니다.",
    nova: "맵 하나가 모든 것을 맡습니다. [[query-key-value|쿼리와 키]]를 만들기 전에 모든 [[source|정보원]]을 융합합니다. 값은 아이템의 것 그대로입니다.",
    fdsa: "서로 보지 않는 두 줄의 레이어 가운데 하나는 아이템을, 하나는 [[attribute|속성]]을 읽고 출력에서 만납니다.",
    s3rec: "아이템과 위치의 맵 하나입니다. [[attribute|속성]]은 [[pre-training|사전 학습]]에서만 썼습니다.",
    bert4rec: "아이템과 위치의 맵 하나이고 양쪽을 모두 봅니다. 빈칸을 채우도록 배운 모델입니다.",
  },
  noAttention: {
    gru4rec:
      "GRU4Rec에는 어텐션이 없습니다. 세션을 하나씩 읽으며 요약 하나를 고쳐 가므로, 어느 아이템을 보았는지 보여 줄 맵이 없습니다.",
    gru4recf:
      "GRU4RecF에는 어텐션이 없습니다. 아이템과 속성을 각각 읽는 두 순환 신경망이 요약을 고쳐 가므로, 어느 아이템을 보았는지 보여 줄 맵이 없습니다.",
    caser:
      "Caser에는 어텐션이 없습니다. 세션을 그림처럼 필터로 훑으므로, 어느 아이템을 보았는지 보여 줄 맵이 없습니다.",
  },
  noAttentionHere: "이 모델에는 어텐션이 없어서, 어느 아이템을 보았는지 보여 줄 맵이 없습니다.",
  empty: "아이템을 누르면 모델이 무엇을 보는지 여기에 나타납니다. 두 개면 충분합니다.",
  one: "아이템이 하나뿐이면 자기 자신만 볼 수 있어 어텐션 가중치가 1입니다. 하나 더 추가하면 정보원마다 할 말이 생깁니다.",
  untrained: "이 데이터로 학습한 모델이 아직 없습니다. 모델을 학습하면 맵이 여기에 나타납니다.",

  layer: "[[layer|레이어]]",
  head: "[[head|헤드]]",
  mean: "평균",
  meanNote: "헤드 평균: 헤드마다 소프트맥스를 먼저 하고 그다음 평균을 냅니다.",
  scale: "색 눈금",
  scaleShared: "공통",
  scaleOwn: "맵마다",
  fused: "[[fused|합친 맵]]",
  fusedWeights: "소프트맥스 후",
  fusedScores: "소프트맥스 전",
  fusedWeightsTitle: "합친 맵, 소프트맥스 후",
  fusedScoresTitle: "합친 맵, 소프트맥스 전",

  asks: {
    item: "어떤 아이템",
    position: "얼마나 전에",
    single: { item: "어떤 아이템, 얼마나 전", all: "모두 한 번에", attribute: "어떤 값, 얼마나 전" },
    attributes: {
      category: "어떤 종류",
      categories: "어떤 종류",
      department: "어느 코너",
      type: "어떤 종류",
      brand: "누가 만든",
      price: "얼마짜리",
      "price band": "얼마짜리",
      price_band: "얼마짜리",
      genre: "어떤 장르",
      class: "어떤 장르",
      release_year: "언제 나온",
    },
  },
  single: { item: "아이템과 위치", all: "모든 정보원", attribute: "속성과 위치" },
  stacks: {
    item: (layer) => `아이템, 레이어 ${layer}`,
    attribute: (layer) => `속성, 레이어 ${layer}`,
  },

  legendScore: "점수",
  legendWeight: "어텐션 가중치",
  legendOwn: "정보원마다 눈금이 다르며, 맵 아래에 적었습니다.",
  axes: "행: 보는 아이템, 열: 참조되는 아이템. 빈칸은 미래라서 [[mask|가립니다]].",
  axesBoth: "행: 보는 아이템, 열: 참조되는 아이템. [[mask|가린 칸]]이 없고, 모든 위치가 서로 봅니다.",
  maskNote:
    "[[mask-token|[MASK]]]는 다음에 올 아이템을 위해 모델이 덧붙인 위치입니다. 목록은 마지막인 이 행에서 읽습니다.",
  mapLabel: (name) => `${name}: 점수. 화살표로 모든 맵의 초점을 옮기고, Enter로 고정하고, Esc로 풉니다.`,
  fusedLabel: (after) =>
    `합친 맵, ${after ? "소프트맥스 후 어텐션 가중치" : "소프트맥스 전 점수"}. 화살표로 모든 맵의 초점을 옮기고, Enter로 고정하고, Esc로 풉니다.`,
  cellLabel: (looks, at, value) => `${looks} → ${at}: ${value}`,
  sumOf: (sources) => (sources === 1 ? "점수" : `정보원 ${sources}개의 합`),
  sumFused: "합친 점수",
  weightAfter: "소프트맥스 후 어텐션 가중치",

  off: "끔",
};
