// One's own lectures in the menu of the header.
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { t } from "../../../content";
import { ownLecturesOpen } from "../../../state/ownLecturesOpen";
import { Button } from "../../common/Button";
import { clockText } from "../clock";
import { edit } from "./desk";
import { fromLinks } from "./find";
import { type OwnLecture, secondsOfOwn } from "./model";
import { keep, ownLectures, prepareLectures } from "./shelf";

interface Props {
  readonly start: (id: string) => void;
  readonly close: () => void;
}

export function OwnInMenu({ start, close }: Props) {
  useEffect(() => void prepareLectures(), []);
  const words = t().own;
  const shelved = ownLectures.value.map(({ lecture }) => lecture);
  const linked = fromLinks.value
    .map(({ lecture }) => lecture)
    .filter(({ id }) => !shelved.some((lecture) => lecture.id === id));
  return (
    <>
      {shelved.length > 0 && (
        <Group title={words.yours} all={shelved} start={start}>
          {(lecture) => (
            <Button
              look="quiet"
              aria-label={words.editNamed(lecture.name || words.unnamed)}
              onClick={() => {
                close();
                edit(lecture.id);
                ownLecturesOpen.value = [];
              }}
            >
              {words.edit}
            </Button>
          )}
        </Group>
      )}
      {linked.length > 0 && (
        <Group title={words.linked} all={linked} start={start}>
          {(lecture) => (
            <Button look="quiet" onClick={() => keep(lecture)}>
              {words.keepLinked}
            </Button>
          )}
        </Group>
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly all: readonly OwnLecture[];
  readonly start: (id: string) => void;
  readonly children: (lecture: OwnLecture) => ComponentChildren;
}

function Group({ title, all, start, children }: GroupProps) {
  const words = t().own;
  return (
    <section class="lectures-own">
      <h3>{title}</h3>
      <ul>
        {all.map((lecture) => {
          const name = lecture.name || words.unnamed;
          const seconds = secondsOfOwn(lecture);
          return (
            <li key={lecture.id}>
              <div>
                <b>{name}</b> <span class="lectures-time">{clockText(seconds)}</span>
              </div>
              <span class="lectures-tools">
                {children(lecture)}
                <Button
                  aria-label={words.startNamed(name)}
                  disabled={seconds === 0}
                  title={seconds === 0 ? words.nothingToGive : undefined}
                  onClick={() => start(lecture.id)}
                >
                  {words.start}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
