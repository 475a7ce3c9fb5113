// Every term that the page explains where it stands, in one list, each with the way to where it can be seen.
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../content";
import { placeId } from "../../content/article";
import { language } from "../../content/language";
import { TERM_IDS } from "../../content/terms";
import { count } from "../common/format";
import { canGoTo, hash } from "../common/navigation";
import { TERM_PANELS } from "../common/termPanels";
import { goToPanelFrom, PLACE } from "./places";

const ID = placeId("glossary");

export function Glossary() {
  const { glossary, article, panels } = t();
  const order = new Intl.Collator(language.value);
  const terms = TERM_IDS.map((id) => ({ id, ...glossary[id] })).sort((a, b) => order.compare(a.name, b.name));
  const list = useRef<HTMLDetailsElement>(null);
  // Whoever comes for it wants to see it.
  const isWanted = hash.value === `#${ID}`;
  useEffect(() => {
    if (isWanted && list.current) list.current.open = true;
  }, [isWanted]);
  return (
    <details class="glossary" ref={list}>
      <summary>
        <h3 id={ID} tabIndex={-1} {...{ [PLACE]: true }}>
          {article.glossary(count(TERM_IDS.length))}
        </h3>
      </summary>
      <dl>
        {terms.map(({ id, name, text }) => {
          const panel = TERM_PANELS[id];
          return (
            <div key={id}>
              <dt>{name}</dt>
              <dd>
                {text}{" "}
                {panel !== null && canGoTo(panel) && (
                  <a
                    href={`?panel=${panel}`}
                    onClick={(event) => {
                      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                      event.preventDefault();
                      goToPanelFrom(panel);
                    }}
                  >
                    {article.see(panels.names[panel].name)}
                  </a>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </details>
  );
}
