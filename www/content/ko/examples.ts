import type { Dictionary } from "..";

export const examples: Dictionary["examples"] = {
  exampleNames: {
    camera: "카메라와 캠핑",
    kitchen: "커피와 베이킹",
    camping: "캠핑과 하이킹",
    studio: "음악과 그림",
    chain: "한 단계씩 차례로",
    recall: "주전자가 다시 부르는 카메라",
    turns: "자전거와 정원 번갈아 보기",
    calls: "클릭이 다음 클릭을 부를 때",
    labels: "브랜드는 모두 같지만 뜻은 없을 때",
  },
  exampleFallback: (n) => `예시 ${n}`,
  randomReal: "임의의 테스트 세션",
  randomRealNote: "마지막 클릭은 숨겨 두었고, 모델은 이 클릭을 학습하지 않았습니다.",
  noTestSession: "이 데이터에서는 테스트 세션을 가져올 수 없습니다.",
  realLoaded: (n) => `아이템 ${n}개의 테스트 세션입니다. 다음 아이템은 숨겨져 있습니다.`,
};
