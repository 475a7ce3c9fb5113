import type { Dictionary } from "..";

export const fused: Dictionary["fused"] = {
  lede: "같은 [[source|정보원]]을 서로 다른 높이에서 합칩니다. 육각형을 찾아보세요.",
  way: "방식",
  system: "모델",
  ways: { early: "초기 융합", decoupled: "분리 융합", late: "후기 융합" },
  onScreen: "지금 답하는 모델",
  shapesOnly: "모델 없음, 크기만",
  layers: (n) => `레이어 ${n}개`,
  heads: (n) => `헤드 ${n}개`,
  clicks: (n) => `클릭 ${n}개`,
  joins: {
    vectors: {
      add: "벡터를 더함",
      sum: "벡터를 더함",
      concat: "이어 붙여 선형 변환",
      gate: "게이트를 곱해 더함",
      aggregate: "아이템이 자기 값을 받아들임",
      stacks: "두 스택의 결과를 합침",
      none: "사전 학습의 예측 대상일 뿐",
    },
    scores: {
      sum: "점수를 더함",
      concat: "이어 붙여 선형 변환",
      gate: "게이트를 곱해 더함",
    },
  },
  valuesItem: "값: 아이템만",
  valuesMixture: "값: 섞인 벡터",
  diagram: {
    output: "출력",
    attention: "어텐션",
    input: "입력",
    next: "다음 아이템",
    width: "너비",
    oneMap: "맵 하나가 모두 맡음",
    softmax: "소프트맥스",
    scoresPath: "점수: 무엇을 비교하나",
    valuesPath: "값: 무엇을 전달하나",
    reading:
      "맵은 레이어와 헤드 하나의 것이고, 한 그림의 점수 맵은 색 눈금이 같습니다. 맵 옆의 수는 초점 칸의 값입니다.",
  },
  title: "어디서 융합할까요?",
  keyLabel: "그림의 선",
  pickSource: (source) => `${source}: 경로, 수식의 항, 맵을 밝힙니다`,
  sourcesOf: (diagram) => `${diagram}의 정보원. 화살표로 밝히고, Enter로 고정하고, Esc로 풉니다.`,
  pinned: (source) => `고정됨: ${source}`,
  free: "모두 밝히기",

  empty: "아이템을 누르면 그림은 그대로 있고 숫자가 나타납니다.",
  noAttributes: "이 데이터에는 속성이 없어서 초기 융합과 후기 융합에서는 합칠 것이 없습니다.",
  coming: (name) => `${name} 모델을 불러오는 중입니다.`,
  noModel: (name) => `이 데이터로 학습한 ${name} 모델이 없습니다. 크기는 기본 설정의 것입니다.`,
  train: (name) => `${name} 학습하기`,
  failed: (name, why) => `${name} 모델이 답하지 못합니다. ${why}`,
  fusesNothing: (name) => `지금 답하는 ${name} 모델은 여기 그린 세 방식 중 어느 것도 아닙니다.`,
  letAnswer: (name) => `${name} 모델로 답하기`,
  toSide: "목록, 맵, 차이를 나란히 보기",
  toRank: "랭크로 이어 보기",
  toGradients: "화살표로 보기",

  reading: {
    decoupled:
      "{row} → {column}: {parts}, 더하면 {sum}이고, [[softmax|소프트맥스]] 한 번을 거친 어텐션 가중치는 {weight}입니다. 전달되는 것은 아이템뿐이며 클릭마다 숫자 {width}개입니다.",
    mixed:
      "{row} → {column}: 융합한 뒤 {parts}, 더하면 {sum}이고, [[softmax|소프트맥스]] 한 번을 거친 어텐션 가중치는 {weight}입니다. 전달되는 것은 아이템뿐이며 클릭마다 숫자 {width}개입니다.",
    input:
      "{row} → {column}: 비교하기 전에 정보원 {sources}개가 숫자 {width}개짜리 벡터 하나가 됩니다. 그래서 점수 {sum}, 어텐션 가중치 {weight} 모두 어느 한 정보원의 것이 아닙니다.",
    attention:
      "{row} → {column}: 정보원 {sources}개가 쿼리 하나와 키 하나를 이룹니다. 그래서 점수 {sum}, 어텐션 가중치 {weight} 모두 어느 한 정보원의 것이 아니고, 전달되는 것은 아이템의 값 그대로입니다.",
    stacks:
      "{row} → {column}: 아이템 스택의 어텐션 가중치는 {weight}, 속성 스택은 {second}입니다. 두 스택은 서로 보지 못하고, 출력에서야 숫자 {twice}개를 {width}개로 합칩니다.",
    pretraining:
      "{row} → {column}: 어텐션 가중치 {weight}, 아이템과 위치의 맵 하나입니다. 답할 때 S3-Rec은 SASRec과 같습니다. 속성은 [[pre-training|사전 학습]]에서 파라미터를 다듬었을 뿐, 지금은 읽지 않습니다.",
    one: "클릭이 하나면 자기 자신만 어텐션 가중치 1로 볼 수 있어서 어떤 정보원도 영향을 줄 수 없습니다. 하나 더 추가해 보세요.",
    none: "초점이 있는 칸이 이 모델에는 없습니다. 더 적은 클릭만 담기 때문입니다.",
  },
  comparesOne: "헤드 하나가 비교하는 숫자는 {widths}개이고, 모든 정보원이 곱 하나를 함께 씁니다.",
  comparesMany: "헤드 하나가 비교하는 숫자는 {widths}개이고, 정보원마다 하나씩 곱이 {products}개입니다.",
  icai: "이 페이지의 정의를 따릅니다. ICAI-SR은 초록만 읽을 수 있었습니다.",
  nova: "이 페이지의 정의를 따르며 앞쪽만 봅니다. NOVA는 공개된 코드가 없습니다.",
  s3rec: "흔히 후기 융합으로 묶지만, 속성은 사전 학습에서만 씁니다.",
  fdsa: "스택이 둘입니다. 하나는 아이템, 하나는 속성을 읽고, 위치는 둘 다에 들어갑니다.",
  settings: (layer, head) => `숫자: 레이어 ${layer}, ${head}, 초점 칸. 세션의 아이템을 누르면 초점이 옮겨 갑니다.`,
  head: (head) => `헤드 ${head}`,
  meanHead: "헤드 평균",

  formulas: "수식과 지금의 숫자",
  equations: {
    join: "융합",
    inner: "여기서",
    scale: "점수",
    pass: "헤드의 출력",
    output: "출력",
  },
  gradients: "학습 한 스텝이 정보원마다 전하는 것",
  gradientNotes: {
    add: "G는 메시지 하나이고, 모든 정보원이 똑같은 것을 듣습니다.",
    concat: "메시지 G 하나를 정해진 선형 변환으로 옮긴 것입니다.",
    sum: "함께 쓰는 것은 합친 점수에 걸리는 T뿐입니다. 정보원마다 자기 키와 쿼리로 T를 돌려 듣고, 아이템은 값을 통해서도 듣습니다.",
  },
  numbersNote: (width, root) =>
    `부분은 소프트맥스에 들어가는 대로, √${width} = ${root}로 나눠 적었습니다. M은 마스크입니다.`,
  caution: "[[attention|어텐션]]은 모델이 어디를 보는지 알려 줄 뿐, 왜 그렇게 정했는지는 알려 주지 않습니다.",

  fusions: "합, 이어 붙이기, 게이트: 논문과 공개 코드",
  fusionsNote: "정보원 m개가 점수표 S를 하나씩 냅니다. L은 쓰든 안 쓰든 자리의 수이고, F, W, w, b는 학습합니다.",
  paper: "논문과 슬라이드",
  code: "공개 코드",
  differs: "다른 점",
  names: { sum: "합", concat: "이어 붙이기", gate: "게이트" },
  differences: {
    sum: "없습니다.",
    concat:
      "길이 L인 행에 쓰는 변환 하나와 편향이고, 헤드가 함께 씁니다. L은 학습할 때 정해지고 빈 자리도 계산에 들어갑니다.",
    gate: "한 층이 아니라 ReLU가 있는 두 층이고, 시그모이드가 아니라 정보원에 걸친 소프트맥스입니다. 게이트는 헤드, 쿼리 행, 정보원마다 하나입니다. 점수의 크기를 바꿀 뿐, 정보원이 얼마나 중요한지 말해 주지 않습니다.",
  },
  maskNote:
    "슬라이드에는 갈래마다 마스크가 있지만, 코드는 융합한 뒤 한 번만 가립니다. 합이면 결과가 같지만, 이어 붙이기와 게이트는 나중 클릭과 빈 자리를 읽습니다. 이 페이지는 코드대로 합니다.",
  adds: "레이어마다 더해지는 것",
  addsNow: (n) => `파라미터 ${n}개`,
  gatesNow: "지금 이 행의 [[gate|게이트]]:",

  cost: "드는 비용",
  costNote: (date) => `학습 한 스텝: 준비된 모델을 만들 때(${date}) CPU에서 브라우저 없이 잰 배치 하나의 중앙값.`,
  costHere: (rounds) =>
    `답: 이 컴퓨터에서 지금 세션에 답하는 시간 ${rounds}번의 중앙값이고, 막대 위 선은 빠른 사분위에서 느린 사분위까지입니다.`,
  costEmpty: "답: 아직 재지 않았습니다.",
  measure: "여기서 재기",
  again: "다시 재기",
  stop: "멈추기",
  measuring: (done, of, name) => `${done}/${of}: ${name}`,
  measureFailed: (why) => `측정이 멈췄습니다. ${why}`,
  noModels: "이 데이터로 학습한 모델이 이 방식들에는 없습니다.",
  needsSession: "먼저 아이템을 누르세요. 그 세션에 답하는 시간을 잽니다.",
  columns: {
    system: "모델",
    way: "방식",
    parameters: "파라미터",
    step: "학습 한 스텝, ms",
    answer: "여기서 답, ms",
    least: "빠른 사분위",
    most: "느린 사분위",
  },
  costReading: (slow, times, fast) =>
    `여기서 ${slow} 모델은 ${fast} 모델보다 답하는 데 ${times}배 걸립니다. 1 ms가 안 되는 차이는 다시 재면 달라질 수 있습니다.`,

  table: {
    caption: "그림 속 텐서",
    diagram: "그림",
    tensor: "텐서",
    shape: "크기",
    number: "초점 칸",
    vector: (source) => `${source}: 벡터`,
    queries: (source) => `${source}: 헤드 하나의 쿼리, 키`,
    score: (source) => `${source}: 헤드 하나의 점수`,
    fusedScore: "헤드 하나의 합친 점수",
    weight: "헤드 하나의 어텐션 가중치",
    second: "속성 스택: 헤드 하나의 어텐션 가중치",
    values: "헤드 하나의 값",
  },
};
