// The lectures to choose from, in the menu of the header.
import { t } from "../../content";
import { secondsOf } from "../../content/lecture/lecture";
import { LECTURES } from "../../content/lecture/ten";
import { classLinkOpen } from "../../state/classLinkOpen";
import { Button } from "../common/Button";
import { clockText } from "./clock";
import { forgetGuesses } from "./guesses";
import { openHandout } from "./handout/open";
import { begin } from "./stage";
import "../../styles/lectures.css";

export function Lectures({ close }: { close: () => void }) {
  const words = t().lecture;
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
              <Button
                onClick={() => {
                  close();
                  forgetGuesses();
                  void begin(one.id);
                }}
              >
                {words.start}
              </Button>
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
      <p class="note">{words.keys}</p>
      <Button
        onClick={() => {
          close();
          classLinkOpen.value = true;
        }}
      >
        {words.classLink.make}
      </Button>
    </div>
  );
}
