import { t } from "../../content";
import { marked } from "../../content/marks";
import type { PanelParts } from "../../panels";
import { below } from "../common/below";
import { Cite } from "../common/Cite";
import { fraction } from "../common/formatMore";
import { Marked } from "../common/Marked";
import { bestOther, MODELS, type PaperRow, RESULTS } from "../common/paperResults";
import { articleLink, canReadArticle } from "../common/readArticle";
import { wide } from "../common/viewport";
import "../../styles/paper.css";

const PAPER_URL = "https://arxiv.org/abs/2204.11046";
const CODE_URL = "https://github.com/AIM-SE/DIF-SR";

function Results() {
  const words = t().paper;
  return (
    <>
      <p class="note paper-note" id="paper-note">
        <span class="stamp">{words.stamp}</span> {words.tableNote}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-label={words.tableLabel} tabIndex={0}>
        <table class="table paper-table" aria-describedby="paper-note">
          <thead>
            <tr>
              <th scope="col">{words.columns.data}</th>
              <th scope="col">{words.columns.metric}</th>
              {MODELS.map((name) => (
                <th key={name} scope="col" class="numeric">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {RESULTS.map((row, index) => {
              const best = bestOther(row);
              const starts = RESULTS[index - 1]?.data !== row.data;
              return (
                <tr key={`${row.data} ${row.metric}`} class={starts ? "group-start" : ""}>
                  {starts && (
                    <th scope="rowgroup" rowSpan={RESULTS.filter(({ data }) => data === row.data).length}>
                      {row.data}
                    </th>
                  )}
                  <th scope="row" class="paper-metric">
                    <MetricName row={row} />
                  </th>
                  {row.values.map((value, at) => {
                    const look = at === MODELS.length - 1 ? "ours" : value === best ? "second" : "";
                    return (
                      <td key={MODELS[at]} class={`numeric ${look}`}>
                        {fraction(value, 4)}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Each metric explains itself where it stands first. */
function MetricName({ row }: { row: PaperRow }) {
  const isNdcg = (one: PaperRow) => one.metric.startsWith("NDCG");
  const first = RESULTS.find((one) => isNdcg(one) === isNdcg(row));
  return <Marked text={first === row ? marked(isNdcg(row) ? "ndcg" : "recall", row.metric) : row.metric} />;
}

function Differences() {
  const { title, head, rows } = t().paper.differences;
  return (
    <div class="paper-block">
      <h3 id="differences-title">{title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="table-scroll" aria-labelledby="differences-title" tabIndex={0}>
        <table class="table differences">
          <thead>
            <tr>
              <th scope="col">{head.point}</th>
              <th scope="col">{head.paper}</th>
              <th scope="col">{head.code}</th>
              <th scope="col">{head.page}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.point}>
                <th scope="row">{row.point}</th>
                <td>{row.paper}</td>
                <td>{row.code}</td>
                <td>{row.page}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Findings() {
  const { title, items } = t().paper.findings;
  return (
    <div class="paper-block">
      <h3>{title}</h3>
      <ul class="paper-list">
        {items.map((item) => (
          <li key={item}>
            <Marked text={item} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export const paperPanel: PanelParts = { Body, Lede };

function Lede() {
  return <p class="lede">{t().paper.lede}</p>;
}

function Body() {
  const words = t().paper;
  const Below = below.value;
  return (
    <div class="paper">
      <p class="paper-about">
        <Marked text={words.about} /> <span class="paper-source">{words.source}</span>
      </p>
      <p class="paper-links">
        <a href={PAPER_URL} rel="noopener noreferrer" target="_blank">
          {words.links.paper}
        </a>
        <a href={CODE_URL} rel="noopener noreferrer" target="_blank">
          {words.links.code}
        </a>
        {canReadArticle.value && <a {...articleLink()}>{words.links.article}</a>}
      </p>
      <Results />
      <Differences />
      <Findings />
      <div class="paper-columns">
        <div>
          <h3>{words.limits.title}</h3>
          <ul class="paper-list">
            {words.limits.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
        <div>
          <h3>{t().paper.cite.title}</h3>
          <Cite />
        </div>
      </div>
      {!wide.value && Below && <Below />}
    </div>
  );
}
