import type { Core } from "..";
import { goods } from "./goods";

const korean = (name: string): string => goods[name] ?? name;
/** The same catalogue for the same one: who reads it is not drawn again with every part of the dictionary that comes. */
const known = new WeakMap<object, object>();

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
  named: ({ key, catalogue }) => {
    if (key.kind !== "shop") return catalogue;
    // What was made of a catalogue is of its type.
    const before = known.get(catalogue) as typeof catalogue | undefined;
    if (before) return before;
    const named = {
      ...catalogue,
      items: catalogue.items.map((item) => ({ ...item, name: korean(item.name) })),
      attributes: catalogue.attributes.map((attribute) => ({ ...attribute, values: attribute.values.map(korean) })),
    };
    known.set(catalogue, named);
    return named;
  },
};
