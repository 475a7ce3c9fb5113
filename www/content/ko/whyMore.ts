import type { Dictionary } from "..";

export const whyMore: Dictionary["whyMore"] = {
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
  one: "아이템이 하나뿐이면 자기 자신만 볼 수 있어 어텐션 가중치가 1입니다. 하나 더 추가하면 정보원마다 할 말이 생깁니다.",
  meanNote: "헤드 평균: 헤드마다 소프트맥스를 먼저 하고 그다음 평균을 냅니다.",
  maskNote:
    "[[mask-token|[MASK]]]는 다음에 올 아이템을 위해 모델이 덧붙인 위치입니다. 목록은 마지막인 이 행에서 읽습니다.",
  mapLabel: (name) => `${name}: 점수. 화살표로 모든 맵의 초점을 옮기고, Enter로 고정하고, Esc로 풉니다.`,
  fusedLabel: (after) =>
    `합친 맵, ${after ? "소프트맥스 후 어텐션 가중치" : "소프트맥스 전 점수"}. 화살표로 모든 맵의 초점을 옮기고, Enter로 고정하고, Esc로 풉니다.`,
  cellLabel: (looks, at, value) => `${looks} → ${at}: ${value}`,
  padNote: (free, of) =>
    `흐린 칸: 이 모델이 읽는 ${of}개 위치 가운데 비어 있는 ${free}개. 이 융합은 행 전체를 읽으므로 빈 위치도 위의 모든 점수에 들어갑니다.`,

  linesOf: "선",
  looks: "보는 아이템",
  lookedAt: "참조되는 아이템",
  linesLabel: (name) =>
    `${name}: 보는 클릭에서 참조되는 클릭으로 이은 선. 위아래 화살표로 옮기고, 좌우 화살표로 쪽을 바꿉니다. Enter로 고정하고, 한 번 더 누르면 이 클릭만 보이고, 다시 누르거나 Esc를 누르면 풀립니다.`,
  linesHow:
    "왼쪽: 보는 클릭, 오른쪽: 참조되는 클릭. 굵고 진할수록 많이 봅니다. 클릭을 누르면 고정되고, 다시 누르면 그것만 보입니다.",
  linesHowSigned:
    "왼쪽: 보는 클릭, 오른쪽: 참조되는 클릭. 굵고 진할수록 0에서 멀고, 점선은 0보다 작습니다. 클릭을 누르면 고정되고, 다시 누르면 그것만 보입니다.",
  linesNewest: (drawn, all) => `위치 ${all}개 가운데 최근 ${drawn}개를 그렸습니다.`,
  alone: "이것만",
  linesWeight: (looks, value, at, others, rest) =>
    others === 0
      ? `${looks}: 자기 자신만 볼 수 있어 어텐션 가중치가 1입니다.`
      : `${looks} → ${at}: 어텐션 가중치 ${value}. 나머지 클릭 ${others}개가 ${rest}만큼 받습니다.`,
  linesScore: (source, looks, high, most, low, least) =>
    `${looks} 행의 ${source} 점수: 가장 높은 것은 ${high}(${most}), 가장 낮은 것은 ${low}(${least})입니다.`,
  itself: "자기 자신",

  allLabel: "모든 레이어와 헤드와 정보원. 화살표로 옮기고, Enter를 누르면 그 레이어와 헤드를 큰 맵으로 엽니다.",
  allCell: (layer, head, name, low, high) => `레이어 ${layer}, 헤드 ${head}, ${name}: ${low}부터 ${high}까지`,
  allHow: "행은 헤드, 열은 정보원이고, 열마다 모든 헤드의 색 눈금이 같습니다. 맵을 누르면 그 레이어와 헤드를 엽니다.",
  allHowShared: "행은 헤드, 열은 정보원이고, 모든 정보원의 색 눈금이 같습니다. 맵을 누르면 그 레이어와 헤드를 엽니다.",
  allLayer: (layer) => `레이어 ${layer}`,
  allHead: (head) => `헤드 ${head}`,
  allOpened: (layer, head) => `레이어 ${layer}, 헤드 ${head}: 큰 맵`,
  allReading: (looks, sharp, most, at, flat, least) =>
    `${looks} 행이 가장 뾰족한 곳은 ${sharp}: 어텐션 가중치 ${most}만큼 ${at} 쪽을 봅니다. 가장 고른 곳은 ${flat}: 한 클릭에 많아야 ${least}입니다.`,
  allAlike: (looks, most) =>
    `더 뾰족한 헤드가 없습니다. ${looks} 행에서 가장 큰 어텐션 가중치는 헤드마다 똑같이 ${most}입니다.`,
  allOne: (looks, only, most, at) =>
    `어텐션은 ${only} 하나뿐입니다. ${looks} 행은 어텐션 가중치 ${most}만큼 ${at} 쪽을 봅니다.`,
  allPlace: (layer, head) => `레이어 ${layer}, 헤드 ${head}`,
  allTable: "레이어와 헤드마다 정보원별 점수의 범위와 마지막 행의 가장 큰 어텐션 가중치",
  columnPlace: "위치",
  columnLow: (name) => `${name}, 최소`,
  columnHigh: (name) => `${name}, 최대`,
  columnMost: "가장 큰 어텐션 가중치",
  titleFused: "합친 맵",
  titleLines: (name) => `어텐션 선: ${name}`,
  titleAll: "모든 레이어, 헤드, 정보원",
};
