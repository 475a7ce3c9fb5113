import type { onDevice as english } from "../en/onDevice";

export const onDevice: typeof english = {
  title: (size, most) => (most === null ? `이 기기에 저장: ${size}` : `이 기기에 저장: 약 ${most} 중 ${size}`),
  kinds: {
    runs: (_, count) => `실행 ${count}개`,
    underWay: (_, count) => `끝나지 않은 실행 ${count}개`,
    data: (_, count) => `내 데이터 ${count}개`,
    lectures: (_, count) => `내 강의 ${count}개`,
    files: (_, count) => `페이지 파일 ${count}개`,
    notes: () => "설정과 진도",
  },
  part: (what, size) => `${what} ${size}`,
  counted: (size) =>
    `브라우저가 직접 잰 양은 ${size}입니다. 브라우저의 관리 정보와 이 호스트의 다른 페이지도 들어 있습니다.`,
  dataGoes: "내 데이터는 끝나지 않은 실행과 함께 지워집니다.",
  nothing: "이 기기에 저장한 것이 없습니다.",
  blocked:
    "이 브라우저는 이 페이지에 아무것도 저장하지 않습니다. 비공개 창이거나 저장소가 꺼져 있습니다. 페이지를 닫거나 새로 고치면 실행, 강의, 설정이 사라집니다. 파일로 저장한 것은 남습니다.",
  all: "이 기기에서 모두 지우기",
  question: (what) => `모두 지울까요? ${what}.`,
  forGood: "되돌릴 수 없습니다. 디스크에 저장한 파일은 남습니다.",
  ownRun: "진행 중인 실행은 계속되고, 그 저장본만 지워집니다.",
  confirm: (size) => `${size} 지우기`,
  keep: "그대로 두기",
  deleting: "지우는 중…",
  done: "모두 지웠습니다. 화면에 있는 것은 떠날 때까지 남습니다. 지금부터 만드는 것과 다음 방문 때 페이지 파일은 새로 저장됩니다.",
  doneRun: "진행 중인 실행은 계속되며, 여기서부터 새로 저장됩니다.",
  left: "모두 지우지는 못했습니다. 이 페이지의 다른 창이 붙잡고 있습니다. 다른 창을 닫고 다시 누르세요.",
  one: (what) => `${what} 지우기`,
  sure: "지울까요?",
  oneDone: "지웠습니다.",
  unkept: {
    full: "이 기기에 이 실행을 저장할 자리가 없습니다. 실행은 계속되지만, 새로 고치면 마지막으로 저장한 뒤의 것은 사라집니다.",
    blocked: "이 브라우저는 이 페이지에 아무것도 저장하지 않습니다. 실행은 계속되지만, 새로 고치면 사라집니다.",
  },
};
