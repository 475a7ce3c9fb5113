// The model that answers, for PyTorch: offered where there is released code that it fits, which the engine says.
import { useEffect, useState } from "preact/hooks";
import { t } from "../../content";
import { forPyTorch } from "../../state/forPyTorch";
import { loaded } from "../../state/opened";
import { Button } from "../common/Button";
import { inDialogs } from "../data/DataMenu";

export function ForPyTorch() {
  const words = t().models.pytorch;
  const now = loaded.value;
  const file = now?.bytes ?? null;
  const [made, setMade] = useState<{ readonly of: Uint8Array; readonly bytes: Uint8Array | null } | null>(null);
  useEffect(() => {
    if (file) void forPyTorch(file).then((bytes) => bytes === "unknown" || setMade({ of: file, bytes }));
  }, [file]);
  const here = made && made.of === file ? made : null;
  if (here?.bytes === null) return <span class="note">{words.none}</span>;
  const { bytes } = here ?? {};
  return (
    <Button
      disabled={!now || !bytes}
      onClick={() =>
        now && bytes && void inDialogs(({ showForPyTorch }) => showForPyTorch({ summary: now.summary, bytes }))
      }
    >
      {words.button}
    </Button>
  );
}
