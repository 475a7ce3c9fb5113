import type { Dictionary } from "..";
import { particle } from "./particle";

export const data: Dictionary["data"] = {
  title: "데이터",
  lede: "규칙을 알고 있는 가상의 상점이나 내 기록을 씁니다. 모든 것이 이 기기에 머뭅니다.",
  opening: "여는 중…",
  openingLong: "데이터를 읽는 중입니다. 큰 파일은 몇 초 걸립니다.",
  sessionNote: "다른 데이터를 열면 다른 세션으로 시작하고, 학습 중인 실행은 끝납니다.",
  notReady: "엔진을 아직 불러오는 중입니다.",

  now: "지금 열린 것",
  facts: {
    users: "세션",
    items: "아이템",
    interactions: "클릭",
    mean: "평균 길이",
    attributes: "속성",
    targets: "학습 표본",
  },
  attribute: (name, values, bag) => `${name} (${values}${bag ? ", 아이템당 여러 개" : ""})`,
  noAttributes: "없음: 아이템과 위치만 배울 수 있습니다",

  splitTitle: "나누는 방법",
  split: "세션마다 마지막 클릭은 [[test|테스트]], 그 앞은 [[validation|검증]], 나머지는 모두 학습에 씁니다.",
  splitByTime: (valid, test) =>
    `${valid ?? "한 시점"} 전의 클릭은 학습에 씁니다. 세션마다 그때부터 ${test ?? "다른 시점"} 전까지의 마지막 클릭은 [[validation|검증]], 그 뒤의 마지막 클릭은 [[test|테스트]]입니다.`,
  splitSample: "이 데이터의 한 세션:",
  splitTrain: "학습",
  splitValid: "검증",
  splitTest: "테스트",
  splitEarlier: (n) => `앞에 ${n}개 더`,

  presetsTitle: "[[planted-rule|규칙을 심어 둔]] 상점",
  presetsNote:
    "10개 코너의 아이템 240개, 속성 세 가지, 클릭 5~20개짜리 세션 3,000개입니다. 정해진 과정이 만들므로 이론상 최고 성능을 알 수 있습니다.",
  presets: {
    brand_loyal: {
      text: "두 규칙이 번갈아 정합니다. 연쇄는 이전 클릭을 브랜드로 찾아 그 코너의 다음 종류를 고르고, 브랜드 충성은 코너로 찾아 그 브랜드를 고릅니다.",
    },
    department_chains: {
      text: "텐트 다음 침낭, 그다음 매트입니다. 이전 클릭에서 한 종류씩 이어집니다. 연쇄는 그 클릭을 브랜드로 찾으므로, 여기서 모델에 필요한 것은 브랜드입니다.",
    },
    side_information_useless: {
      text: "마지막 아이템이 거의 혼자 다음을 정합니다. 정해진 다음 아이템은 어떤 속성도 따르지 않고, 속성은 아이템끼리 뒤섞여 있습니다. 분리 융합이 여기서 이기면 안 됩니다.",
    },
  },
  presetOpen: "열려 있음",
  mix: "다음 클릭",

  mixTitle: "규칙을 직접 섞기",
  rules: {
    chain: {
      name: "코너별 연쇄",
      help: "이전 클릭을 브랜드로 찾음. 마지막 것과 브랜드가 같은 클릭이 먼저 떠오름. 그 코너의 다음 종류",
    },
    brand: {
      name: "브랜드 충성",
      help: "이전 클릭을 코너로 찾음. 마지막 것과 코너가 같은 클릭이 먼저 떠오름. 그 브랜드의 아이템",
    },
    price: { name: "가격대", help: "속성과 상관없이 이전 클릭을 찾음. 최근 것일수록 자주. 그 가격대의 아이템" },
    transition: { name: "정해진 다음 아이템", help: "마지막 아이템에 정해진 세 아이템 중 하나" },
    noise: { name: "잡음", help: "아무 아이템이나, 인기 있는 것을 더 자주" },
  },
  rulesZero: "적어도 한 규칙은 0보다 커야 합니다.",
  seed: "시드",
  sessions: "세션 수",
  make: "이 상점 만들기",
  presetMix: "원래 비율로",

  filesTitle: "내 파일",
  filesNote:
    "누가 무엇을 클릭했는지 적힌 로그와, 있다면 아이템 표입니다. RecBole, MovieLens, S³-Rec, Amazon 등은 공개된 그대로, 그 밖에는 CSV나 JSON이면 됩니다. 압축 파일도 읽습니다. 이 기기에 머뭅니다.",
  choose: "파일 고르기",
  dropHere: "또는 페이지 아무 곳에나 놓으세요",
  notTaken: {
    secondModel: (names) => `받지 않음: ${names}. 모델은 한 번에 하나씩 봅니다. 이 모델을 본 뒤에 다시 놓으세요.`,
    modelBeforeData: (names) =>
      `받지 않음: ${names}. 모델은 학습한 데이터에서만 쓸 수 있습니다. 데이터를 먼저 연 다음 모델을 다시 놓으세요.`,
    settings: (names) =>
      `받지 않음: ${names}. 학습 설정 파일이라면 “학습하기” 패널의 전체 설정에서 “설정 열기”로 여세요.`,
  },
  howRead: (names) => `${names}${particle(names, "을")} 어떻게 읽었는지 보기`,
  openFiles: "이 파일 열기",

  all: "모두",
  opened: (name) => `${name}${particle(name, "을")} 열었습니다.`,
  openedReady: "예시 세션과 학습된 모델이 함께 열렸습니다.",
  openedNoModel: "이 데이터로 학습한 모델이 아직 없습니다. 학습해 보세요.",
  goSession: "세션 만들기",

  kept: (users, items, clicks) => `남김: 사용자 ${users}명, 아이템 ${items}개, 클릭 ${clicks}개.`,
  of: (users, items, clicks) => `파일에서 읽은 것: 사용자 ${users}명, 아이템 ${items}개, 클릭 ${clicks}개.`,
  droppedCore: (k) => `${k}-core 규칙으로`,
  dropped: {
    dates: "기간을 골라",
    items: "아이템 수 상한으로",
    users: "사용자 수 상한으로",
    min_length: "가장 짧은 길이로",
    max_session: "가장 긴 세션으로",
  },
  droppedRow: (rule, what) => `${rule} 뺀 것: ${what}.`,
  droppedNothing: "읽은 것 가운데 뺀 것은 없습니다.",
  reading: {
    order: {
      time: "세션 안의 클릭은 시각 순서입니다.",
      file: "파일에 적힌 순서를 따르고, 먼저 적힌 것을 오래된 클릭으로 봅니다.",
      "file reversed": "파일에 적힌 순서를 따르고, 먼저 적힌 것을 최근 클릭으로 봅니다.",
    },
    leftOut: "쓰지 않는 열:",
    values: (_, text) => `값 ${text}개`,
    column: (name, values, reason) => `${name}${values === null ? "" : ` (${values})`}: ${reason}.`,
    reasons: {
      no_value: "값이 있는 아이템이 없습니다",
      same_value: "모든 아이템의 값이 같습니다",
      own_value: "값이 같은 아이템이 하나도 없어, 아이템 자체보다 더 알려 주는 것이 없습니다",
      text: "값이 아이템보다 많고 대부분 한 아이템에만 있습니다. 문장을 담은 열로 보입니다",
      number: "숫자는 속성으로 쓰지 않습니다. 형식을 token으로 바꾸면 속성이 됩니다",
      second_title: "아이템 이름은 다른 열에서 읽습니다",
      log_column: "클릭에서는 사용자, 아이템, 시각만 읽습니다",
    },
    undescribed: (file, lacking, all, clicks) =>
      `${file}에는 전체 ${all}개 가운데 ${lacking}의 설명이 없습니다(${clicks}). 이들은 속성값이 없고 id로 표시됩니다.`,
  },
  units: {
    users: (_, text) => `사용자 ${text}명`,
    items: (_, text) => `아이템 ${text}개`,
    interactions: (_, text) => `클릭 ${text}개`,
  },

  model: {
    title: "이 모델로 답할까요?",
    reading: "파일을 읽는 중입니다.",
    instead: (name) => `지금 답하는 모델: ${name}. 세션과 초점은 그대로이고, 언제든 다시 고를 수 있습니다.`,
    first: "지금 답하는 모델이 없습니다.",
    sameShop: "파일에는 상점 이름만 있고 시드와 비율은 없습니다. 시드나 비율이 다르면 이 모델의 수치는 뜻이 없습니다.",
    otherName: (trained, open) =>
      `이 모델을 학습한 데이터: ${trained}. 지금 열린 데이터: ${open}. 둘이 같은 데이터일 때만 답하게 하세요. 다른 데이터에서는 수치에 뜻이 없습니다.`,
    noName: (open) =>
      `무엇으로 학습했는지 파일에 없습니다. 지금 열린 데이터(${open})로 학습한 모델일 때만 답하게 하세요. 다른 데이터에서는 수치에 뜻이 없습니다.`,
    unreadable: (name) => `${name}${particle(name, "을")} 디스크에서 읽지 못했습니다.`,
    use: "이 모델로 답하기",
    leave: "그만두기",
  },
  run: {
    title: "이 실행을 이어서 할까요?",
    stands: "어디까지",
    place: (step, epoch, of) => `스텝 ${step}, 에포크 ${epoch}/${of}`,
    best: "지금까지 최고",
    bestAt: (metric, epoch) => `${metric}, 에포크 ${epoch}`,
    unranked: "아직 평가하지 않음",
    time: "학습 시간",
    instead: "화면의 실행을 대신하며, 그 실행은 남지 않습니다. 나중에 필요하다면 먼저 저장하세요.",
    busy: "비교 패널이 학습 중입니다. 끝나기를 기다리거나 거기서 정지하세요.",
    over: "끝난 실행입니다. 더 학습할 것이 없습니다.",
    refused: (name, why) => `${name} 파일로는 여기서 이어서 할 수 없습니다. ${why} 바뀐 것은 없습니다.`,
    goOn: "이어서 하기",
    opening: "여는 중…",
    bestAnswers: "가장 좋은 모델로 답하기",
  },

  error: {
    line: (file, line) => `${file}, ${line}번째 줄:`,
    file: (file) => `${file}:`,
    foundExpected: (found, expected) => `읽은 내용은 ${found}, 필요한 내용은 ${expected}입니다.`,
    setting: (name, found, expected) => `${name}: ${found}. 허용되는 값: ${expected}.`,
    crashed: "읽는 중에 엔진이 멈췄습니다.",
    kept: (name) => `잃은 것은 없습니다. ${name}${particle(name, "과")} 내 세션이 그대로 열려 있습니다.`,
    another: "다른 파일 고르기",
    keep: (name) => `${name}${particle(name, "으로")} 계속`,
    change: "값 바꾸기",
  },
};
