import type { Dictionary } from "..";

export const common: Dictionary["common"] = {
  table: "표",
  saveFigure: "그림 저장",
  close: "닫기",
  tryAgain: "다시 시도",
  reset: "되돌리기",
  switchedOff: "꺼진 정보원:",
  scaled: "배율을 바꾼 정보원:",
  off: "끔",
  edited: "변경됨",
  resetSources: "모든 정보원을 1로 되돌리기",
  sources: { item: "아이템", position: "위치", fused: "합친 맵" },
  attributes: {
    category: "카테고리",
    categories: "카테고리",
    department: "코너",
    type: "종류",
    brand: "브랜드",
    price: "가격대",
    "price band": "가격대",
    genre: "장르",
    class: "장르",
    release_year: "연도",
  },
  priceBand: (band, of) => `${of}단계 중 ${band}`,
  range: (least, most) => `${least}부터 ${most}까지.`,
};
