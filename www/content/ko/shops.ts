import type { Core } from "..";

/** What the header says of the data that is open. */
export const shops: Core["shops"] = {
  button: "데이터",
  buttonTitle: "데이터 고르기, 가져오기",
  dropNow: "여기에 놓으면 파일을 읽습니다. 이 기기에 머뭅니다.",
  shop: (preset) => `상점: ${preset}`,
  shopOwnMix: (preset) => `상점: ${preset}, 직접 섞음`,
  names: {
    brand_loyal: "브랜드 충성",
    department_chains: "코너별 연쇄",
    side_information_useless: "쓸모없는 부가 정보",
  },
};
