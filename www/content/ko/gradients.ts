import type { Dictionary } from "..";
import { particle } from "./particle";

export const gradients: Dictionary["gradients"] = {
  lede: "학습 한 스텝은 [[source|정보원]]마다 무엇을 말할까요? 벡터를 더한 곳에서는 모두 같은 말을 듣습니다.",
  waiting: "엔진이 준비되면 스텝을 계산합니다.",
  empty: "아이템 두 개를 누르세요. 마지막 클릭을 실제 다음 클릭으로 삼아, 그것을 맞히는 스텝을 계산합니다.",
  one: "클릭이 두 개 있어야 합니다. 하나는 읽고, 하나는 맞힙니다. 하나 더 추가하세요.",
  noModel: "이 데이터로 학습한 모델이 아직 없습니다. 모델을 학습하면 그 스텝이 여기에 나타납니다.",
  goTrain: "모델 학습하기",
  noBeside: "이 데이터에 맞는 두 번째 모델이 없어 나란히 둘 것이 없습니다. 하나 더 학습하세요.",
  noAttention: (name) =>
    `${name}에는 어텐션이 없습니다. 정보원으로 지난 클릭을 보지 않으므로 스텝을 여기에 보여 주지 않습니다.`,
  failed: (name, why) => `${name}에서는 그래디언트를 얻지 못했습니다. ${why}`,
  batchFailed: (name, why) => `${name}에서는 여러 클릭을 재지 못했습니다. ${why}`,
  computing: (name) => `${name}의 스텝을 계산하는 중입니다.`,

  last: (clicks) => `실제 다음 클릭으로 삼은 것: 마지막 클릭 {target}. 모델은 그 앞의 클릭 ${clicks}개를 읽습니다.`,
  quiz: (clicks) =>
    `이 테스트 세션의 실제 다음 클릭, 이미 공개됨: {target}. 모델은 그 앞의 클릭 ${clicks}개를 읽습니다.`,
  newest: (clicks) => `모델에는 최근 ${clicks}개까지 들어갑니다.`,
  ground:
    "세션 하나로, [[dropout|드롭아웃]] 없이 계산합니다. 스텝은 사본에서 해 보는 것이라 답하는 모델은 그대로입니다.",

  wide: "속성을 아이템과 같은 너비로",
  wideLabel: "속성 너비 = 아이템 너비",
  beside: "나란히 둘 모델",
  play: "천천히 보기",
  pause: "일시정지",
  moment: "스텝의 네 부분",
  moments: { forward: "순전파", loss: "손실", backward: "역전파", update: "갱신" },
  happens: {
    forward: "순전파: 모델이 클릭을 읽고 모든 아이템에 확률을 줍니다. 아래는 실제 다음 클릭이 받은 확률입니다.",
    loss: "[[loss|손실]]: 모델이 얼마나 놀랐는지, 곧 그 확률의 −ln입니다. 속성 맞히기의 손실도 [[lambda|λ]]를 곱해 더합니다.",
    backward:
      "역전파: 연쇄 법칙이 같은 길을 거슬러, 찾아본 벡터 하나하나까지 내려갑니다. 그래디언트는 손실이 커지는 쪽을 가리킵니다.",
    update:
      "갱신: Adam으로 그래디언트의 반대쪽으로 한 스텝 갑니다. 같은 세션에 다시 답한 것이라 모델의 성능을 말해 주지는 않습니다.",
  },
  stepTable: "모델별로 본 스텝의 수치",
  system: "모델",
  rank: (rank) => `${rank}위`,
  rankTo: (from, to) => `${from}위 → ${to}위`,
  ofLoss: (item) => `다음 아이템 ${item}`,
  plus: (part) => `+ ${part}`,
  lambda: (lambda, name, value) => `${lambda} × ${name} ${value}`,
  lossTo: (from, to) => `손실 ${from} → ${to}`,
  rate: (rate) => `학습률 ${rate}`,

  against: "아이템과 비교",
  arrowsTitle: "정보원마다 듣는 말, 클릭별로",
  meanCosine: (source) => `평균 코사인, 아이템과 ${source}`,
  noCosine: (item, other) => `코사인 없음: 숫자 ${item}개와 ${other}개`,
  noSuch: (source) => `이 모델에는 ${source} 정보원이 없습니다`,
  nothing: (source) => `${source}의 그래디언트가 0입니다`,
  longest: (norm) => `가장 긴 화살표 ${norm}`,
  bars: (sources, width, item) =>
    `막대: ${sources}의 벡터는 숫자 ${width}개, 아이템은 ${item}개입니다. 길이만 있고 아이템과 이루는 각은 없습니다.`,
  barsOne: (sources, width, item) =>
    `막대: ${sources}의 벡터는 숫자 ${width}개, 아이템은 ${item}개입니다. 길이만 있고 아이템과 이루는 각은 없습니다.`,
  longestBar: (norm) => `가장 긴 막대 ${norm}.`,
  reading:
    "위로 선 선: 아이템의 그래디언트. 다른 선은 모든 차원에서 잰 실제 각만큼 기울어 있습니다. 왼쪽인지 오른쪽인지는 뜻이 없고, 다른 둘 사이의 각은 그리지 않습니다. 굵은 부분은 길이이고, 그 줄에서 가장 긴 것이 고리에 닿습니다. 한 선 끝에 나란히 있는 표시들: 같은 수치입니다.",
  arrowTitle: (click, parts) => `${click}: ${parts}`,
  arrowPart: (source, norm, cosine) => (cosine === "" ? `${source} ${norm}` : `${source} ${norm}, 코사인 ${cosine}`),

  says: {
    same: "모든 정보원이 마지막 자리까지 같은 수치를 받습니다.",
    sameBut: (difference) => `모든 정보원이 같은 수치를 받습니다. 차이는 가장 큰 수치의 ${difference} 이하입니다.`,
    side: "속성과 위치는 마지막 자리까지 같은 수치를 받고, 아이템은 다른 수치를 받습니다.",
    sideBut: (difference) =>
      `속성과 위치는 같은 수치를 받고, 아이템은 다른 수치를 받습니다. 차이는 가장 큰 수치의 ${difference} 이하입니다.`,
    silent: "속성과 위치에는 아무것도 오지 않습니다.",
    partly: (sources) => `아무것도 오지 않는 정보원: ${sources}.`,
    range: (least, most) => `아이템과의 코사인은 ${least}에서 ${most}까지입니다.`,
    noAngle: (sources) => `벡터가 더 짧아 아이템과 각을 이룰 수 없는 정보원: ${sources}.`,
    linear: (residual, clicks) =>
      `그래도 클릭 ${clicks}개에서 고정된 선형 변환 하나가 아이템의 그래디언트를 다른 정보원의 것으로 바꾸며, 남는 것은 ${residual}입니다. 같은 말을 변환해 옮긴 것일 뿐, 새로운 말은 아닙니다.`,
    own: (least, most, clicks) =>
      `클릭 ${clicks}개에서 가장 좋은 선형 변환도 ${least}에서 ${most}까지 남깁니다. 아이템이 듣는 말을 옮긴 것이 아닙니다.`,
    ownOne: (residual, clicks) =>
      `클릭 ${clicks}개에서 가장 좋은 선형 변환도 ${residual}${particle(residual, "을")} 남깁니다. 아이템이 듣는 말을 옮긴 것이 아닙니다.`,
    frozen: (sources) =>
      `공개 코드처럼 고정된 표: ${sources}. 그래디언트를 보여 주기는 하지만 표는 바뀌지 않고, 그 뒤의 변환이 배웁니다.`,
  },
  oneKey:
    "모델이 읽는 클릭이 하나라서, 키가 하나뿐인 소프트맥스는 점수가 얼마든 1입니다. 점수만 만드는 정보원은 여기서 배울 것이 없습니다.",
  oneItem:
    "모델이 같은 아이템만 거듭 읽으므로, 어느 것을 보든 같은 값이 옵니다. 점수만 만드는 정보원은 여기서 배울 것이 없습니다.",
  why: {
    add: "입력이 합이고, 합을 그 한 부분으로 미분하면 1입니다. 클릭마다, 위의 모델이 아무리 깊어도 그렇습니다.",
    concat:
      "벡터를 이어 붙이고 선형 변환 하나로 벡터 하나를 만듭니다. 정보원마다 그 벡터의 그래디언트를 변환의 자기 몫을 거쳐 듣습니다.",
    "nova-sum":
      "쿼리와 키를 합으로 만들므로 더해진 것들은 같은 말을 듣습니다. 아이템은 값으로도, 어텐션 옆길로도 지나가므로 그만큼 더 받습니다.",
    "nova-concat":
      "모든 정보원을 변환 하나로 모아 쿼리와 키를 만듭니다. 아이템은 값으로도, 어텐션 옆길로도 지나갑니다.",
    "nova-gate":
      "정보원마다 게이트를 곱해 들어가는데, 그 게이트가 벡터 자신을 읽습니다. 그래디언트가 두 길로 오므로 한 벡터의 비율만 다른 복사본도 아닙니다.",
    "add-two": "아이템과 위치를 더하는데, 합을 그 한 부분으로 미분하면 1입니다. 속성은 이 모델의 입력이 아닙니다.",
    icai: "여기의 아이템 벡터에는 속성이 이미 섞여 있고 거기에 위치를 더하므로, 둘은 같은 말을 듣습니다. 섞이기 전의 속성이 듣는 말은 보여 주지 않습니다.",
    late: "아이템과 속성을 따로 읽고 출력에서 만나므로, 정보원마다 자기 쪽으로 돌아오는 말을 듣습니다.",
    dif: "점수만 합치므로, 점수 표의 그래디언트 T라는 힘 하나를 모든 정보원이 나누어 받습니다. 저마다 자기 쿼리, 키, 변환으로 방향을 바꿉니다. 아이템의 그래디언트는 값으로도 옵니다.",
  },
  formula: {
    add: "∂L/∂아이템 = ∂L/∂속성 = ∂L/∂위치 = g",
    "add-two": "∂L/∂아이템 = ∂L/∂위치 = g",
    concat: "∂L/∂x_s = g W_s^T",
    dif: "∂L/∂x_s = ( T K_s W_{Q,s}^T + T^T Q_s W_{K,s}^T ) / √d_h",
  },

  clauses: {
    same: (name) => `${name}에서는 모든 정보원이 같은 수치를 듣습니다`,
    side: (name) => `${name}에서는 속성과 위치가 같은 수치를, 아이템은 다른 수치를 듣습니다`,
    silent: (name) => `${name}에서는 속성과 위치가 아무것도 듣지 못합니다`,
    cosine: (name, source, cosine) => `${name}에서는 아이템과 ${source}의 평균 코사인이 ${cosine}입니다`,
    noAngle: (name, source) => `${name}에서는 아이템과 ${source} 사이에 각이 없습니다`,
    left: (source, width, item, residual) =>
      ` (아이템의 수치 ${item}개를 ${source}의 ${width}개로 옮기는 가장 좋은 선형 변환의 잔차 ${residual})`,
  },

  cautionWord: "주의.",
  caution:
    "코사인이 낮다는 것만으로는 아무것도 증명되지 않습니다. 한 벡터를 고정된 두 변환으로 옮긴 것도 어떤 코사인이든 가질 수 있습니다.",
  cautionNot:
    "어느 쪽이 더 낫다는 뜻도 아닙니다. 그것은 학습에 쓰지 않은 세션으로 볼 일입니다. 분리 융합도 독립은 아닙니다. 모든 정보원이 점수 하나를 당깁니다.",

  linearTitle: "복사본, 변환한 말, 아니면 자기만의 말?",
  linearLede:
    "여러 클릭의 그래디언트에서 아이템의 것을 다른 정보원의 것으로 바꾸는 선형 변환 하나를 찾습니다. 남는 것이 그 정보원이 아이템 너머로 듣는 말입니다.",
  measure: (sessions) => `테스트 세션 ${sessions}개로 재기`,
  measuring: (sessions, name) => `테스트 세션 ${sessions}개를 재는 중입니다: ${name}.`,
  stop: "정지",
  clicks: (clicks, sessions) => `테스트 세션 ${sessions}개의 클릭 ${clicks}개`,
  cosineHead: "아이템과의 코사인: 최소, 평균, 최대",
  residualHead: "가장 좋은 선형 변환의 잔차",
  to: (least, most) => `${least}에서 ${most}까지`,
  linearReading:
    "0: 코사인이 어떻든, 아이템이 듣는 말을 고정된 변환으로 옮긴 것을 듣습니다. 1: 아이템의 그래디언트로는 전혀 알 수 없습니다.",

  columns: {
    click: "클릭",
    source: "정보원",
    numbers: "숫자 개수",
    norm: "길이",
    cosine: "아이템과의 코사인",
    cosineToPosition: "위치와의 코사인",
    least: "최소 코사인",
    mean: "평균",
    most: "최대",
    residual: "잔차",
  },
};
