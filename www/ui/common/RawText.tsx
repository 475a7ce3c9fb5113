import { t } from "../../content";
import "../../styles/notice.css";

/** What the engine or the browser itself says, for whoever mends it; the sentence above it is for everybody. */
export function RawText({ text }: { text: string }) {
  return (
    <details class="raw">
      <summary>{t().trouble.details}</summary>
      <p class="raw-text" lang="en">
        {text}
      </p>
    </details>
  );
}
