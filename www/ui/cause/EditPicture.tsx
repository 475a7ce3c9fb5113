import { drawEdit, layoutEdit } from "../../viz/drawEdit";
import { PAGE } from "../../viz/tokens";
import { useRoom } from "../../viz/useRoom";
import { Drawing } from "../common/Drawing";
import { itemSign } from "../common/itemSign";
import { itemOf, type Report } from "./context";

/** More clicks than this are a wall of drawings; the sentence says it all. */
const MOST_DRAWN = 16;

interface Props {
  readonly report: Report;
  readonly gone: readonly number[];
  /** The item that comes into the place of the first of them. */
  readonly by: number | null;
}

/** The session with its edit, for the eye: the sentence below names it. */
export function EditPicture({ report, gone, by }: Props) {
  const [box, { width }] = useRoom<HTMLDivElement>();
  const { items } = report.found;
  if (items.length > MOST_DRAWN) return null;
  const edit = {
    items: items.map((id) => itemSign(itemOf(id))),
    gone,
    by: by === null ? null : itemSign(itemOf(by)),
  };
  const layout = layoutEdit(edit, width);
  return (
    <div class="cause-picture" ref={box} aria-hidden="true">
      {width > 0 && <Drawing size={layout}>{drawEdit(edit, layout, PAGE)}</Drawing>}
    </div>
  );
}
