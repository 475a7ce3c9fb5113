import type { Dictionary } from "..";
import { particle } from "./particle";

export const side: Dictionary["side"] = {
  lede: "모델 두 개에서 네 개가 지금의 내 세션에 답합니다. 세션을 바꾸면 모두 다시 답합니다.",
  waiting: "엔진이 준비되면 모델들이 답합니다.",
  noSession: "아이템을 누르면 여기의 모든 모델이 같은 세션에 답합니다.",
  tooFew:
    "나란히 보려면 이 데이터로 학습한 모델이 두 개 있어야 합니다. 페이지의 모델은 다른 데이터로 학습해서 아이템 번호가 여기서는 뜻이 없습니다.",
  goTrain: "모델 학습하기",
  indexFailed: (why) => `준비된 모델의 목록을 받지 못했습니다: ${why}`,

  presets: "바로 고르기",
  preset: {
    early: "분리 융합과 초기 융합",
    fusions: "합, 연결, 게이트",
    places: "융합하는 네 곳",
    without: "속성이 있을 때와 없을 때",
  },
  model: (letter) => `모델 ${letter}`,
  mine: (name, label) => `${name}, ${label}`,
  add: "모델 추가",
  addFull: "모델 네 개가 나란히 있습니다. 먼저 하나를 빼세요.",
  addNone: "이 데이터에 맞는 모델이 모두 여기 있습니다.",
  remove: (letter) => `${letter} 빼기`,
  swap: (letter) => `A와 ${letter} 맞바꾸기`,
  swapped: (name) => `이제 ${name} 모델이 A입니다.`,
  loading: "모델을 받는 중입니다.",
  answering: "모델이 답하는 중입니다.",
  failed: (why) => `이 모델은 답하지 못합니다: ${why}`,
  parameters: (n) => `[[parameters|파라미터]] ${n}개`,
  ndcgTitle: "테스트 세션, 이미 클릭한 것까지 전체 아이템의 순위, ± 표준오차",

  list: (letter, name) => `모델 ${letter}(${name})의 다음 아이템`,
  rankIn: (letter) => `${letter}에서`,
  same: (letter) => `${letter}에서도 같은 순위`,
  higher: (n, letter, rank) => `${letter}에서는 ${rank}위, 여기가 ${n}계단 높음`,
  lower: (n, letter, rank) => `${letter}에서는 ${rank}위, 여기가 ${n}계단 낮음`,
  only: (k, letter) => `${letter}의 처음 ${k}개에 없음`,
  noCandidate: "그쪽에서는 후보가 아님",
  key: (k) =>
    `아이템 옆 숫자: 다른 목록에서의 순위. ▲ 여기가 위, ▼ 여기가 아래, = 같음. 왼쪽 선과, 자리가 있으면 고리: 다른 쪽 처음 ${k}개에 없음.`,
  shared: (k, a, b, shared, same) =>
    `${a}${particle(a, "과")} ${b}의 처음 ${k}개 가운데 ${shared}개가 겹치고, ${same === 0 ? "순위까지 같은 것은 없습니다" : `그중 ${same}개는 순위도 같습니다`}.`,
  truth: (name, ranks) => `실제 다음 아이템: ${name}, ${ranks}.`,
  truthRank: (rank, letter) => `${letter}에서 ${rank}위`,
  truthOut: (letter) => `${letter}에서는 후보가 아님`,
  test: "테스트 세션에서 비교하기",
  testTitle: "같은 예산으로 이 시스템들을 학습해 테스트 세션에서 비교합니다",
  caution: "세션 하나로는 아무것도 증명되지 않습니다. 학습에 쓰지 않은 세션의 지표와 그 오차를 보세요.",

  mapsTitle: "모델은 어디를 보나요?",
  mapLabel: (letter, name) =>
    `모델 ${letter}(${name})의 어텐션 가중치. 화살표로 모든 맵의 초점을 옮기고, Enter로 고정하고, Esc로 풉니다.`,
  differenceLabel: (a, b) =>
    `어텐션 가중치, ${a} 빼기 ${b}. 화살표로 모든 맵의 초점을 옮기고, Enter로 고정하고, Esc로 풉니다.`,
  difference: (a, b) => `${a} − ${b}`,
  compared: "A와 비교할 모델",
  noDifference: "차이를 보려면 어텐션이 있는 모델이 둘 필요합니다.",
  more: (letter) => `${letter}${particle(letter, "이")} 더 봄`,
  axes: "행: 보는 아이템. 마지막 행에서 목록을 읽습니다. 열: 참조되는 아이템.",
  headNote:
    "따로 학습한 모델의 헤드에는 공통 순서가 없어서, 한 모델의 헤드 1과 다른 모델의 헤드 1은 관계가 없습니다. 평균은 비교할 수 있습니다.",
  maskNote: "[MASK]는 다른 모델에 짝이 없으므로 그 열은 차이에서 뺍니다.",
  reading: "{row} → {column}:",
  mask: "[MASK]",
  blank: "빈칸",

  tableLists: "모든 모델의 다음 아이템",
  tableItem: "아이템",
  tableRank: (letter) => `${letter} 순위`,
  tableProbability: (letter) => `${letter} %`,
  tablePlaces: (letter) => `A가 ${letter}보다 위`,
  tableMaps: "모든 모델의 어텐션 가중치",
};
