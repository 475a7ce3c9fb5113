import { t } from "../../content";
import { current } from "../../state/current";
import { CopyButton } from "../common/CopyButton";
import { stateLink } from "../common/stateLink";

/** The visitor's own files are in no link. */
export function CopyLink({ bare = false }: { bare?: boolean }) {
  const words = t().shell;
  if (current.data.value.kind !== "shop") return null;
  return (
    <CopyButton
      bare={bare}
      icon="link"
      label={words.copyLink}
      text={stateLink}
      copied={words.linkCopied}
      failed={words.linkFailed}
    />
  );
}
