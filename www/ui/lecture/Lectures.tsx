// The lectures to choose from, in the menu of the header: ours, and what was made on this device or came in a link.
import { t } from "../../content";
import { secondsOf } from "../../content/lecture/lecture";
import { LECTURES } from "../../content/lecture/ten";
import { classLinkOpen } from "../../state/classLinkOpen";
import { ownLecturesOpen } from "../../state/ownLecturesOpen";
import { Button } from "../common/Button";
import { KeptHere } from "../common/keptHere";
import { Fetched, whenNeeded } from "../common/lazy";
import { clockText } from "./clock";
import { forgetGuesses } from "./guesses";
import { openHandout } from "./handout/open";
import { begin } from "./stage";
import "../../styles/lectures.css";

const own = whenNeeded(() => import("./own/menu"), ["own"]);

export function Lectures({ close }: { close: () => void }) {
  const words = t().lecture;
  const start = (id: string) => {
    close();
    forgetGuesses();
    void begin(id);
  };
  return (
    <div class="lectures">
      <p>{words.intro}</p>
      <ul>
        {LECTURES.map((one) => (
          <li key={one.id}>
            <div>
              <b>{words.lectures[one.id]?.name}</b> <span class="lectures-time">{clockText(secondsOf(one))}</span>
              <p>{words.lectures[one.id]?.about}</p>
            </div>
            <div class="lectures-buttons">
              <Button onClick={() => start(one.id)}>{words.start}</Button>
              <Button
                look="quiet"
                title={`${words.handout.make}: ${words.lectures[one.id]?.name}`}
                onClick={() => {
                  close();
                  void openHandout(one);
                }}
              >
                {words.handout.make}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Fetched what={own}>{({ OwnInMenu }) => <OwnInMenu start={start} close={close} />}</Fetched>
      <p class="note">{words.keys}</p>
      <div class="lectures-more">
        <Button
          onClick={() => {
            close();
            ownLecturesOpen.value = [];
          }}
        >
          {words.makeOwn}
        </Button>
        <Button
          onClick={() => {
            close();
            classLinkOpen.value = true;
          }}
        >
          {words.classLink.make}
        </Button>
      </div>
      <KeptHere />
    </div>
  );
}
