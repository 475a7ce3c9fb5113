import type { Dictionary } from "..";

/** Keys, part by part. */
export const help: Dictionary["help"] = {
  title: "단축키",
  groups: [
    {
      title: "어디서나",
      keys: [
        { keys: ["/"], does: "카탈로그 검색" },
        { keys: ["Ctrl", "Z"], does: "세션 편집 실행 취소" },
        { keys: ["Ctrl", "Shift", "Z"], does: "다시 실행" },
        { keys: ["?"], does: "이 목록" },
      ],
    },
    {
      title: "카탈로그",
      keys: [
        { keys: ["←", "→", "↑", "↓"], does: "아이템 사이 이동" },
        { keys: ["Enter"], does: "아이템 추가; 검색창에서는 첫 결과" },
      ],
    },
    {
      title: "세션",
      keys: [
        { keys: ["↑", "↓"], does: "아이템 사이 이동" },
        { keys: ["Enter"], does: "모든 맵을 이 아이템에 맞추기" },
        { keys: ["Alt", "↑"], does: "아이템을 앞으로" },
        { keys: ["Alt", "↓"], does: "아이템을 뒤로" },
        { keys: ["Delete"], does: "아이템 삭제" },
      ],
    },
    {
      title: "맵과 학습",
      keys: [
        { keys: ["←", "→", "↑", "↓"], does: "모든 맵이 공유하는 칸 옮기기" },
        { keys: ["Enter"], does: "칸 고정" },
        { keys: ["Esc"], does: "칸 고정 풀기; 메뉴 닫기" },
        { keys: ["Space"], does: "학습 패널 안에서 시작 또는 일시정지" },
      ],
    },
  ],
  article: "이 페이지가 무엇에 관한 것인지 설명하는 6분짜리 글",
};
