import type { Dictionary } from "..";
import { particle } from "./particle";

const topic = (name: string) => `${name}${particle(name, "은")}`;
const object = (rank: string) => `${rank}${particle(rank, "을")}`;

export const rank: Dictionary["rank"] = {
  lede: "[[head|헤드]] 하나의 [[score|점수]] 맵에 [[rank|서로 독립인 패턴]]이 몇 개나 들어갈까요? 정보원을 먼저 섞으면 헤드의 너비를 넘지 못합니다.",

  model: "모델",
  trained: "학습한 모델",
  random: "무작위",
  clicks: "클릭",
  from: {
    own: (n) => `내 세션 (${n})`,
    long: "긴 테스트 세션",
    longOf: (n) => `긴 테스트 세션 (${n})`,
    different: (n) => (n === "1" ? "클릭 1개" : `서로 다른 클릭 ${n}개`),
  },
  first: "세는 모델",
  second: "비교 모델",
  onScreen: (name) => `${name}, 화면의 모델`,
  nothing: "없음",
  layer: "[[layer|레이어]]",
  head: "[[head|헤드]]",
  early: "초기 융합",
  decoupled: "분리 융합",
  earlyShort: "초기",
  decoupledShort: "분리",
  effective: (value) => `[[effective-rank|유효 랭크]] ${value}`,
  of: (n) => `${n} 중`,

  title: "헤드 하나의 점수 맵, [[singular-values|특잇값]]",
  sub: "마스크와 소프트맥스 전, 각 맵의 가장 큰 값에 대한 비율",
  spectrumLabel: (said) => `로그 눈금의 특잇값, 큰 순서. ${said}`,
  ratio: "σ / σ₁",
  noise: "반올림 잡음, 세지 않음",
  noiseShort: "잡음",
  axis: "특잇값, 큰 순서",
  bothFull: "둘 다 클릭 수만큼 가득",
  bothFullPlaces: "둘 다 위치 수만큼 가득",
  stops: (rank) => `${rank}에서 멈춤`,
  stopsWidth: (rank) => `헤드 너비 ${rank}에서 멈춤`,
  fills: (slots) => `${slots}만큼 가득`,
  slots: { clicks: (n) => `클릭 ${n}개`, places: (n) => `위치 ${n}개` },
  eachSource: "정보원별로도 보기",
  place: "순서",

  adds: {
    title: "정보원마다 더하는 것",
    source: "정보원",
    width: "곱의 너비",
    own: "단독",
    adds: "더함",
    all: "모든 정보원",
    one: "모두를 위한 곱 하나",
    used: (used, width) => `${width} 중 ${used} 사용`,
    full: (slots) => `${slots}로 이미 가득`,
    values: (different) => `여기서는 값이 ${different}개뿐`,
    items: (different) => `서로 다른 아이템이 ${different}개뿐`,
    withMask: "([MASK] 포함)",
    shared: (lost) => `${lost}개는 위와 겹침`,
    gate: (lost) => `${lost}개는 겹치거나 게이트에 막힘`,
    hidden: "게이트가 어떤 정보원을 아주 약하게 만들어 다른 정보원에 가립니다. 그래서 하나씩 더하며 셀 수 없습니다.",
    firstHead: "헤드 1에서 정보원을 하나씩 더하며 셌습니다.",
    ofSlots: (slots) => `${slots} 중`,
    bound: "최대",
    exact: (generic) => `거의 모든 파라미터에서 정확한 값: ${generic}.`,
    numbers: "상한과 센 값 모두 보기",
    columns: {
      table: "맵",
      width: "너비",
      different: "서로 다른 입력",
      bound: "최대",
      generic: "정확한 값",
      rank: "센 값",
      effective: "유효 랭크",
    },
    numbersNote:
      "최대: 클릭 수, 너비, 서로 다른 입력 수 가운데 가장 작은 값이고, 합친 맵에서는 이를 더한 값입니다. 정확한 값: 거의 모든 파라미터에서 나오는 랭크. 센 값: 가장 큰 값의 16 n 2⁻⁵²배보다 큰 특잇값의 수. 유효 랭크: 특잇값 비율의 엔트로피를 지수로 올린 값.",
  },

  reading: {
    both: (slots) => `둘 다 ${slots}만큼 가득 찼습니다. ${slots}의 맵에는 패턴이 그보다 많이 들어갈 수 없습니다.`,
    bothWhy: (width) => `클릭이 헤드의 너비(여기서는 ${width})보다 많을 때만 한계가 걸립니다.`,
    full: (name, slots) => `${topic(name)} ${slots}만큼 가득 찹니다.`,
    width: (name, rank) => `${topic(name)} 헤드의 너비인 ${rank}에서 멈춥니다.`,
    widths: (name, rank, sum) => `${topic(name)} 곱들의 너비를 더한 ${rank}까지 갑니다: ${sum}.`,
    bias: (name, rank, sum) =>
      `${topic(name)} 곱들의 너비에 연결(concat)의 편향 1을 더한 ${rank}까지 갑니다: ${sum} + 1.`,
    values: (name, rank, source, different) =>
      `${topic(name)} ${rank}까지 갑니다. 이 세션에는 ${source} 값이 ${different}개뿐이라 최대 ${different}만 더합니다.`,
    valuesOfSeveral: (name, rank, list) =>
      `${topic(name)} ${rank}까지 갑니다. 이 세션에 값이 너무 적기 때문입니다: ${list}.`,
    valuesOf: (source, different) => `${source} ${different}개`,
    withMask: "[MASK]도 그 가운데 하나로 셉니다.",
    common: "그런 정보원끼리 겹치는 패턴은 한 번만 셉니다.",
    items: (name, rank, different) =>
      `${topic(name)} ${rank}까지 갑니다. 서로 다른 아이템이 ${different}개뿐이라 아이템과 속성을 합쳐도 최대 ${different}만 더합니다.`,
    shared: (name, rank, bound) =>
      `${topic(name)} 최대 ${bound} 가운데 ${rank}까지 갑니다. 정보원끼리 겹치는 패턴은 한 번만 셉니다.`,
    gate: (name, rank, bound) =>
      `${topic(name)} 최대 ${bound} 가운데 ${rank}까지 갑니다. 행마다 게이트가 0에 가까운 정보원이 있는데, 그렇게 약한 것은 더해지지 않습니다.`,
    noise: (name, rank, generic) =>
      `${topic(name)} ${object(rank)} 세지만 정확한 값은 ${generic}입니다. 가장 약한 패턴이 반올림에 묻혔습니다.`,
  },
  caution:
    "랭크가 높다는 것은 패턴이 들어갈 자리가 넓다는 뜻입니다. 그 자리가 추천을 더 좋게 만든다는 것은 여기서 보이지 않았습니다. 아직 조정하지 않은 첫 실험에서는 한계가 전혀 없을 때도 분리 융합이 앞섰고, 헤드 너비가 2이면 분리 융합이 가장 많이 떨어졌습니다.",
  position:
    "저자들의 코드처럼 위치에도 자기 곱이 있습니다. 논문의 식에는 빠져 있습니다. 값에는 아이템만 들어 있어서, 속성은 어디를 볼지만 정하고 무엇이 전달될지는 정하지 않습니다.",

  sliders: {
    title: "무작위 모델",
    clicks: "세션 길이",
    width: "헤드의 너비",
    attribute: "속성 헤드의 너비",
    heads: "헤드 수",
    said: (width) => `헤드 너비 ${width}`,
    saidAttribute: (width) => `속성 헤드 너비 ${width}`,
    size: (heads, width, size) =>
      `모델의 너비: ${heads} × ${width} = ${size}. 헤드가 늘면 모델이 넓어질 뿐, 헤드 하나의 랭크는 그대로입니다.`,
    draw: "파라미터 다시 뽑기",
    drawNote: "값은 달라져도 랭크는 같습니다.",
    reset: "초기화",
    counts:
      "이 클릭들에서 서로 다른 아이템과 값이 몇 개인지만 가져옵니다. 무엇이 무엇과 함께 나오는지는 따르지 않습니다.",
  },

  showLong: "긴 테스트 세션으로 보기",
  showOwn: "내 세션으로 돌아가기",
  longSearching: "긴 테스트 세션을 찾는 중입니다.",
  narrow: "헤드가 좁은 모델로 보기",
  narrowName: (name) => `헤드가 좁은 ${name}`,
  narrowShort: (name) => `좁은 ${name}`,
  narrowShow: "헤드가 좁은 모델에서는 보입니다.",
  randomShow: "무작위 파라미터로는 바로 보입니다.",
  wide: "화면의 모델로 돌아가기",
  hardly: (width, n) =>
    `이 모델들에서는 병목이 거의 보이지 않습니다. 클릭 ${n}개에 헤드 너비가 ${width}이기 때문입니다.`,
  showRandom: "무작위 파라미터로 보기",
  noSession: "아이템을 누르면 내 세션의 맵을 여기서 셉니다. 이미 있는 세션으로 볼 수도 있습니다.",
  masked: (name, clicks, n) =>
    `${name} 모델은 클릭 ${clicks}개를 읽고, 다음 아이템이 들어갈 위치 [MASK]를 하나 더 둡니다. 그래서 맵의 행이 ${n}개입니다.`,
  one: "클릭이 하나면 맵에 숫자도 하나뿐이라 어떤 모델이든 랭크는 1입니다. 더 클릭하거나 긴 테스트 세션으로 보세요.",
  noModel: "이 데이터로 학습한 모델이 아직 없습니다. 무작위 파라미터는 학습 없이도 볼 수 있습니다.",
  noAttention: (name) => `${name}에는 어텐션이 없어서 셀 점수 맵이 없습니다.`,
  modelMissing: (name, why) => `${name} 모델을 받지 못했습니다: ${why}`,
  waiting: "엔진이 세는 중입니다.",
  failed: (why) => `랭크를 세지 못했습니다: ${why}`,
  besideFailed: (name, why) => `${name} 모델은 세지 못했습니다: ${why}`,

  cost: {
    title: "좁은 헤드의 대가",
    caption: "테스트 데이터의 NDCG@10",
    system: "시스템",
    usual: "보통 헤드",
    narrow: (heads, width) => `너비 ${width}인 헤드 ${heads}개`,
    verdict: "보통과 견주면",
    standing: { above: "높음", below: "낮음", same: "구별할 수 없음" },
    error: (value, error) => `${value} ± ${error}`,
    below: (list) => `${list}${particle(list, "은")} 헤드가 좁으면 NDCG@10이 낮습니다.`,
    above: (list) => `${list}${particle(list, "은")} 헤드가 좁으면 NDCG@10이 높습니다.`,
    same: (list, some) =>
      some
        ? `${list}${particle(list, "은")} 둘을 구별할 수 없습니다.`
        : `${list}${particle(list, "은")} 헤드가 좁을 때와 보통일 때의 NDCG@10을 구별할 수 없습니다.`,
    lead: (first, second, usual, narrow) =>
      `${topic(first)} ${second}보다 보통 헤드에서 ${usual}, 좁은 헤드에서 ${narrow}만큼 앞섭니다.`,
    leadSame:
      "두 차이는 구별할 수 없습니다. 헤드가 좁으면 랭크 차이가 훨씬 크지만, 그만큼 더 앞선다는 것은 보이지 않았습니다.",
    leadAbove: "좁은 헤드에서 더 크게 앞서지만, 실행 한 쌍만으로 랭크 때문이라고 할 수는 없습니다.",
    leadBelow: "좁은 헤드에서는 랭크 차이가 더 큰데도 앞서는 폭은 오히려 작습니다.",
    note: (sessions, epochs, errors) =>
      `이미 클릭한 것까지 모든 아이템 가운데서 순위를 매겼고, ±는 테스트 세션 ${sessions}개에 대한 표준오차 하나입니다. 헤드 말고는 설정, 파라미터 수, 시드가 같고 헤드에 맞춰 조정하지 않았습니다. 최대 ${epochs} 에포크입니다. “구별할 수 없음”은 오차의 ${errors}배씩 양쪽으로 잡은 구간이 겹친다는 뜻입니다. 다른 시드가 바꿀 차이는 들어 있지 않습니다.`,
  },

  after: {
    summary: "소프트맥스 뒤에서는요?",
    text: "거기서는 아무 차이도 보이지 않습니다. 마스크와 소프트맥스를 지난 맵은 대각선 위가 비고 대각선이 모두 양수인 하삼각 행렬입니다. 이런 행렬은 이론상 어느 모델에서나 랭크가 가득 찹니다. 그래서 점수를 그 앞에서 셉니다.",
    counted: (list, n) => `소프트맥스 뒤에서 센 값: ${list} (${n} 중).`,
    sharp: "더 적게 세어진 곳에서는 어텐션 가중치가 너무 작아 반올림에 묻힌 것입니다.",
    one: (name, rank) => `${name} ${rank}`,
    title: "마스크와 소프트맥스 뒤의 특잇값",
  },

  paper: {
    title: "논문의 그림",
    stamp: "논문 수치",
    paper: "SASRecF와 NOVA 32, DIF-SR 48",
    ours: (list, slots) => `${list} (${slots} 중)`,
    oursLabel: "여기서 센 값",
    text: "알려진 것: 32는 256 / 8, 곧 헤드 하나의 너비입니다. 빈 위치까지 포함해 가리지 않은 50 × 50 점수 전체를 쟀다는 뜻입니다. 48은 레이어 넷의 평균(첫 레이어 약 40, 나머지 약 50)과 맞지만, 스크립트가 공개되지 않아 추측입니다. 논문 결과표의 실행은 클릭 7개나 10개를 너비 64와 128인 헤드로 읽었으므로, 한계에 걸린 것이 없었습니다.",
  },

  training: {
    title: "모델이 배우는 동안",
    text: "모델을 학습하고 돌아오면, 위에서 세는 클릭에 대해 유효 랭크가 학습하는 동안 어떻게 변하는지 여기에 그립니다.",
    go: "모델 학습하기",
    rank: "유효 랭크",
    loss: "학습 손실",
    sub: (layer, head, n) => `레이어 ${layer}, 헤드 ${head}, 클릭 ${n}개`,
    lossSub: "합계, 앞 점 이후의 평균",
    epoch: "에포크",
    counting: (done, all) => `모델 ${all}개 중 ${done}개를 셌습니다.`,
    run: (number) => `실행 ${number}`,
    named: (name, number) => `${name}, 실행 ${number}`,
    reading: (name, from, to) =>
      from === to
        ? `${name}: 학습하는 동안 유효 랭크가 ${to}에 머뭅니다.`
        : `${name}: 학습하는 동안 유효 랭크가 ${from}에서 ${to}${particle(to, "으로")} 변합니다.`,
    chart: (name) => `에포크별 ${name}. 화살표로 읽는 위치를 옮깁니다.`,
    trainedOnly: "위에서 학습한 모델을 고르면 실행을 셉니다.",
  },
};
