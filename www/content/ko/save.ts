import type { Dictionary } from "..";
import { particle } from "./particle";

export const save: Dictionary["save"] = {
  svg: "슬라이드와 논문용",
  png: (width, height) => `${width} × ${height}`,
  csv: (numbers) => `숫자 ${numbers}개`,
  json: "프로그램용",
  copy: (kind) => `${kind} 복사`,
  width: "너비",
  widths: { shown: "화면대로", slide: "슬라이드", column: "단" },
  theme: "테마",
  themes: { light: "밝게", dark: "어둡게" },
  captioned: "그림 안에 설명 넣기",
  saved: (file) => `다운로드한 파일: ${file}`,
  copied: (kind) => `${kind}${particle(kind, "을")} 클립보드에 복사했습니다.`,
  copyRefused: (file) => `브라우저가 복사를 허용하지 않아 ${file} 파일로 저장했습니다.`,
  pictureFailed: "이 브라우저에서는 그림으로 바꾸지 못했습니다. SVG는 어디서나 됩니다.",
};
