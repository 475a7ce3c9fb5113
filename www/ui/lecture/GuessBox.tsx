// A guess before the truth: choices, an axis with a handle, or a handle for each source. Afterwards both stand on the same axis, the guess in
// ink, the truth in colour, with a sentence that names the gap in numbers.
import { useRef } from "preact/hooks";
import { t } from "../../content";
import type { Guess } from "../../content/lecture/lecture";
import { VISITOR } from "../../content/lecture/visitor";
import { catalogue } from "../../state/opened";
import { signed } from "../common/format";
import { itemName } from "../common/itemWords";
import { Pictogram } from "../common/Pictogram";
import { SourceMark } from "../common/SourceMark";
import { sourceName } from "../common/sourceName";
import { attributeSources, ITEM_SOURCE, POSITION_SOURCE, type SourceView } from "../common/sources";
import { type Answer, type Asked, answer, answerTo, asked, truthOf } from "./guesses";
import { saidOf, writtenOn } from "./guessSaid";
import { Stamp } from "./Stamp";
import { recordedRun } from "./trained";

export function GuessBox() {
  const now = asked.value;
  if (!now) return null;
  const mine = answerTo(now.step);
  const truth = now.isShown ? truthOf(now.of) : null;
  return (
    <div class="guess" data-guess={now.step} data-shown={now.isShown}>
      <Body now={now} mine={mine} truth={truth} />
      {now.isShown && (
        <p class="guess-said">
          {saidOf(now.guess, mine, truth)}{" "}
          {now.guess.kind === "bet" && truth !== null && recordedRun.value && <Stamp of={recordedRun.value} />}
        </p>
      )}
    </div>
  );
}

interface Props {
  readonly now: Asked;
  readonly mine: Answer | null;
  readonly truth: Answer | null;
}

function Body({ now, mine, truth }: Props) {
  const { guess } = now;
  switch (guess.kind) {
    case "item":
      return <Choices now={now} mine={mine} truth={truth} options={guess.items.map(itemOption)} />;
    case "click":
      return (
        <Choices
          now={now}
          mine={mine}
          truth={truth}
          options={VISITOR.map((id, at) => ({ ...itemOption(id), value: at }))}
        />
      );
    case "bet":
      return (
        <Choices
          now={now}
          mine={mine}
          truth={truth}
          options={t().lecture.bets.map((label, value) => ({ value, label }))}
        />
      );
    case "number":
      return <Axis now={now} guess={guess} mine={mine} truth={truth} />;
    case "parts":
      return <Parts now={now} guess={guess} mine={mine} truth={truth} />;
  }
}

interface Option {
  readonly value: number;
  readonly label: string;
  readonly item?: number;
}

const itemOption = (id: number): Option => ({ value: id, label: itemName(catalogue.value, id), item: id });

/** A radio group: one tab stop, arrows up and down choose; those to the sides turn the page. */
function Choices({ now, mine, truth, options }: Props & { options: readonly Option[] }) {
  const group = useRef<HTMLDivElement>(null);
  const chosen = options.findIndex(({ value }) => value === mine);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const next = options[(Math.max(chosen, step > 0 ? -1 : 0) + step + options.length) % options.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    answer(now.step, next.value);
    group.current?.querySelectorAll<HTMLElement>("[role=radio]")[options.indexOf(next)]?.focus();
  };
  return (
    <div class="guess-choices" role="radiogroup" aria-label={t().lecture.guess} ref={group} onKeyDown={onKeyDown}>
      {options.map(({ value, label, item }, at) => (
        // biome-ignore lint/a11y/useSemanticElements: drawn as one row of large choices
        <button
          key={value}
          type="button"
          role="radio"
          class="guess-choice"
          aria-checked={mine === value}
          tabIndex={at === Math.max(chosen, 0) ? 0 : -1}
          disabled={now.isShown}
          data-true={now.isShown && truth === value}
          onClick={() => answer(now.step, value)}
        >
          {item !== undefined && <Pictogram item={catalogue.value?.items[item]} />}
          {label}
        </button>
      ))}
    </div>
  );
}

type NumberGuess = Extract<Guess, { kind: "number" }>;

/** Where a value stands on the axis, 0 to 1. */
function at({ least, most, isLog }: NumberGuess, value: number): number {
  const clipped = Math.min(Math.max(value, least), most);
  if (isLog) return Math.log(clipped / least) / Math.log(most / least);
  return (clipped - least) / (most - least);
}

function valueAt({ least, most, isLog, axis }: NumberGuess, share: number): number {
  const value = isLog ? least * (most / least) ** share : least + share * (most - least);
  return axis === "cosine" ? Math.round(value * 20) / 20 : Math.round(value);
}

const TICKS: Readonly<Record<NumberGuess["axis"], readonly number[]>> = {
  rank: [1, 2, 5, 10, 20, 50, 100, 240],
  percent: [0, 20, 40, 60, 80, 100],
  patterns: [1, 4, 8, 12, 16, 20, 24],
  cosine: [-1, -0.5, 0, 0.5, 1],
};

const STEPS = 200;

function Axis({ now, guess, mine, truth }: Props & { guess: NumberGuess }) {
  const words = t().lecture;
  const value = typeof mine === "number" ? mine : null;
  const shown = value ?? guess.start;
  const found = typeof truth === "number" ? truth : null;
  const place = (of: number) => `--at: ${at(guess, of)}`;
  return (
    <div class="guess-axis">
      <div class="guess-track">
        {value !== null && now.isShown && found !== null && (
          <i
            class="guess-gap"
            style={`--from: ${at(guess, Math.min(value, found))}; --to: ${at(guess, Math.max(value, found))}`}
          />
        )}
        {TICKS[guess.axis].map((tick) => (
          <span key={tick} class="guess-tick" style={place(tick)}>
            {writtenOn(guess.axis, tick)}
          </span>
        ))}
        {(value !== null || !now.isShown) && (
          <span class="guess-mine" style={place(shown)}>
            <b>{words.you(writtenOn(guess.axis, shown))}</b>
          </span>
        )}
        {found !== null && (
          <span class="guess-truth" style={place(found)}>
            <b>{writtenOn(guess.axis, found)}</b>
          </span>
        )}
        {!now.isShown && (
          <input
            type="range"
            min={0}
            max={STEPS}
            aria-label={words.axes[guess.axis]}
            aria-valuetext={writtenOn(guess.axis, shown)}
            value={Math.round(at(guess, shown) * STEPS)}
            onInput={({ currentTarget }) => answer(now.step, valueAt(guess, Number(currentTarget.value) / STEPS))}
          />
        )}
      </div>
      <p class="guess-name">{words.axes[guess.axis]}</p>
    </div>
  );
}

type PartsGuess = Extract<Guess, { kind: "parts" }>;

function Parts({ now, guess, mine, truth }: Props & { guess: PartsGuess }) {
  const sources: readonly SourceView[] = [
    ITEM_SOURCE,
    POSITION_SOURCE,
    ...attributeSources(catalogue.value?.attributes ?? []),
  ];
  const answers = typeof mine === "object" && mine !== null ? mine : sources.map(() => 0);
  const found = typeof truth === "object" ? truth : null;
  const share = (value: number) =>
    (Math.min(Math.max(value, guess.least), guess.most) - guess.least) / (guess.most - guess.least);
  const zero = share(0);
  const ticks = [guess.least, 0, 5, 10, 15].filter((tick) => tick <= guess.most);
  return (
    <div class="guess-parts">
      {sources.map((source, index) => {
        const value = answers[index] ?? 0;
        const real = found?.[index];
        return (
          <label key={source.letter} class="guess-part" style={`--colour: ${source.colour}`}>
            <span class="guess-source">
              <SourceMark source={source} /> {sourceName(source)}
            </span>
            <span class="guess-track">
              {real !== undefined && (
                <i
                  class="guess-bar"
                  style={`--from: ${Math.min(zero, share(real))}; --to: ${Math.max(zero, share(real))}`}
                />
              )}
              <i class="guess-zero" style={`--at: ${zero}`} />
              {(mine !== null || !now.isShown) && <span class="guess-mine" style={`--at: ${share(value)}`} />}
              {!now.isShown && (
                <input
                  type="range"
                  min={guess.least}
                  max={guess.most}
                  step={0.5}
                  value={value}
                  onInput={({ currentTarget }) =>
                    answer(
                      now.step,
                      sources.map((_, one) => (one === index ? Number(currentTarget.value) : (answers[one] ?? 0))),
                    )
                  }
                />
              )}
            </span>
            <output>{real === undefined ? signed(value, 1) : signed(real)}</output>
          </label>
        );
      })}
      <div class="guess-part guess-scale" aria-hidden="true">
        <span class="guess-track">
          {ticks.map((tick) => (
            <span key={tick} class="guess-tick" style={`--at: ${share(tick)}`} children={signed(tick, 0)} />
          ))}
        </span>
        <span class="guess-name">{t().why.legendScore}</span>
      </div>
    </div>
  );
}
