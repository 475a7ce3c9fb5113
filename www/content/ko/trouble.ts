import type { Dictionary } from "..";
import { asItIs, engineSays } from "./engineSays";
import { particle } from "./particle";

export const trouble: Dictionary["trouble"] = {
  kept: "지금 화면은 그대로 남지만, 엔진이 다시 돌 때까지 클릭해도 바뀌지 않습니다.",
  retry: "페이지 새로 고침",
  details: "기술 정보",
  engineSays,
  asItIs,
  reasons: {
    not_found: (address, status) =>
      status === "404"
        ? `서버에 없는 파일입니다: ${address}. 페이지를 올린 사람이 추가해야 합니다.`
        : `서버가 ${status} 응답을 보냈습니다: ${address}. 나중에 다시 시도해 보세요.`,
    not_the_file: (address, isPage) =>
      isPage
        ? `서버가 파일 대신 웹 페이지를 보냈습니다: ${address}. 서버에 파일이 없거나, 네트워크의 로그인 페이지가 끼어든 것입니다.`
        : `서버가 파일 대신 다른 것을 보냈습니다: ${address}. 서버의 파일이 손상되었습니다.`,
    offline: (address) => `아무것도 도착하지 않았습니다: ${address}. 연결을 확인하고 다시 시도하세요.`,
    crashed: "엔진이 내부 오류로 멈췄습니다.",
    aborted: "요청이 취소되었습니다.",
    refused: (where, found, expected) =>
      where === ""
        ? `읽은 내용: ${found}. 필요한 내용: ${expected}.`
        : `${where}에서 읽은 내용: ${found}. 필요한 내용: ${expected}.`,
    line: (file, line) => `${file} ${line}번째 줄`,
    too_large: (what, found, limit) => `${what}: ${found}, 한도는 ${limit}입니다.`,
    other_data: (found, expected) =>
      `다른 데이터로 학습한 모델입니다(${found}). 이 모델의 아이템 번호는 지금 열린 데이터(${expected})에서 뜻이 없습니다.`,
    empty_file: "빈 파일입니다.",
    not_ready: "여기에 필요한 데이터나 모델이 아직 엔진에 없습니다.",
    being_built: "페이지의 이 부분은 아직 빌드하는 중입니다.",
    not_built: "페이지의 이 부분을 빌드하지 못했습니다.",
    gpu: "그래픽 카드를 쓸 수 없습니다.",
    diverged: "학습이 발산했습니다(손실이 NaN).",
    unknown: "예상하지 못한 오류가 났습니다.",
  },
  noWasm: "이 브라우저는 SIMD WebAssembly를 실행할 수 없습니다. 최신 Chrome, Edge, Firefox, Safari에서는 됩니다.",

  noData: (why) => `요청한 데이터를 열지 못했습니다. ${why} 전에 열려 있던 데이터는 그대로입니다.`,
  dropped: (parts, others) => `쓸 수 없어 뺐습니다: ${parts}${others > 0 ? `, 그 앞의 ${others}개도` : ""}.`,
  noLecture: {
    absent: (id) =>
      `‘lecture=${id}’${particle(id, "을")} 쓸 수 없습니다. 이 기기에 그런 강의가 없습니다. 강의 파일을 받았다면 여세요. 없으면 파일이나 강의 전체가 든 링크를 받으세요. 페이지는 그대로 쓸 수 있습니다.`,
    damaged: (id) =>
      `‘lecture=${id}’${particle(id, "을")} 쓸 수 없습니다. 링크에 든 강의가 오는 길에 잘렸거나 바뀌었습니다. 링크를 다시 받거나 강의 파일을 받으세요. 페이지는 그대로 쓸 수 있습니다.`,
    empty: (id) =>
      `‘lecture=${id}’${particle(id, "을")} 쓸 수 없습니다. 그 강의는 모든 단계가 숨겨져 있습니다. 페이지는 그대로 쓸 수 있습니다.`,
    open: "강의 파일 열기",
  },
  ownBefore: {
    say: (name) =>
      `내 데이터 ${name}${particle(name, "이")} 열려 있었습니다. 새로고침한 페이지는 파일을 다시 읽을 수 없습니다. 같은 파일을 다시 열면 저장된 실행과 모델이 그대로 있습니다.`,
    open: "파일 열기",
  },
  newer: "이 페이지의 새 버전이 준비되었습니다. 다음에 방문하면 열립니다.",
  newerElsewhere: "이 페이지의 새 버전이 준비되었습니다. 열려 있는 창을 모두 닫으면 그다음부터 열립니다.",
  openNewer: "지금 열기",
  fault:
    "페이지의 한 부분에서 오류가 났습니다. 만든 것은 그대로 있습니다. 반응하지 않는 부분이 있으면 페이지를 다시 불러오세요.",
};
