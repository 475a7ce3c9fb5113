import { t } from "../../content";
import type { Left } from "./dropped";

/** The files that a dialog did not take, and where they are taken. */
export function NotTaken({ left, model }: { left: Left; model: boolean }) {
  const words = t().data.notTaken;
  const said = [
    { names: left.models, say: model ? words.secondModel : words.modelBeforeData },
    { names: left.settings, say: words.settings },
  ].filter(({ names }) => names.length > 0);
  if (said.length === 0) return null;
  return (
    <div class="not-taken" role="alert">
      {said.map(({ names, say }) => (
        <p key={names[0]} class="field-bad">
          {say(names.join(", "))}
        </p>
      ))}
    </div>
  );
}
