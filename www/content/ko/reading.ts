import type { Dictionary } from "..";

export const reading: Dictionary["reading"] = {
  bias: "편향",
  biasLetter: "b",
  focus: "초점:",
  looksAt: "{row} → {column}",
  itself: "자기 자신",
  pinned: "고정됨",
  free: "초점 풀기",
  share: "{sum} 가운데 {source}의 몫이 {value}, 이 점수의 {share}입니다. 소프트맥스 후 어텐션 가중치는 {weight}입니다.",
  pull: "{parts}. 합은 {sum}, 소프트맥스 후 어텐션 가중치는 {weight}입니다.",
  up: "이 점수를 올리는\u00a0것: {parts}",
  upOne: "이 점수를 올리는\u00a0것: {parts}",
  down: "내리는\u00a0것: {parts}",
  downOne: "내리는\u00a0것: {parts}",
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
  offSource: "정보원",
  offProbability: "끄면",
  offChange: "변화",
  offRank: "순위",
  offFresh: "새로 10위 안에",
  offBelow: (bound) => `< ${bound}`,
  offOf: (item, probability) => `${item}, 모두 켰을 때 ${probability}`,
  offNone: "모두 켬",
  offAtMost: "최대",
  offAxis: (most) => `확률 0~${most}`,
  offKey: (probability) => `선: 모두 켰을 때, ${probability}. 표시: 그 정보원을 껐을 때.`,
  offNote:
    "다시 학습하지 않고 끄기만 하는 [[ablation|소거]] 실험이며 몫이 아닙니다. 행을 더해도 의미가 없습니다. ‘새로 10위 안에’는 전에는 10위 안에 없던 아이템의 수입니다.",
  offOne:
    "클릭이 하나면 [[score|점수]]가 얼마든 [[attention-weight|어텐션 가중치]]는 1입니다. 정보원을 꺼도 여기서는 정확히 아무것도 달라지지 않습니다.",
  offSame:
    "모든 클릭이 같은 아이템입니다. 같은 값들에 대한 어텐션은 [[score|점수]]가 얼마든 그 값입니다. 정보원을 꺼도 여기서는 정확히 아무것도 달라지지 않습니다.",
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
