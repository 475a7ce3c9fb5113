import { t } from "../../content";
import "../../styles/notice.css";

/** What the engine or the browser itself says, for whoever mends it; the sentence above it is for everybody. */
export function RawText({ text }: { text: string }) {
  const { details, engineSays, asItIs } = t().trouble;
  const own = engineSays(text);
  return (
    <details class="raw">
      <summary>{details}</summary>
      <p class="raw-text">{own ?? asItIs(text)}</p>
      {/* Whoever looks for it elsewhere looks for the engine's own words. */}
      {own !== null && own !== text && (
        <p class="raw-text" lang="en">
          {text}
        </p>
      )}
    </details>
  );
}
