import type { Dictionary } from "..";

export const paper: Dictionary["paper"] = {
  lede: "저자들이 보고한 수치를 우리 수치와 따로 보여 주고, 이 페이지가 다루지 않는 것을 밝힙니다.",
  about:
    "DIF-SR(분리된 부가 정보 융합)은 세션의 다음 아이템을 예측합니다. 아이템, 위치, 각 [[attribute|속성]]의 [[attention|어텐션]] [[score|점수]]를 합칠 때까지 따로 두므로, 어떤 [[source|정보원]]도 다른 정보원과 하나의 맵을 나눠 쓰지 않습니다. 다음 레이어로 넘어가는 값에는 아이템만 들어 있습니다.",
  source: "Xie, Zhou, Kim: Decoupled Side Information Fusion for Sequential Recommendation, SIGIR 2022.",
  links: { paper: "논문 (arXiv 2204.11046)", code: "저자들의 코드" },
  stamp: "논문 수치",
  tableNote: "Xie, Zhou, Kim, SIGIR 2022. 여기서 측정한 값이 아닙니다. 굵게: DIF-SR. 밑줄: 나머지 중 최고.",
  tableLabel: "논문에 실린 결과",
  columns: { data: "데이터", metric: "지표" },
  differences: {
    title: "논문, 공개 코드, 이 페이지",
    head: { point: "항목", paper: "논문과 슬라이드", code: "공개 코드", page: "이 페이지" },
    rows: [
      {
        point: "속성 임베딩",
        paper: "학습함",
        code: "학습하지 않음: N(0, 1)에서 한 번 뽑음",
        page: "학습함; 설정으로 고정 가능",
      },
      {
        point: "게이트",
        paper: "선형 변환의 시그모이드",
        code: "2단 변환 뒤 정보원에 대한 소프트맥스",
        page: "둘 다, 각자의 이름으로",
      },
      {
        point: "마스크",
        paper: "가지마다",
        code: "융합 뒤 한 번; 연결과 게이트는 미래를 봄",
        page: "코드대로; 융합 전에 가리는 변형은 따로 이름 붙임",
      },
      {
        point: "속성 손실",
        paper: "소프트맥스와 교차 엔트로피",
        code: "값마다 예/아니오 손실, 속성마다 손실 가중치 하나",
        page: "코드대로",
      },
      {
        point: "위치",
        paper: "부가 정보의 한 종류",
        code: "따로 쿼리와 키를 갖고, 입력에는 더하지 않음",
        page: "코드대로",
      },
      {
        point: "세션 길이",
        paper: "설정에서 50",
        code: "표의 실험에서는 7과 10",
        page: "화면의 모델이 정함",
      },
    ],
  },
  limits: {
    title: "한계",
    items: [
      "이 상점은 우리가 심은 규칙에서 뽑은 것입니다. 그래서 이론상 최고 점수를 알 수 있고, 그래서 실제 방문자에 대해서는 아무것도 증명하지 못합니다.",
      "작은 카탈로그의 작은 모델이고 시드도 하나입니다. 표준오차 안의 차이는 구별할 수 없습니다.",
      "속성은 어텐션 가중치만 움직입니다. 넘어가는 것은 아이템이므로 속성이 내용에 들어가지는 않습니다.",
      "MovieLens-100K 기준 실험(시드 하나, 이미 클릭한 아이템도 후보)에서 DIF-SR과 SASRec은 구별되지 않으며, 아이템 사이의 이동을 센 표도 그만큼 좋습니다.",
      "인쇄된 표의 재현을 약속하지 않습니다. 그 데이터 파일은 이 페이지에 없습니다.",
    ],
  },
  glossary: { title: (terms) => `이 페이지의 용어 ${terms}개` },
  cite: { title: "인용", copy: "BibTeX 복사", copied: "BibTeX를 복사했습니다", failed: "글을 선택해 직접 복사하세요." },
};
