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
  bias: "편향",
  biasLetter: "b",
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

  focus: "초점:",
  looksAt: "{row} → {column}",
  itself: "자기 자신",
  pinned: "고정됨",
  free: "초점 풀기",
  share: "{sum} 가운데 {source}의 몫이 {value}, 이 점수의 {share}입니다. 소프트맥스 후 어텐션 가중치는 {weight}입니다.",
  pull: "{parts}. 합은 {sum}, 소프트맥스 후 어텐션 가중치는 {weight}입니다.",
  up: "이 점수를 올리는 것: {parts}",
  upOne: "이 점수를 올리는 것: {parts}",
  down: "내리는 것: {parts}",
  downOne: "내리는 것: {parts}",
  silent:
    "여기서는 어느 정보원도 말이 없습니다. 모든 부분이 0.005보다 작습니다. 소프트맥스 후 어텐션 가중치는 {weight}입니다.",
  singleReading: "점수는 {sum}, 소프트맥스 후 어텐션 가중치는 {weight}입니다.",
  // Particles depend on the last sound of a name; commas do not.
  and: (list) =>
    list.flatMap((value, index) => [
      ...(index > 0 ? [{ type: "literal" as const, value: ", " }] : []),
      { type: "element" as const, value },
    ]),

  rowCaption: (item) => `${item}: 무엇을 보나요`,
  columnLooksAt: "참조되는 아이템",
  columnScore: "정보원별 [[score|점수]]",
  columnSum: "합",
  columnWeight: "가중치",

  gateTitle: "이 행의 [[gate|게이트]]",
  gateNote:
    "게이트는 이 행에서 각 정보원의 점수를 키우거나 줄입니다. 위의 부분에는 이미 반영되어 있습니다. 정보원이 결국 얼마나 중요한지를 뜻하지는 않습니다.",
  gateSoftmax: "한 행의 게이트를 모두 더하면 1입니다.",
  gateSigmoid: "게이트는 저마다 0과 1 사이입니다.",
  lookAhead:
    "이 융합은 마스크를 씌우기 전에 점수 행 전체를 읽습니다. 공개 코드와 마찬가지로 나중 아이템과 빈 위치도 이 수치에 들어갑니다.",

  offTitle: "정보원을 끄면 어떻게 될까요?",
  offNow: "지금 1위: {item}, {probability}.",
  offAllOn: "모두 켰을 때 1위: {item}, {probability}.",
  offNowAt: (rank) => `지금은 ${rank}위입니다.`,
  offSwitch: (source) => `${source}: 점수를 더합니다. 끄면 0입니다`,
  off: "끔",
  offSource: "정보원",
  offProbability: "끄면",
  offChange: "변화",
  offRank: "순위",
  offFresh: "새로 10위 안에",
  offBelow: (bound) => `< ${bound}`,
  offNote:
    "다시 학습하지 않고 끄기만 하는 [[ablation|소거]] 실험이며 몫이 아닙니다. 행을 더해도 의미가 없습니다. ‘새로 10위 안에’는 전에는 10위 안에 없던 아이템의 수입니다.",
  offWaiting: "엔진이 아직 답하지 않았습니다.",
  offSingle: "이 모델은 정보원을 맵 하나에 섞으므로 따로 끌 수 있는 정보원이 없습니다.",
  rankMoved: (from, to) => `${from} → ${to}`,
  rankMovedSpoken: (from, to) => `${from}위에서 ${to}위로`,

  cautionWord: "주의.",
  caution:
    "[[attention|어텐션]]은 모델이 어디를 보는지 보여 줄 뿐, 왜 그렇게 정했는지는 말하지 않습니다. 정보원을 빼 보며 확인하세요.",
  cautionReferences: [
    { text: "Jain, Wallace 2019", href: "https://arxiv.org/abs/1902.10186" },
    { text: "Wiegreffe, Pinter 2019", href: "https://arxiv.org/abs/1908.04626" },
  ],

  tableCaption: (layer, head) => `점수와 어텐션 가중치, 레이어 ${layer}, 헤드 ${head}`,
  tableChoose: "보는 아이템 고르기",
  tableRow: "보는 아이템",
  tableColumn: "참조되는 아이템",
};
