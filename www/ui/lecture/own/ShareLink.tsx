// The lecture as a link: the whole of it, while it is short enough to be sent.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../../content";
import { Button } from "../../common/Button";
import { CopyButton } from "../../common/CopyButton";
import { count } from "../../common/format";
import { fitsQr, QrCode } from "../../common/QrCode";
import { linkTo } from "./link";
import type { OwnLecture } from "./model";
import { MOST_LINK } from "./pack";

export function ShareLink({ lecture }: { lecture: OwnLecture }) {
  const words = t().own;
  const [isOpen, open] = useState(false);
  return (
    <>
      <Button icon="link" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        {words.share}
      </Button>
      {isOpen && <Link lecture={lecture} />}
    </>
  );
}

function Link({ lecture }: { lecture: OwnLecture }) {
  const words = t().own.link;
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let isLatest = true;
    void linkTo(lecture).then((made) => isLatest && setLink(made));
    return () => {
      isLatest = false;
    };
  }, [lecture]);
  if (link === null) return null;
  if (link.length > MOST_LINK) {
    return (
      <p class="own-link" role="status">
        {words.tooLong(count(link.length), count(MOST_LINK))}
      </p>
    );
  }
  return (
    <div class="own-link">
      <p class="note">{words.about}</p>
      <label>
        <span class="field-label">{words.label}</span>
        <textarea class="text-area" readOnly rows={3} value={link} />
      </label>
      <div class="own-line">
        <CopyButton icon="copy" text={() => link} label={words.copy} copied={words.copied} failed={words.failed} />
        <span class="note">{words.length(count(link.length), count(MOST_LINK))}</span>
      </div>
      {fitsQr(link) ? <QrCode text={link} label={words.code} /> : <p class="note">{words.noCode}</p>}
    </div>
  );
}
