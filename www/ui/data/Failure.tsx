// Data that could not be opened: where, what stands there, what should, what to do, and two ways on.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { summary } from "../../state/opened";
import type { FailureDetail, WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { dataName } from "../common/dataName";
import { bytes, count } from "../common/format";
import { chooseFiles } from "./chooseFiles";
import { closeDialog, outcome } from "./draft";

export function Failure({ failure, of }: { failure: WorkerFailure; of: "shop" | "files" }) {
  return (
    <Notice of={of}>
      <Reason detail={failure.detail} />
    </Notice>
  );
}

export function Unreadable({ name }: { name: string }) {
  return (
    <Notice of="files">
      <b>{t().data.error.unreadable(name)}</b>
    </Notice>
  );
}

function Notice({ of, children }: { of: "shop" | "files"; children: ComponentChildren }) {
  const words = t().data.error;
  const open = summary.value && dataName();
  return (
    <div class="notice notice-bad" role="alert">
      <p>
        {children} {open && words.kept(open)}
      </p>
      <div class="notice-buttons">
        <Button
          onClick={() => {
            outcome.value = null;
            if (of === "files") chooseFiles();
          }}
        >
          {of === "files" ? words.another : words.change}
        </Button>
        {open && (
          <Button
            onClick={() => {
              outcome.value = null;
              closeDialog();
            }}
          >
            {words.keep(open)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The engine's findings are English sentences; the frame around them is in the language on screen. */
function Reason({ detail }: { detail: FailureDetail }) {
  const words = t().data.error;
  switch (detail.code) {
    case "malformed":
    case "file": {
      const where = detail.code === "malformed" ? words.line(detail.file, count(detail.line)) : words.file(detail.file);
      return (
        <>
          <b>{where}</b> <span lang="en">{words.foundExpected(detail.found, detail.expected)}</span>{" "}
          <span lang="en">{detail.advice}</span>
        </>
      );
    }
    case "too_large":
      return (
        <>
          <b>{words.tooLarge(detail.what, bytes(detail.found), bytes(detail.limit))}</b>{" "}
          <span lang="en">{detail.advice}</span>
        </>
      );
    case "config":
      return <b>{words.setting(settingName(detail.field), detail.found, detail.expected)}</b>;
    case "crashed":
      return <b>{words.crashed}</b>;
    default:
      return <b>{"message" in detail ? detail.message : detail.code}</b>;
  }
}

/** The label of the control a setting belongs to; the setting's own name where there is none. */
function settingName(field: string): string {
  const { subset, rules, seed, sessions } = t().data;
  const id = field.split(".").at(-1) ?? field;
  const known: Record<string, string> = { seed, sessions };
  for (const [name, words] of Object.entries({ ...subset, ...rules })) known[name] = words.name;
  return known[id] ?? field;
}
