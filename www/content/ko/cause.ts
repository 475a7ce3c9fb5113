import type { Dictionary } from "..";
import { particle } from "./particle";

const called = (place: "click" | "item" | "source" | "clicks", name: string, form: Parameters<typeof particle>[1]) =>
  `{${place}}${particle(name, form)}`;

export const cause: Dictionary["cause"] = {
  lede: "클릭을 [[leave-one-out|하나씩 빼고]] 모델에게 다시 묻습니다. 떨어지면 그 클릭에 기대고 있던 것입니다.",
  empty: "아이템을 두 개 클릭해 보세요. 하나씩 빼 보면서 무엇이 떨어지는지 알려 줍니다.",
  waiting: "클릭을 하나씩 빼고 모델에게 묻는 중입니다.",

  candidate: "대상",
  candidateOption: (rank, name, percent) => `${rank}. ${name}, ${percent}`,
  candidateOther: (rank, name) => (rank === "" ? name : `${rank}. ${name}`),

  falls: (click, item) =>
    `${called("click", click, "을")} 빼면 ${called("item", item, "이")} {from}에서 {to}로, {rank}위에서 {place}위로 떨어집니다.`,
  fallsStays: (click, item) =>
    `${called("click", click, "을")} 빼면 ${called("item", item, "이")} {from}에서 {to}로 떨어지고 순위는 {place}위 그대로입니다.`,
  rises: (click, item) =>
    `${called("click", click, "을")} 빼면 ${called("item", item, "이")} {from}에서 {to}로, {rank}위에서 {place}위로 오릅니다.`,
  risesStays: (click, item) =>
    `${called("click", click, "을")} 빼면 ${called("item", item, "이")} {from}에서 {to}로 오르고 순위는 {place}위 그대로입니다.`,
  still: (item) => `어느 클릭을 빼도 ${called("item", item, "은")} 0.1 포인트도, 한 계단도 움직이지 않습니다.`,

  title: (item) => `${item}${particle(item, "은")} 어느 클릭에 기댈까요?`,
  without: "빼면",
  probability: (most) => `[[probability|확률]] 0~${most}`,
  probabilityColumn: "확률",
  rank: "순위",
  logit: "로짓",
  product: "[[gradient-times-input|그래디언트 × 입력]]",
  rawProduct: "정규화 전에는",
  all: "모든 클릭",
  takeOut: (name) => `${name} 빼기`,
  rowHint: "Enter를 누르면 빠집니다",
  line: (clicks, percent) =>
    `선: 클릭 ${clicks}개 모두, ${percent}. 점: 이 클릭 없이. 뒤의 클릭이 한 칸씩 당겨지는 영향도 들어 있습니다.`,
  agree: {
    same: (of) => `두 방법이 같은 클릭 ${of}개를 같은 순서로 꼽습니다.`,
    order: (of) => `두 방법이 같은 클릭 ${of}개를 다른 순서로 꼽습니다.`,
    some: (shared, of) => `두 방법이 먼저 꼽은 클릭 ${of}개 가운데 ${shared}개가 같습니다.`,
    none: "두 방법이 서로 다른 클릭을 꼽습니다.",
    sameOne: "두 방법이 같은 클릭을 꼽습니다.",
  },
  small: "그래디언트 × 입력은 작은 변화에만 맞는데, 클릭을 빼는 일은 작지 않습니다.",
  notCause: "둘 다 원인은 아니며 행을 더해도 의미가 없습니다. 다른 클릭이 모두 남은 세션에서 하나만 뺀 결과입니다.",
  rawZero:
    "그래디언트 × 입력은 정규화한 입력에서 잽니다. 정규화 전 벡터에서는 모델을 어떻게 학습했든 모든 클릭에서 0입니다. 바로 뒤의 LayerNorm이 벡터의 길이를 보지 않기 때문입니다.",
  rawSome: "그래디언트 × 입력은 정규화한 입력에서 잽니다. 정규화 전 아이템 벡터의 값은 표에 있습니다.",
  rawOnly: "이 모델은 입력을 정규화하지 않으므로 그래디언트 × 입력을 처음 찾은 벡터에서 잽니다.",
  one: "클릭이 두 개는 있어야 합니다. 하나뿐인 클릭을 빼면 물어볼 세션이 남지 않습니다.",
  undo: "실행 취소로 세션을 되돌립니다.",

  sources: {
    title: "정보원을 줄이거나 키우면 어떻게 될까요?",
    where: "배율",
    everywhere: "모든 레이어",
    layer: (layer) => `레이어 ${layer}`,
    source: "정보원",
    factor: "점수 ×",
    slider: (source, where) => `${source}, ${where}: 점수 배율`,
    change: (most) => `[[probability|확률]] 0~${most}`,
    off: "끄면",
    half: "절반이면",
    offRank: "순위(끔)",
    halfRank: "순위(절반)",
    andRank: (what) => `${what} · 순위`,
    now: "지금",
    key: (percent) => `선: 지금, ${percent}. 채운 표시: 껐을 때. 빈 표시: 점수가 절반일 때.`,
    falls: (source, item) =>
      `${called("source", source, "을")} 끄면 ${called("item", item, "이")} {from}에서 {to}로, {rank}위에서 {place}위로 떨어집니다.`,
    fallsStays: (source, item) =>
      `${called("source", source, "을")} 끄면 ${called("item", item, "이")} {from}에서 {to}로 떨어지고 순위는 {place}위 그대로입니다.`,
    rises: (source, item) =>
      `${called("source", source, "을")} 끄면 ${called("item", item, "이")} {from}에서 {to}로, {rank}위에서 {place}위로 오릅니다.`,
    risesStays: (source, item) =>
      `${called("source", source, "을")} 끄면 ${called("item", item, "이")} {from}에서 {to}로 오르고 순위는 {place}위 그대로입니다.`,
    allOff: "모든 정보원이 꺼져 있어 더 끌 것이 없습니다.",
    still: (item) => `어느 정보원을 꺼도 ${called("item", item, "은")} 0.1 포인트도, 한 계단도 움직이지 않습니다.`,
    note: "다시 학습하지 않고 모든 [[layer|레이어]]에서 끄거나 줄이기만 하는 [[ablation|소거]] 실험이며 몫이 아닙니다. 행을 더해도 의미가 없습니다. 슬라이더를 움직이면 목록과 맵이 실제로 따라 바뀝니다.",
    one: "클릭이 하나면 [[score|점수]]가 얼마든 [[attention-weight|어텐션 가중치]]는 1입니다. 정보원을 끄거나 배율을 바꿔도 여기서는 정확히 아무것도 달라지지 않습니다.",
    same: "모든 클릭이 같은 아이템입니다. 같은 값들에 대한 어텐션은 [[score|점수]]가 얼마든 그 값입니다. 정보원을 끄거나 배율을 바꿔도 여기서는 정확히 아무것도 달라지지 않습니다.",
    joint: {
      nothing_compared:
        "이 모델에는 어텐션이 없습니다. 클릭을 서로 비교하지 않으므로 끄거나 배율을 바꿀 점수가 없습니다. DIF-SR에는 정보원마다 있습니다.",
      item_and_position:
        "이 모델은 아이템과 위치를 먼저 더한 다음 비교하므로 따로 끄거나 배율을 바꿀 점수가 없습니다. DIF-SR은 정보원을 따로 둡니다.",
      stacks:
        "이 모델은 아이템과 속성을 서로 다른 스택에서, 저마다 위치와 섞어 비교하므로 따로 끄거나 배율을 바꿀 점수가 없습니다. DIF-SR은 정보원을 따로 둡니다.",
      mixed:
        "이 모델은 비교하기 전에 정보원을 섞으므로 따로 끄거나 배율을 바꿀 점수가 없습니다. DIF-SR은 정보원을 따로 둡니다.",
    },
  },

  changes: {
    title: "무엇이 달랐다면 바뀌었을까요?",
    goal: "바꿀 것",
    goals: {
      leave: { 1: "1위에서 내려오기", 3: "상위 3위에서 빠지기", 10: "상위 10위에서 빠지기" },
      enter: { 1: "1위로 오르기", 3: "상위 3위에 들기", 10: "상위 10위에 들기" },
    },
    done: {
      leave: { 1: "1위에서 내려옵니다", 3: "상위 3위에서 빠집니다", 10: "상위 10위에서 빠집니다" },
      enter: { 1: "1위로 오릅니다", 3: "상위 3위에 듭니다", 10: "상위 10위에 듭니다" },
    },
    there: {
      leave: (place) => `{item}: 지금 ${place}위라 빠질 것이 없습니다.`,
      enter: (place) => `{item}: 이미 ${place}위입니다.`,
    },
    removed: {
      leave: (clicks, item) =>
        `${called("clicks", clicks, "을")} 빼면 ${called("item", item, "이")} {rank}위에서 {place}위로 떨어집니다.`,
      enter: (clicks, item) =>
        `${called("clicks", clicks, "을")} 빼면 ${called("item", item, "이")} {rank}위에서 {place}위로 오릅니다.`,
    },
    alone: (alone, of) =>
      alone === "1"
        ? `클릭 ${of}개 가운데 혼자서 그렇게 하는 것은 이것뿐입니다.`
        : `클릭 ${of}개 가운데 ${alone}개가 혼자서 그렇게 합니다. 그중 이것이 가장 크게 움직입니다.`,
    two: (pairs) => `혼자서 그렇게 하는 클릭은 없습니다. 두 클릭 조합 ${pairs}개 중 가장 크게 움직입니다.`,
    pairsWaiting: "혼자서 그렇게 하는 클릭은 없습니다. 두 개씩 빼 보는 중입니다.",
    removedNone: (clicks) =>
      `한두 개를 빼서는 부족합니다. 가장 가까운 것: ${called("clicks", clicks, "을")} 빼면 {place}위.`,
    removedNoneAlone: (clicks) =>
      `하나를 빼서는 부족합니다. 가장 가까운 것: ${called("clicks", clicks, "을")} 빼면 {place}위.`,
    manyPairs: (most) => `두 개씩 빼 보는 것은 클릭 ${most}개까지입니다.`,
    noRemovals: "하나뿐인 클릭은 뺄 수 없지만 바꿀 수는 있습니다.",

    search: (swaps) => `${swaps}가지 교체 모두 해 보기`,
    tried: (tried, all) => `교체 ${all}가지 중 ${tried}가지 해 봄`,
    progress: "해 본 교체",
    stop: "멈추기",
    stopped: (tried, all) => `교체 ${all}가지 중 ${tried}가지에서 멈췄습니다.`,
    swap: (click, by, item, done) =>
      `${called("click", click, "을")} {by}${particle(by, "으로")} 바꾸면 ${called("item", item, "이")} ${done}.`,
    ranks: "순위 {rank} → {place}",
    found: (hits, all, time) => `하나만 바꾸는 ${all}가지 중 ${hits}가지가 그렇게 합니다. ${time} 걸렸습니다.`,
    triedAll: (all, time) => `하나만 바꾸는 ${all}가지를 모두 해 보았습니다. ${time} 걸렸습니다.`,
    foundSoFar: (hits, tried) => `지금까지 ${tried}가지 중 ${hits}가지가 그렇게 합니다.`,
    swapNone: (click, by) =>
      `하나만 바꿔서는 되지 않습니다. 가장 가까운 것: ${called("click", click, "을")} {by}${particle(by, "으로")} 바꾸면 {place}위.`,
    swapNoneYet: "아직 없습니다.",
    tryIt: "해 보기",
    another: "다른 것",
  },
};
