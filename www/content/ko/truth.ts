import type { Dictionary } from "..";
import { particle } from "./particle";

/** "설명은 사실일까요?": explanations held against the rules that the shop was made by. */
export const truth: Dictionary["truth"] = {
  lede: "상점은 방문자가 왜 클릭했는지 압니다. 설명은 모델이 왜 그 점수를 주었는지 말합니다. 모델이 상점의 방식을 배웠다면 둘을 견주어 볼 수 있습니다.",

  waiting: "엔진이 준비되면 클릭을 물어봅니다.",
  noModel: "이 데이터로 학습한 모델이 아직 없습니다. 모델을 학습하면 그 설명을 상점과 견주어 볼 수 있습니다.",
  goTrain: "학습하기로 가기",
  noProcess:
    "이 데이터의 방문자가 왜 클릭했는지는 아무도 모르므로, 설명이 맞는지 확인할 수 없습니다. 이 페이지의 상점은 알려진 규칙으로 만들었으므로 확인할 수 있습니다.",
  openShop: "상점 열기",
  failed: (why) => `클릭을 물어보지 못했습니다: ${why}`,
  held: "이 모델은 아직 바뀌고 있습니다. 지금 상태로 잴까요?",
  measure: "재기",
  older: (label) => `여기 보이는 것은 이 실행의 ${label} 모델을 잰 것입니다. 지금은 다른 모델이 답합니다.`,
  measureNow: "지금 모델 재기",

  plantedTitle: "심어 둔 것",
  planted: { rule: "규칙", part: "클릭", finds: "이전 클릭을 찾는 기준", takes: "그다음 고르는 것" },
  finds: {
    chain: "브랜드",
    brand: "코너",
    price: "얼마나 최근인지, 그것뿐",
    transition: "기준 없음: 언제나 마지막 클릭",
    noise: "없음: 이어진 클릭이 없음",
  },
  takes: {
    chain: "그 아이템의 코너에서 다음 종류",
    brand: "그 아이템과 같은 브랜드의 아이템",
    price: "그 아이템과 같은 가격대의 아이템",
    transition: "정해진 다음 아이템 셋 중 하나",
    noise: "아무 아이템이나, 인기 있는 것을 더 자주",
  },
  crossed:
    "[[planted-rule|심어 둔 규칙]]이고, 이름이 엇갈려 있습니다. 연쇄는 이전 클릭을 브랜드로 찾고, 브랜드 충성은 코너로 찾습니다. 이 페이지의 카테고리는 코너와 종류입니다.",

  lawTitle: "모델은 상점의 방식을 배웠을까요?",
  lawSub:
    "이전 클릭이 마지막 클릭과 어떤 점이 같을 때 점수가 얼마나 오르는지 봅니다. 점선: 심어 둔 값. 채운 막대: 상점이 따르는 정보원.",
  same: { category: "같은 코너", brand: "같은 브랜드", "price band": "같은 가격대" },
  sameOther: (attribute) => `같은 ${attribute}`,
  sameFor: {
    category: "브랜드 충성이 클릭을 찾는 기준",
    brand: "연쇄가 클릭을 찾는 기준",
    "price band": "기준으로 쓰이지 않음",
  },
  back: "한 걸음 더 이전",
  backFor: "오래된 클릭은 덜 떠오름",
  plantedWord: "심어 둠",
  layer: (layer) => `레이어 ${layer}`,
  lawRead: {
    own: (shared, source, lift, layer) =>
      `${shared}: 레이어 ${layer}에서 ${source}${particle(source, "이")} ${lift}만큼, 가장 많이 오릅니다. 심어 둔 대로입니다.`,
    other: (shared, source, lift, layer) =>
      `${shared}: 레이어 ${layer}에서 ${source}${particle(source, "이")} ${lift}만큼, 가장 많이 오릅니다. 심어 둔 것은 다른 정보원입니다.`,
    none: (shared) => `${shared}: 0.5 넘게 오르는 정보원이 없습니다.`,
  },
  lawNote:
    "부호와 어느 정보원이 오르는지가 뜻이 있습니다. 크기는 그렇지 않습니다. 모델은 배운 것을 더 뚜렷하게 만들기도 합니다.",
  lawShuffled:
    "이 상점에서는 보이는 속성을 아이템끼리 뒤섞었습니다. 그래도 모델은 마지막 아이템을 다시 찾는 데 속성을 쓸 수 있으므로, 올랐다는 것만으로 심어 둔 규칙을 배웠다고 할 수 없습니다.",
  lawAbsent: {
    nothing_compared:
      "이 모델에는 어텐션이 없습니다. 클릭을 서로 비교하지 않으므로, 정보원이 몫을 가질 점수가 없습니다.",
    item_and_position: "이 모델은 아이템과 위치를 먼저 더한 다음 비교합니다. 점수에 속성의 몫이 없습니다.",
    stacks:
      "이 모델은 아이템과 속성을 서로 다른 스택에서 따로 비교합니다. 한 점수 안에서 정보원마다의 몫을 가려낼 수 없습니다.",
    mixed: "이 모델은 비교하기 전에 정보원을 섞으므로, 정보원마다의 몫을 가려낼 수 없습니다.",
    no_attributes: "이 모델은 속성을 모르므로, 오를 속성이 없습니다.",
    read_at_mask:
      "이 모델은 아이템이 없는 위치인 [MASK]에서 답을 읽습니다. 그 위치는 어떤 클릭과도 브랜드나 코너가 같을 수 없습니다.",
  },

  clicks: "[[held-out|테스트]] 클릭",
  clicksTop: "모델의 상위 10위 안",
  clicksAll: "모두",
  counting: (done, of) => `클릭 ${of}개 중 ${done}개 확인`,
  countingLabel: "확인한 클릭",
  counted: (n) => `클릭 ${n}개를 확인했습니다.`,
  stored: (date) => `${date}에 엔진에 물어 페이지에 담아 둔 답입니다.`,
  anew: "다시 묻기",
  stopped: (done, of) => `클릭 ${of}개 중 ${done}개에서 멈췄습니다.`,
  whenWhole: "클릭을 모두 확인하면 나타납니다.",
  whenMeasured: "모델이 아직 바뀌고 있습니다. 재기를 누르면 나타납니다.",
  whenGoneOn: "지금은 묻고 있지 않습니다. 계속하면 나타납니다.",
  lawAwaited: "모델의 점수를 견주는 중입니다.",
  stop: "멈추기",
  goOn: "계속",

  methods: {
    gradient_times_input: "그래디언트 × 입력",
    which: {
      leave_one_out: "클릭 빼 보기",
      attention: "어텐션(모든 레이어)",
      attention_last_layer: "어텐션(마지막 레이어)",
      attention_times_gradient: "어텐션 × 그래디언트",
      always_last: "언제나 마지막 클릭",
      best: "이론상 최고",
      best_without_click: "클릭을 모를 때 최고",
    },
    pointed: {
      weighted_part: "어텐션 몫",
      plain_part: "어텐션 몫, 가중 전",
      part_off: "몫 끄기",
      source_off: "정보원 끄기",
      best: "이론상 최고",
    },
  },
  right: "맞음",
  chance: "우연",
  chanceAt: (share) => `우연 ${share}`,
  bestAt: (share) => `이론상 최고 ${share}`,
  kappa: "κ",
  noKappa: "점수 없음",
  hits: (hits, of) => `${of}개 중 ${hits}개`,
  clicksCount: (_, text) => `클릭 ${text}개`,
  notScored: (clicks) => `${clicks}, 점수 없음`,
  foundBy: (cue) => `찾는 기준: ${cue}`,
  cues: { chain: "브랜드", brand: "코너", price: "최근", transition: "마지막" },

  whichTitle: "어느 클릭에서 이어졌을까요?",
  whichSub: (clicks) => `이어진 이전 클릭이 있는 ${clicks}. 잡음은 뺐습니다. 방법이 그 클릭을 꼽으면 맞은 것입니다.`,
  whichRead: "심어 둔 클릭을 맞힙니다",
  noAttention: "이 모델에는 어텐션이 없습니다",
  notAsked: "이 모델에는 이렇게 물을 수 없습니다",
  noClicks: "해당하는 클릭이 없습니다",

  rulesTitle: "규칙별로 보기",
  rulesSub: "점선: 우연. 세로선: 이론상 최고. 클릭이 30개보다 적으면 그리기만 하고 점수는 매기지 않습니다.",
  rulesRest: (rules, _, text) => `“${rules}” 규칙의 클릭 ${text}개는 잡음과 구별되지 않으므로 위에서만 셉니다.`,

  pointedTitle: "무엇이 그 클릭을 가리켰을까요?",
  pointedSub: (clicks) =>
    `이어진 클릭이 마지막 클릭과 브랜드나 코너 중 하나만 같은 ${clicks}. 방법마다 어느 클릭이었는지를 알려 주고 정보원을 꼽게 합니다.`,
  pointedHeading: ["심어 둔 정보원을", "꼽는 비율"],
  pointedAxis: (clicks) => ["0~100 %,", clicks],
  pointedKey: { planted: "심어 둔 정보원을 꼽음", other: "다른 것을 꼽음", size: "크기: 행에서의 비율" },
  pointedRead: "심어 둔 정보원을 맞힙니다",
  pointedPosition: "위치는 후보가 아닙니다. 위치를 따르는 규칙이 없고, 넣으면 답의 절반을 차지합니다.",
  pointedMixed:
    "이 질문은 합 융합에 맞춘 것입니다. 여기서는 몫 다음에 다른 융합이 오므로, 몫이 그대로 점수에 더해지지 않습니다. 앞의 두 방법은 조심해서 읽으세요.",
  cellSaid: (rule, method, source, share, hits, of) => `${rule}, ${method}: ${source} ${share}, ${of}개 중 ${hits}개`,
  cells: "규칙과 방법별로 꼽은 정보원. 화살표로 옮기고 Enter로 클릭 목록을 봅니다.",
  cellClicks: (said) => `“${said}”의 클릭`,
  cellMore: (n) => `외 ${n}개`,
  cellNone: "해당하는 클릭이 없습니다.",
  cellRank: (rank) => `${rank}위`,

  read: {
    one: (method, verb, right, clicks, chance, best) =>
      `${method}: ${clicks} 중 ${right}에서 ${verb}(우연 ${chance}, 이론상 최고 ${best})`,
    other: (method, right, chance) => `${method} ${right}(${chance})`,
    join: (first, others) => (others === "" ? `${first}.` : `${first}. ${others}.`),
    level: (methods) => `κ로는 구별할 수 없음: ${methods}.`,
    ahead: (first) => `κ로 보면 ${first}${particle(first, "이")} 가장 잘 맞습니다.`,
    atChance: (methods) => `우연과 다르지 않음: ${methods}.`,
    few: "클릭이 30개보다 적어 아무 말도 할 수 없습니다.",
  },

  besideTitle: "배운 것이 없으면 사라질까요?",
  besideModel: "모델",
  besideNow: (model) => `${model}, 지금 답하는 모델`,
  besideAt: (model, label) => `${model}, ${label}`,
  besideUntrained: "같은 모델, 학습하지 않음",
  besideAsking: "재는 중",
  besideShuffled: (model) => `${model}, 속성을 뒤섞음`,
  besideCell: (right, chance, kappa) => `${kappa}; ${right}(${chance})`,
  besideNote:
    "여기서는 위 그림이 어떤 클릭을 보이든 테스트 클릭을 모두 셉니다. 상위 10위 안의 클릭은 모델마다 다르기 때문입니다. 칸: 95 % 구간을 붙인 κ, 맞은 비율과 괄호 안의 우연. 학습하지 않은 모델의 κ는 초기값 여럿을 평균하면 0입니다. 하나만 보면 .10쯤 벗어날 수 있습니다. 구간은 클릭에 대한 것이지 초기값에 대한 것이 아닙니다.",
  besideRecorded: (data, seed, date) =>
    `속성을 뒤섞은 값은 ${date}에 기록한 것으로, 지금 잰 것이 아닙니다(“${data}”, 시드 ${seed}).`,

  examplesTitle: "클릭 세 개",
  examplesWaiting: "모두 확인하면 클릭 세 개를 고릅니다.",
  examplesNone: "이런 클릭을 찾지 못했습니다.",
  examples: {
    right: (methods) => `${methods === 2 ? "두" : "세"} 방법 모두 맞음`,
    differ: (_methods) => "서로 다름",
    wrong: (methods) => `${methods === 2 ? "두" : "세"} 방법 모두 틀림`,
  },
  examplesWhy: {
    right: (rule, item, methods) =>
      `${rule}: ${item}에서 이어졌습니다. ${methods === 2 ? "두" : "세"} 방법 모두 그렇게 말합니다.`,
    differ: (rule, item, _methods) => `${rule}: ${item}에서 이어졌습니다. 방법마다 다른 클릭을 꼽습니다.`,
    wrong: (rule, item, methods) =>
      `${rule}: ${item}에서 이어졌습니다. ${methods === 2 ? "두" : "세"} 방법 모두 다른 클릭을 꼽습니다.`,
  },
  examplesNobody: "아무도 알 수 없습니다. 규칙을 아는 사람에게도 다른 클릭이 더 그럴듯합니다.",
  exampleClick: "세션, 다음 클릭",
  exampleTruth: "심어 둔 것",
  exampleHappened: "무슨 일이 있었나",
  exampleOpen: (item) => `이 세션을 열고 ${item} 설명하기`,
  exampleOpened: (items, item) => `클릭 ${items}개인 세션을 열었습니다. 설명하는 아이템: ${item}.`,
  exampleRight: "심어 둔 클릭",
  exampleWrong: "다른 클릭",
  exampleBack: (back) => (back === 0 ? "마지막 클릭" : `마지막보다 ${back}칸 앞`),

  cautionWord: "[[attention|어텐션]]은 설명이 아닙니다.",
  caution:
    "어디를 보는지가 곧 이유는 아니고, 여기서는 그것을 잽니다. 어텐션이 이론상 최고에서 얼마나 떨어져 있는지 보세요. 방법마다 답하는 질문이 다릅니다.",
  notes: "어떻게 정하나요?",
  noteList: [
    "우연: 방법이 답을 같은 빈도로, 그러나 아무렇게나 꼽을 때 맞는 비율입니다.",
    "κ(카파): 우연에서 출발해 언제나 맞음까지 얼마나 갔는지 나타냅니다. 0은 우연, 1은 언제나 맞음입니다. 늘 같은 답은 0입니다.",
    "이론상 최고: 규칙을 알고 클릭까지 본 사람이 꼽는 가장 그럴듯한 답입니다. 클릭을 모를 때 최고: 클릭이 나오기 전의 같은 답으로, 클릭을 보지 못한 어텐션의 한계입니다.",
    "±: 클릭에 대한 95 % [[interval|구간]]입니다. 모델의 시드를 바꾸면 달라질 몫은 들어 있지 않습니다.",
    "몫은 행 안에서 견줍니다. “보통 클릭에 비해” 얼마인지를 봅니다. 행 전체에 같은 값은 [[softmax|소프트맥스]]에서 지워집니다.",
    "모델은 상점과 다른 길로 클릭에 이를 수 있습니다. 그러면 설명은 그 길에 대한 것입니다.",
  ],
  crossedTitle: "왜 규칙을 바로 묻지 않을까요?",
  crossedText:
    "언뜻 떠오르는 방법은 규칙의 이름을 놓고, 설명이 같은 이름의 정보원을 꼽는지 보는 것입니다. 그러면 틀립니다. 이유는 셋이고, 어느 것도 설명의 잘못이 아닙니다.",
  crossedReasons: [
    "이름이 엇갈려 있습니다. 연쇄는 클릭을 브랜드로, 브랜드 충성은 코너로 찾습니다. 가격대와 정해진 다음 아이템은 어떤 속성도 따르지 않습니다. 속성은 어디를 볼지 말할 뿐, 무엇이 올지는 말하지 않습니다.",
    "규칙은 세션을 보지 않고 뽑고, 어텐션은 세션만 봅니다. 모든 클릭을 놓고 보면 어떤 모델이든 우연만큼만 맞을 수 있습니다. 관찰이 아니라 정리입니다.",
    "늘 같은 답이 이깁니다. 두 규칙이 클릭을 거의 다 만들면, 그중 하나의 정보원만 늘 꼽아도 어떤 방법보다 자주 맞습니다.",
  ],

  table: {
    method: "방법",
    rule: "규칙",
    clicks: "클릭",
    right: "맞음, %",
    half: "± %",
    chance: "우연, %",
    kappa: "κ",
    kappaHalf: "± κ",
    all: "모두",
    property: "같은 점",
    planted: "심어 둠",
    inLayer: (source, layer) => `${source}, 레이어 ${layer}`,
    named: (source) => `${source}, %`,
  },
};
