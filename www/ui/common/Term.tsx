import type { ComponentChildren } from "preact";
import type { TermId } from "../../content/terms";
import { SelfExplaining } from "./SelfExplaining";

interface Props {
  readonly id: TermId;
  /** The term as it stands in the sentence. */
  readonly children: ComponentChildren;
}

/** A term of the field that explains itself on hover, focus or tap. */
export function Term({ id, children }: Props) {
  return (
    <SelfExplaining what={id} data-term={id}>
      {children}
    </SelfExplaining>
  );
}
