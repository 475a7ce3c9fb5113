import { placeId } from "../../content/article";
import { REFERENCE_IDS, REFERENCES } from "../../content/references";

/** What the article rests on. Links that lead out of the page ask nothing of anybody before they are pressed. */
export function References() {
  return (
    <ol class="essay-sources" lang="en">
      {REFERENCE_IDS.map((id) => {
        const { authors, title, where, href } = REFERENCES[id];
        return (
          <li key={id} id={placeId(`ref-${id}`)} tabIndex={-1}>
            {authors}: <cite>{title}</cite>, {where}.{" "}
            <a href={href} rel="noopener noreferrer" target="_blank">
              {href.replace(/^https:\/\/(doi\.org\/)?/, (_, doi) => (doi ? "doi:" : ""))}
            </a>
          </li>
        );
      })}
    </ol>
  );
}
