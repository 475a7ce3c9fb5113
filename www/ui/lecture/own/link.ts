// The link that opens a lecture of one's own anywhere: the whole of it is in the link.
import { formOf } from "./fileForm";
import type { OwnLecture } from "./model";
import { PREFIX, pack } from "./pack";

export async function linkTo(lecture: OwnLecture): Promise<string> {
  const packed = await pack(JSON.stringify(formOf(lecture)));
  return `${location.origin}${location.pathname}?lecture=${lecture.id}${PREFIX}${packed}`;
}
