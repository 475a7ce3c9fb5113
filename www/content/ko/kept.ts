import type { Dictionary } from "..";

export const kept: Dictionary["kept"] = {
  amount: (kept, of) => `네트워크 없이 쓰도록 저장한 양: ${of} 중 ${kept}.`,
  nothing: "네트워크 없이 쓰도록 저장한 것이 없습니다.",
  fellShort: "나머지는 도착하지 않았거나, 브라우저에 저장할 자리가 없습니다.",
  local: "이 페이지는 이 기기에서 열려 네트워크가 필요 없습니다.",
  impossible:
    "이 페이지는 네트워크 없이 쓰도록 저장할 수 없습니다. 암호화되지 않은 http로 왔거나, 브라우저가 허용하지 않습니다.",
  keep: "모두 저장",
  remove: "지우기",
  whole: "모두 저장했습니다.",
  removed: "지웠습니다. 다시 요청할 때까지 아무것도 저장하지 않습니다.",
};
