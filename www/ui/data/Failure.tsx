// Data that could not be opened: where, what stands there, what should, what to do, and two ways on.
import type { ComponentChildren } from "preact";
import { t } from "../../content";
import { summary } from "../../state/opened";
import type { FailureDetail, WorkerFailure } from "../../worker/client";
import { Button } from "../common/Button";
import { dataName } from "../common/dataName";
import { inWords, rawText, said } from "../common/failures";
import { bytes, count } from "../common/format";
import { Notice } from "../common/Notice";
import { chooseFiles } from "./chooseFiles";
import { closeDialog, outcome } from "./draft";

export function Failure({ failure, of }: { failure: WorkerFailure; of: "shop" | "files" }) {
  return (
    <NotOpened of={of} raw={rawOf(failure)}>
      <Reason failure={failure} />
    </NotOpened>
  );
}

interface Props {
  readonly of: "shop" | "files";
  readonly raw?: string | null;
  readonly children: ComponentChildren;
}

function NotOpened({ of, raw = null, children }: Props) {
  const words = t().data.error;
  const open = summary.value && dataName();
  return (
    <Notice
      isBad
      raw={raw}
      buttons={
        <>
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
        </>
      }
    >
      {children} {open && words.kept(open)}
    </Notice>
  );
}

function Reason({ failure: { detail }, failure }: { failure: WorkerFailure }) {
  const words = t().data.error;
  switch (detail.code) {
    case "malformed":
    case "file": {
      const where = detail.code === "malformed" ? words.line(detail.file, count(detail.line)) : words.file(detail.file);
      return (
        <>
          <b>{where}</b> {words.foundExpected(said(detail.found), said(detail.expected))} {said(detail.advice)}
        </>
      );
    }
    case "too_large":
      return (
        <>
          <b>{t().trouble.reasons.too_large(said(detail.what), bytes(detail.found), bytes(detail.limit))}</b>{" "}
          {said(detail.advice)}
        </>
      );
    case "config":
      return <b>{words.setting(settingName(detail.field), said(detail.found), said(detail.expected))}</b>;
    case "crashed":
      return <b>{words.crashed}</b>;
    default:
      return <b>{inWords(failure)}</b>;
  }
}

/** What is said above, with the engine's advice, is not said twice. */
function rawOf(failure: WorkerFailure): string | null {
  const told: readonly FailureDetail["code"][] = ["malformed", "file", "config"];
  return told.includes(failure.detail.code) ? null : rawText(failure);
}

/** The label of the control a setting belongs to; the setting's own name where there is none. */
function settingName(field: string): string {
  const { rules, seed, sessions } = t().data;
  const { core, items, shortest, users, longest, days } = t().imported.part;
  const known: Record<string, string> = { seed, sessions, core, period: days };
  Object.assign(known, { max_items: items, min_length: shortest, max_users: users, max_session: longest });
  for (const [name, words] of Object.entries(rules)) known[name] = words.name;
  const id = field.split(".").at(-1) ?? field;
  return known[id] ?? field;
}
