// The lectures on this device, and where a new one begins.
import { t } from "../../../content";
import { Button, IconButton } from "../../common/Button";
import { count } from "../../common/format";
import { Notice } from "../../common/Notice";
import { OpenFiles } from "../../common/OpenFiles";
import { useKeptFocus } from "../../common/useKeptFocus";
import { clockText } from "../clock";
import { edit } from "./desk";
import { BASES, beginning, freshId, type OwnLecture, played, secondsOfOwn } from "./model";
import { lectureTitle } from "./names";
import { Opened } from "./Opened";
import { openLectures } from "./opening";
import { bringBack, copyOf, keep, lecturesUnkept, lost, ownLectures, remove, unreadable } from "./shelf";
import { give, saveLecture } from "./tryIt";

export function Shelf() {
  const words = t().own;
  const all = ownLectures.value;
  const shelf = useKeptFocus<HTMLDivElement>();
  return (
    <div class="own-shelf" ref={shelf}>
      <p>{words.about}</p>
      {lecturesUnkept.value && <Notice>{words.notKept[lecturesUnkept.value]}</Notice>}
      <Opened />
      <Lost />
      <section>
        <h3>{words.beginFrom}</h3>
        <div class="own-line">
          {BASES.map((base) => {
            const name = t().lecture.lectures[base]?.name ?? base;
            return (
              <Button
                key={base}
                icon="plus"
                onClick={() => {
                  const lecture = beginning(freshId(), words.named(name), base);
                  keep(lecture);
                  edit(lecture.id);
                }}
              >
                {name}
              </Button>
            );
          })}
        </div>
      </section>
      <section>
        <h3>{words.yours}</h3>
        {all.length === 0 && <p class="note">{words.none}</p>}
        <ul class="own-list">
          {all.map(({ lecture }) => (
            <Line key={lecture.id} lecture={lecture} />
          ))}
        </ul>
        {unreadable.value > 0 && <p class="note">{words.unreadable(count(unreadable.value))}</p>}
      </section>
      <div class="own-line">
        <OpenFiles
          icon="open"
          label={words.open}
          accept=".json,application/json"
          multiple
          onFiles={(files) => void openLectures(files)}
        />
        <span class="note">{words.dropToo}</span>
      </div>
    </div>
  );
}

function Line({ lecture }: { lecture: OwnLecture }) {
  const words = t().own;
  const name = lectureTitle(lecture);
  const seconds = secondsOfOwn(lecture);
  const steps = lecture.steps.filter((step) => played(step).length > 0).length;
  return (
    <li data-lecture-id={lecture.id}>
      <div>
        <b>{name}</b> <span class="own-facts">{words.facts(clockText(seconds), words.steps(count(steps)))}</span>
        {seconds === 0 && <p class="note">{words.nothingToGive}</p>}
      </div>
      <span class="own-line">
        <Button
          aria-label={words.startNamed(name)}
          disabled={seconds === 0}
          title={seconds === 0 ? words.nothingToGive : undefined}
          onClick={() => give(lecture.id)}
        >
          {words.start}
        </Button>
        <Button aria-label={words.editNamed(name)} onClick={() => edit(lecture.id)}>
          {words.edit}
        </Button>
        <IconButton icon="copy" label={words.copyOf(name)} onClick={() => copyOf(lecture, words.copyNamed(name))} />
        <IconButton icon="save" label={`${words.save}: ${name}`} onClick={() => saveLecture(lecture)} />
        <IconButton icon="close" label={words.delete(name)} onClick={() => remove(lecture.id)} />
      </span>
    </li>
  );
}

/** What was deleted or replaced last, and the way back. */
function Lost() {
  const words = t().own;
  const gone = lost.value;
  if (!gone) return null;
  return (
    <Notice
      onClose={() => {
        lost.value = null;
      }}
      buttons={<Button onClick={bringBack}>{words.bringBack}</Button>}
    >
      {words[gone.how](lectureTitle(gone.lecture))}
    </Notice>
  );
}
