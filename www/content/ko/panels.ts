import type { Core } from "..";

/** What panels are called: in the bar and over the panel, and in the tabs of narrow screens. */
export const panels: Core["panels"] = {
  label: "패널",
  more: "더 보기",
  moreHere: (panel) => `${panel}, 다른 패널 더 보기`,
  waiting: "패널을 불러오는 중입니다.",
  failed: "페이지의 이 부분을 불러오지 못했습니다.",
  alone: "이 패널만 보기",
  together: "모두 다시 보기",
  groups: { session: "세션", understand: "이해하기", train: "학습", read: "읽기" },
  names: {
    session: { name: "내 세션", short: "세션" },
    next: { name: "다음은 무엇일까요?", short: "예측" },
    why: { name: "왜?", short: "왜?" },
    cause: { name: "어느 클릭 때문일까요?", short: "클릭" },
    truth: { name: "설명은 사실일까요?", short: "사실?" },
    fused: { name: "어디서 융합할까요?", short: "융합" },
    rank: { name: "랭크", short: "랭크" },
    gradients: { name: "그래디언트", short: "그래디언트" },
    map: { name: "아이템 지도", short: "지도" },
    train: { name: "학습하기", short: "학습" },
    compare: { name: "비교", short: "비교" },
    side: { name: "나란히 보기", short: "나란히" },
    exercises: { name: "연습 문제", short: "연습" },
    paper: { name: "논문과 한계", short: "논문" },
  },
};
