import type { Dictionary } from "..";

export const why: Dictionary["why"] = {
  lede: "[[source|정보원]]마다 이전 아이템에 따로 점수를 매깁니다. 점수를 더한 뒤 [[softmax|소프트맥스]] 한 번으로 [[attention-weight|어텐션 가중치]]가 됩니다.",
  empty: "아이템을 누르면 모델이 무엇을 보는지 여기에 나타납니다. 두 개면 충분합니다.",
  untrained: "이 데이터로 학습한 모델이 아직 없습니다. 모델을 학습하면 맵이 여기에 나타납니다.",

  layer: "[[layer|레이어]]",
  head: "[[head|헤드]]",
  mean: "평균",
  scale: "색 눈금",
  scaleShared: "공통",
  scaleOwn: "맵마다",
  form: "보기",
  forms: { maps: "맵", fused: "합친 맵", lines: "선", all: "모든 헤드" },
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
  sumOf: (sources) => (sources === 1 ? "점수" : `정보원 ${sources}개의 합`),
  sumFused: "합친 점수",
  weightAfter: "소프트맥스 후 어텐션 가중치",

  off: "끔",
};
