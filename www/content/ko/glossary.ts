import type { Glossary } from "../terms";

export const glossary: Glossary = {
  "sequential-recommender": {
    name: "순차 추천 모델 · sequential recommender",
    text: "지금까지의 클릭을 보고 다음에 클릭될 가능성이 높은 순서로 모든 아이템의 순위를 매기는 모델입니다.",
  },
  source: {
    name: "정보원 · source",
    text: "클릭에 대해 아는 것 한 가지입니다. 어떤 아이템인지, 세션의 몇 번째인지, 아이템의 성질 하나가 저마다 따로 점수를 매깁니다.",
  },
  "side-information": {
    name: "부가 정보 · side information",
    text: "아이템 번호 말고 클릭에 대해 아는 것, 곧 아이템의 성질과 세션 안에서의 위치입니다.",
  },
  attribute: {
    name: "속성 · attribute",
    text: "브랜드처럼 아이템이 지닌 성질입니다. 카테고리처럼 값이 여러 개일 수도 있습니다.",
  },
  position: {
    name: "위치 · position",
    text: "세션에서 클릭이 몇 번째인지를 나타냅니다. 첫 번째, 두 번째로 세어 가장 최근 클릭까지 셉니다.",
  },
  embedding: {
    name: "임베딩 · embedding",
    text: "모델이 아이템이나 속성값 하나를 기억하는 숫자 목록이며, 학습하면서 움직입니다.",
  },
  "k-core": {
    name: "k-core",
    text: "클릭이 k개보다 적은 사용자와 아이템을 뺍니다. 빼면 다른 쪽의 클릭도 줄어들므로 모두 k개 이상이 될 때까지 되풀이합니다.",
  },
  "planted-rule": {
    name: "심어 둔 규칙 · planted rule",
    text: "이 페이지가 상점의 클릭을 뽑는 알려진 규칙이며, 그래서 답을 맞추어 볼 수 있습니다. 연쇄는 이전 클릭을 브랜드로, 브랜드 충성은 코너로 찾습니다.",
  },
  attention: {
    name: "어텐션 · attention",
    text: "클릭 하나가 지금까지의 클릭에 관심을 나누는 방식입니다. 나눈 몫을 더하면 1입니다.",
  },
  "attention-weight": {
    name: "어텐션 가중치 · attention weight",
    text: "한 클릭이 다른 클릭 하나에 주는 관심의 몫입니다. 0이면 보지 않고 1이면 그것만 봅니다. 맵의 한 행을 더하면 1입니다.",
  },
  "query-key-value": {
    name: "쿼리, 키, 값 · query, key, value",
    text: "클릭마다 있는 세 벡터입니다. 쿼리로 찾고, 키로 찾아지며, 값이 전달됩니다.",
  },
  score: {
    name: "점수 · score",
    text: "한 클릭이 찾는 것에 다른 클릭이 얼마나 맞는지를 나타내며, 몫으로 바꾸기 전의 수입니다. 음수일 수도 있습니다.",
  },
  softmax: {
    name: "소프트맥스 · softmax",
    text: "한 줄의 수를 더해서 1이 되는 양수의 몫으로 바꿉니다. 수 사이의 차이만 영향을 줍니다.",
  },
  mask: {
    name: "마스크 · mask",
    text: "클릭이 보면 안 되는 것, 곧 나중 클릭과 빈 위치를 가립니다.",
  },
  "mask-token": {
    name: "[MASK]",
    text: "모델이 맞혀야 할 아이템을 대신하는 자리표입니다. 이 모델은 이런 빈칸을 채우며 배웠습니다.",
  },
  layer: {
    name: "레이어 · layer",
    text: "클릭들을 보고 거기서 얻은 것을 전달하는 과정 한 번입니다. 다음 번에는 그 결과를 이어받습니다.",
  },
  head: {
    name: "헤드 · head",
    text: "모델의 수를 나누어 가지고 동시에 보는 여러 어텐션 가운데 하나입니다.",
  },
  fused: {
    name: "합친 맵 · fused",
    text: "하나로 합친 것입니다. 모든 정보원의 맵이 맵 하나가 되고, 모델은 그 맵을 따라 봅니다.",
  },
  fusion: {
    name: "융합 방법 · fusion",
    text: "정보원들의 맵을 합치는 방법입니다. 합은 그대로 더하고, 연결은 학습한 변환으로 섞고, 게이트는 학습한 수를 먼저 곱합니다.",
  },
  gate: {
    name: "게이트 · gate",
    text: "한 행에서 정보원 하나의 점수를 더하기 전에 크기를 조절하는 학습된 수입니다. 중요도가 아닙니다.",
  },
  "early-fusion": {
    name: "초기 융합 · early fusion",
    text: "입력에서 부가 정보를 아이템에 섞습니다. 그 뒤로는 맵 하나가 모든 것을 맡습니다.",
  },
  "late-fusion": {
    name: "후기 융합 · late fusion",
    text: "아이템과 속성을 따로 쌓은 레이어로 읽다가 출력에서만 합칩니다.",
  },
  "decoupled-fusion": {
    name: "분리 융합 · decoupled fusion",
    text: "정보원마다 맵을 따로 만듭니다. 맵만 합치고, 전달하는 것은 아이템뿐입니다.",
  },
  ablation: {
    name: "소거 · ablation",
    text: "다시 학습하지 않고 일부를 꺼서 무엇이 변하는지 봅니다. 모델을 살피는 실험이지 답에서 차지하는 몫이 아닙니다.",
  },
  rank: {
    name: "표의 랭크 · rank of a table",
    text: "표에 든 서로 독립인 패턴의 수입니다. 그만큼의 행만 있으면 나머지 행을 모두 섞어 만들 수 있습니다.",
  },
  "singular-values": {
    name: "특잇값 · singular values",
    text: "표에 든 독립 패턴 하나하나의 세기로, 센 것부터 늘어놓습니다. 0이 아닌 것의 수를 셉니다.",
  },
  "effective-rank": {
    name: "유효 랭크 · effective rank",
    text: "세기가 같은 패턴 몇 개에 해당하는지를 나타냅니다. 약한 패턴은 적게 쳐서, 개수와 달리 매끄럽게 변합니다.",
  },
  "leave-one-out": {
    name: "하나씩 빼기 · leave-one-out",
    text: "클릭을 하나 빼고 모델에게 다시 묻기를 클릭마다 되풀이합니다. 뒤의 클릭이 당겨지는 영향도 들어 있습니다.",
  },
  "gradient-times-input": {
    name: "그래디언트 × 입력 · gradient × input",
    text: "모델이 읽는 한 클릭의 값을 조금 키울 때 아이템의 점수가 얼마나 빨리 변하는지입니다. 작은 변화에만 맞습니다.",
  },
  gradient: {
    name: "그래디언트 · gradient",
    text: "벡터를 조금 바꾸면 손실이 어떻게 변하는지를 나타냅니다. 학습은 그 반대쪽으로 벡터를 옮깁니다.",
  },
  cosine: {
    name: "코사인 · cosine",
    text: "두 방향이 얼마나 비슷한지를 나타냅니다. 같으면 1, 직각이면 0, 반대면 −1입니다.",
  },
  probability: {
    name: "확률 · probability",
    text: "모델이 보기에 이 아이템이 다음 클릭일 가능성입니다. 모든 아이템을 더하면 100 %입니다.",
  },
  "true-probability": {
    name: "실제 확률 · true probability",
    text: "이 아이템이 실제로 다음에 올 확률입니다. 이 페이지가 정한 규칙으로 클릭을 뽑기 때문에 알 수 있습니다.",
  },
  logit: {
    name: "아이템 점수(로짓) · logit",
    text: "확률로 바꾸기 전에 모델이 아이템에 매긴 수입니다. 클수록 가능성이 높습니다.",
  },
  parameters: {
    name: "파라미터 · parameters",
    text: "학습이 조정하는 모델 안의 수입니다. 여기서는 수만 개, 언어 모델에서는 수십억 개입니다.",
  },
  loss: {
    name: "손실 · loss",
    text: "학습이 줄이려는 값입니다. 실제로 다음에 온 것에 모델이 얼마나 놀랐는지를 재며, 0이면 전혀 놀라지 않은 것입니다.",
  },
  lambda: {
    name: "λ(람다) · lambda",
    text: "다음 아이템의 속성을 맞히는 일을 아이템을 맞히는 일에 견주어 얼마나 중요하게 볼지 정합니다. 0이면 쓰지 않습니다.",
  },
  "attribute-prediction": {
    name: "속성 예측 · attribute prediction",
    text: "다음 아이템의 속성도 맞히는 두 번째 과제입니다. 이 과제를 배우면서 속성이 무엇을 알려 주는지 배웁니다.",
  },
  "pre-training": {
    name: "사전 학습 · pre-training",
    text: "다음 아이템 예측을 배우기 전에 가린 아이템이나 그 속성을 맞히는 다른 과제로 먼저 학습하는 것입니다.",
  },
  "training-targets": {
    name: "예측 대상 · training targets",
    text: "학습하면서 어떤 아이템을 맞혀야 하는지입니다. 세션 앞부분(prefix)의 바로 다음 아이템, 한꺼번에 모든 아이템, 또는 가린 아이템입니다.",
  },
  prefix: {
    name: "앞부분 · prefix",
    text: "세션의 처음부터 어느 클릭까지입니다. 모델은 그다음 클릭을 맞히도록 배웁니다.",
  },
  epoch: {
    name: "에포크 · epoch",
    text: "학습용 클릭 전체를 한 번 훑는 것입니다.",
  },
  step: {
    name: "스텝 · step",
    text: "많아야 수백 개의 표본을 한꺼번에 보고 모델을 조금 고치는 것 한 번입니다.",
  },
  batch: {
    name: "배치 · batch",
    text: "모델을 한 번 고치기 전에 함께 보는 표본들입니다.",
  },
  "learning-rate": {
    name: "학습률 · learning rate",
    text: "모델을 한 번에 얼마나 크게 고칠지 정합니다. 너무 크면 손실이 튀고, 너무 작으면 변하지 않습니다.",
  },
  dropout: {
    name: "드롭아웃 · dropout",
    text: "학습하는 동안 모델 안의 수 일부를 무작위로 0으로 만듭니다. 몇 개에만 기대지 않게 하려는 것입니다.",
  },
  seed: {
    name: "시드 · seed",
    text: "모든 무작위 값이 나오는 출발점입니다. 같은 수는 같은 실행을 되풀이하고, 다른 수는 운이 얼마나 작용하는지 보여 줍니다.",
  },
  webgpu: {
    name: "WebGPU",
    text: "브라우저가 페이지에 그래픽 카드 계산을 허용하는 방법입니다. 없으면 이 페이지는 CPU로 계산합니다.",
  },
  "held-out": {
    name: "학습에 쓰지 않음 · held out",
    text: "모델이 답을 외울 수 없도록 학습에서 떼어 두었다는 뜻입니다.",
  },
  validation: {
    name: "검증 · validation",
    text: "세션마다 마지막에서 두 번째 클릭입니다. 시간으로 나눈 데이터에서는 끝에서 두 번째 10분의 1에 있는 마지막 클릭입니다. 학습에 쓰지 않으며, 어느 에포크가 가장 좋았는지 정하는 데 씁니다.",
  },
  test: {
    name: "테스트 · test",
    text: "세션마다 마지막 클릭입니다. 시간으로 나눈 데이터에서는 마지막 10분의 1까지 이어지는 세션만 셉니다. 학습에도 선택에도 쓰지 않고 맨 마지막에만 물어봅니다.",
  },
  "full-ranking": {
    name: "전체 순위 · full ranking",
    text: "실제 다음 아이템을 표본 몇 개가 아니라 카탈로그의 모든 아이템과 겨루게 합니다.",
  },
  "already-clicked": {
    name: "이미 클릭한 아이템 · already clicked items",
    text: "방문자가 앞서 클릭한 아이템을 다시 예측할 수 있는지입니다. 논문에서는 예측할 수 있습니다. 빼면 수치가 달라지므로 둘을 섞으면 안 됩니다.",
  },
  ndcg: {
    name: "NDCG@k",
    text: "실제 다음 아이템이 목록의 처음 k개 안에서 얼마나 위에 있는지입니다. 1위는 1, 2위는 0.63, 3위는 0.5, 없으면 0입니다. 모든 세션의 평균이며 1이면 완벽합니다.",
  },
  recall: {
    name: "Recall@k",
    text: "실제 다음 아이템이 목록의 처음 k개 안에 있는 세션의 비율입니다. 1이면 완벽합니다.",
  },
  mrr: {
    name: "MRR",
    text: "1을 실제 다음 아이템의 순위로 나눈 값입니다. 1위는 1, 2위는 0.5, 10위는 0.1입니다. 모든 세션의 평균이며 1이면 완벽합니다.",
  },
  "best-possible": {
    name: "이론상 최고 · best possible",
    text: "실제 확률로 순위를 매겼을 때의 결과입니다. 페이지가 클릭을 직접 뽑았기 때문에 알 수 있으며, 평균적으로 어떤 모델도 이보다 나을 수 없습니다.",
  },
  "item-cosine": {
    name: "아이템 코사인 · item cosine",
    text: "학습 없이 센 표입니다. 세션의 아이템을 클릭한 방문자들이 함께 클릭한 아이템을 고르며, 최근 아이템일수록 크게 칩니다.",
  },
  "windowed-markov": {
    name: "윈도 마르코프 · windowed Markov",
    text: "학습 없이 센 표입니다. 마지막 다섯 아이템 뒤로 다섯 클릭 안에 자주 온 아이템을 고르며, 가까울수록 크게 칩니다.",
  },
  "markov-floor": {
    name: "마르코프 · Markov",
    text: "학습 없이 센 표입니다. 마지막 클릭 바로 다음에 가장 자주 온 아이템을 고릅니다. 모델은 이 선을 넘어야 합니다.",
  },
  popularity: {
    name: "인기순 · popularity",
    text: "누구에게나 똑같이 가장 많이 클릭된 아이템부터 보여 줍니다. 모델이 적어도 넘어야 할 선입니다.",
  },
  "standard-error": {
    name: "표준오차 · standard error",
    text: "다른 세션을 뽑았다면 결과가 보통 얼마나 움직일지를 나타냅니다. 그보다 작은 차이로는 말할 수 있는 것이 거의 없습니다.",
  },
  interval: {
    name: "구간 · interval",
    text: "다른 세션을 뽑는 일을 100번 하면 결과가 약 95번 들어갈 범위입니다. 값에 표준오차의 두 배를 더하고 뺀 범위입니다.",
  },
};
