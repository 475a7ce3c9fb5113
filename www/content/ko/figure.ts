import type { Dictionary } from "..";

export const figure: Dictionary["figure"] = {
  facts: {
    data: "데이터",
    model: "모델",
    models: "모델",
    layer: "레이어",
    head: "헤드",
    focus: "숫자",
    seed: "시드",
    seeds: "시드",
    session: "세션",
  },
  said: {
    layer: (layer) => `레이어 ${layer}`,
    head: (head) => `헤드 ${head}`,
    meanHead: "헤드 평균",
    looks: (item, at) => `${item} → ${at}`,
    focus: (looks) => `숫자: ${looks}`,
    seed: (seed) => `시드 ${seed}`,
    seeds: (list) => `시드 ${list}`,
    session: (clicks) => `클릭 ${clicks}개의 세션`,
  },
  titles: {
    maps: "정보원별 어텐션",
    row: (item) => `${item}: 참조되는 아이템`,
    rowScores: "정보원별 점수, 합, 소프트맥스 후 어텐션 가중치",
  },
};
