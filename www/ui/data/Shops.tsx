// Three shops as cards, and the rules behind them as sliders.
import { t } from "../../content";
import type { ProcessWeights } from "../../engine.ts";
import { PRESETS, RULES, SHOP_SEEDS, SHOP_SESSIONS } from "../../state/dataKey";
import { client } from "../../state/engine";
import { openData } from "../../state/opened";
import { Button } from "../common/Button";
import { count, percent } from "../common/format";
import { Marked } from "../common/Marked";
import { NumberField } from "../common/NumberField";
import { PRESET_WEIGHTS, sameMix, shares } from "../common/presets";
import { useValidFields } from "../common/validFields";
import { isPresetOpen, opening, openShop, outcome, presetShop, type ShopDraft, shop } from "./draft";
import { Failure } from "./Failure";

export function Shops() {
  const words = t().data;
  const draft = shop.value;
  const failed = outcome.value;
  return (
    <section aria-labelledby="shops-title">
      <h3 id="shops-title">
        <Marked text={words.presetsTitle} />
      </h3>
      <p class="note">{words.presetsNote}</p>
      <ul class="preset-cards">
        {PRESETS.map((id) => {
          const isOpen = isPresetOpen(id, openData.value?.key);
          const card = words.presets[id];
          return (
            <li key={id}>
              <button
                type="button"
                class="preset-card"
                aria-pressed={isOpen}
                disabled={opening.value || !client.value}
                onClick={() => void openShop(presetShop(id))}
              >
                <span class="preset-name">
                  <b>{t().shops.names[id]}</b>
                  {isOpen && <span class="preset-tag">{words.presetOpen}</span>}
                </span>
                <span class="preset-text">{card.text}</span>
                <Mix weights={PRESET_WEIGHTS[id]} />
              </button>
            </li>
          );
        })}
      </ul>
      <Mixer draft={draft} />
      {failed?.kind === "failed" && failed.of === "shop" && <Failure failure={failed.failure} of="shop" />}
    </section>
  );
}

/** The mix as one bar in a single grey: these are rules, no sources. */
function Mix({ weights }: { weights: ProcessWeights }) {
  const words = t().data;
  const mixed = shares(weights);
  if (!mixed) return null;
  const named = RULES.map((rule) => ({ rule, share: mixed[rule] })).filter(({ share }) => share > 0);
  const [first] = [...named].sort((a, b) => b.share - a.share);
  return (
    <span class="mix">
      <span class="mix-bar" aria-hidden="true">
        {named.map(({ rule, share }) => (
          <i key={rule} class={rule === first?.rule ? "is-first" : ""} style={{ width: `${share * 100}%` }} />
        ))}
      </span>
      <span class="mix-words">
        {words.mix}:{" "}
        {named.map(({ rule, share }) => `${words.rules[rule].name.toLowerCase()} ${percent(share, 0)}`).join(", ")}
      </span>
    </span>
  );
}

function Mixer({ draft }: { draft: ShopDraft }) {
  const words = t().data;
  const { allValid, onValid } = useValidFields();
  const mixed = shares(draft.weights);
  const set = (change: Partial<ShopDraft>) => {
    shop.value = { ...draft, ...change };
  };
  return (
    <details class="mixer">
      <summary>{words.mixTitle}</summary>
      <div class="mixer-body">
        {RULES.map((rule) => (
          <label key={rule} class="mixer-rule">
            <span>
              {words.rules[rule].name} <span class="mixer-help">{words.rules[rule].help}</span>
            </span>
            <output>{mixed ? percent(mixed[rule], 0) : "–"}</output>
            <input
              type="range"
              min={0}
              max={100}
              step={1}
              value={Math.round(draft.weights[rule] * 100)}
              aria-valuetext={mixed ? percent(mixed[rule], 0) : ""}
              onInput={(event) =>
                set({ weights: { ...draft.weights, [rule]: Number(event.currentTarget.value) / 100 } })
              }
            />
          </label>
        ))}
        {!mixed && (
          <p class="field-bad" role="alert">
            {words.rulesZero}
          </p>
        )}
        <div class="mixer-numbers">
          <NumberField
            label={words.seed}
            value={draft.seed}
            least={SHOP_SEEDS.least}
            most={SHOP_SEEDS.most}
            onChange={(seed) => seed !== null && set({ seed })}
            onValid={onValid("seed")}
          />
          <NumberField
            label={words.sessions}
            value={draft.sessions}
            empty={count(3000)}
            least={SHOP_SESSIONS.least}
            most={SHOP_SESSIONS.most}
            onChange={(sessions) => set({ sessions })}
            onValid={onValid("sessions")}
          />
        </div>
        <div class="data-buttons">
          <Button
            look="solid"
            disabled={!mixed || !allValid || opening.value || !client.value}
            onClick={() => void openShop(draft)}
          >
            {opening.value ? words.opening : words.make}
          </Button>
          {!sameMix(draft.weights, PRESET_WEIGHTS[draft.preset]) && (
            <Button look="link" onClick={() => set({ weights: PRESET_WEIGHTS[draft.preset] })}>
              {words.presetMix}
            </Button>
          )}
        </div>
      </div>
    </details>
  );
}
