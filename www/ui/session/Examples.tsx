import { t } from "../../content";
import { client } from "../../state/engine";
import { catalogue, examples } from "../../state/opened";
import { itemName } from "../common/itemWords";
import { drawTestSession, startFrom } from "../common/sessionStarts";
import { exampleName } from "./exampleName";
import "../../styles/menus.css";

/** The sessions that come with the data, and one drawn from its test split. */
export function Examples({ close }: { close: () => void }) {
  const words = t().examples;
  return (
    <ul class="menu">
      {examples.value.map((example, index) => (
        <li key={example.id}>
          <button
            type="button"
            class="menu-item"
            onClick={() => {
              startFrom(example.items);
              close();
            }}
          >
            <b>{exampleName(example.id, index)}</b>
            <span>{example.items.map((id) => itemName(catalogue.value, id)).join(", ")}</span>
          </button>
        </li>
      ))}
      <li>
        <button
          type="button"
          class="menu-item"
          disabled={!client.value}
          onClick={() => {
            void drawTestSession();
            close();
          }}
        >
          <b>{words.randomReal}</b>
          <span>{words.randomRealNote}</span>
        </button>
      </li>
    </ul>
  );
}
