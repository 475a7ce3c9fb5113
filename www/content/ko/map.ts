import type { Dictionary } from "..";

export const map: Dictionary["map"] = {
  lede: (numbers) =>
    `아이템마다 숫자 ${numbers}개의 [[embedding|임베딩]]이 있습니다. 학습 전과 후의 임베딩을 두 축에 비춰 보았습니다.`,
  ledeBare: "아이템마다 숫자로 된 [[embedding|임베딩]]이 있습니다. 학습 전과 후의 임베딩을 두 축에 비춰 보았습니다.",
  by: "구분",
  values: (attribute) => `${attribute} 값: 누르면 그 값의 아이템만 또렷해지고, 다시 누르면 모두 보입니다`,
  others: "나머지",
  before: "학습 전",
  after: (epochs) => `${epochs} 에포크 학습 후`,
  afterSome: "학습 후",
  holds: (share) => `두 축이 ${share}를 담음`,
  mapLabel: (title) =>
    `${title}: 아이템을 점으로 나타냈습니다. 화살표로 그 방향의 다음 아이템으로 옮기고, Enter로 세션에 추가하고, Space로 고정하고, Esc로 풉니다.`,
  itemLabel: (name, values, neighbours) => `${values ? `${name}; ${values}` : name}. 가장 가까운 아이템: ${neighbours}`,

  reading: (after, of, attribute) =>
    `학습 후에는 가장 가까운 이웃 ${of}개 가운데 평균 ${after}개가 ${attribute} 값이 같습니다`,
  readingChance: (after, of, attribute, chance) =>
    `학습 후에도 가장 가까운 이웃 ${of}개 가운데 ${attribute} 값이 같은 것은 평균 ${after}개로, 우연(${chance}개)과 같습니다.`,
  beforeChance: (before, chance) => `. 학습 전에는 ${before}개로, 우연(${chance}개)과 같았습니다.`,
  beforeOther: (before, chance) => `. 학습 전에는 ${before}개였고, 우연이라면 ${chance}개입니다.`,
  beforeMissing: (chance) => `. 우연이라면 ${chance}개입니다.`,
  noAttributes: (share) =>
    `이 아이템에는 이웃끼리 같을 수 있는 속성이 없습니다. 학습 후 두 축이 아이템 사이 차이의 ${share}를 담고 있습니다.`,
  listed: (shared, of, item) =>
    shared === 0
      ? `목록의 처음 ${of}개 가운데 마지막 클릭(${item})의 가장 가까운 이웃 10개에 드는 것은 없습니다.`
      : `목록의 처음 ${of}개 가운데 ${shared}개가 마지막 클릭(${item})의 가장 가까운 이웃 10개에 듭니다.`,

  solid: (n, value) => `채운 표시: ${value} 값의 ${n}.`,
  items: (n) => `아이템 ${n}개`,
  note: (numbers) =>
    `이웃은 지도 위가 아니라 숫자 ${numbers}개 모두로 셉니다. 축에는 이름이 없고, 두 지도의 방향은 맞추지 않았습니다.`,
  noteBare: "이웃은 지도 위가 아니라 임베딩 전체로 셉니다. 축에는 이름이 없고, 두 지도의 방향은 맞추지 않았습니다.",
  bag: "값이 여럿인 아이템은 그 가운데 가장 흔한 값의 모양으로 그렸습니다.",
  thinned: (drawn, all) =>
    `아이템 ${all}개 가운데 클릭이 가장 많은 ${drawn}개를 그렸습니다. 이웃은 모든 아이템에서 셉니다.`,
  path: (drawn, all) => `번호: 클릭 ${all}개 가운데 최근 ${drawn}개.`,

  nearest: "{item}: 가장 가까운 아이템",
  nearestHint: "아이템을 가리키거나 화살표로 옮겨 보세요.",
  nearestBefore: "학습 전",
  nearestAfter: "학습 후",
  shares: (n, of, attribute) => `${of}개 중 ${n}개가 ${attribute} 값이 같음`,
  add: (item) => `${item} 추가`,
  free: "풀기",

  waiting: "엔진이 아이템 임베딩을 읽고 있습니다.",
  noModel: "이 데이터로 학습한 모델이 아직 없습니다. 모델을 학습하면 아이템이 여기에 나타납니다.",
  failed: (why) => `지도를 만들지 못했습니다. ${why}`,
  goTrain: "모델 학습하기",
  few: "지도에는 아이템이 두 개 이상 필요합니다.",

  title: "학습 전과 후의 아이템",
  sub: (attribute) => `아이템이 가장 크게 다른 두 방향, 모양: ${attribute}`,
  subBare: "아이템이 가장 크게 다른 두 방향",
  table: (rows, of) => `가장 가까운 이웃, 가까운 순: 아이템 ${of}개 가운데 클릭이 많은 ${rows}개`,
  columns: {
    item: "아이템",
    id: "번호",
    neighboursBefore: "학습 전 이웃",
    sharedBefore: "같은 값",
    neighboursAfter: "학습 후 이웃",
    sharedAfter: "학습 후 같은 값",
    x: (map) => `${map}: 첫째 축`,
    y: (map) => `${map}: 둘째 축`,
  },
};
