import type { Dictionary } from "..";

export const nextMore: Dictionary["nextMore"] = {
  count: "개수",
  excludeSeen: "이미 클릭한 아이템 빼기",
  reveal: "실제 다음 아이템 보기",
  realNote: "테스트 세션입니다. 다음 아이템을 알고 있지만 숨겨 두었습니다.",
  revealed: (name, rank, items, percent) => `실제 다음 아이템: ${name}, ${items}개 중 ${rank}위, ${percent}.`,
  revealedPlain: (name, rank, items) => `실제 다음 아이템: ${name}, ${items}개 중 ${rank}위.`,
  revealedExcluded: (name) => `실제 다음 아이템: ${name}. 지금 설정에서는 후보에서 빠져 있습니다.`,
  attributes: "예측한 속성",
  attributesNote:
    "다음 아이템의 [[attribute|속성]] 예측, % 단위. 값마다 따로 예/아니오로 추정하므로 더해서 100 %가 되지 않아도 됩니다.",
  modelMissing: (name, why) => `${name} 모델을 받지 못했습니다. ${why}`,
  noAnswer: (why) => `이 세션에 대한 답이 없습니다. ${why}`,
  columns: {
    rank: "순위",
    item: "아이템",
    probability: "확률",
    truth: "실제 확률",
    score: "[[logit|점수]]",
    before: "이전 순위",
  },
};
