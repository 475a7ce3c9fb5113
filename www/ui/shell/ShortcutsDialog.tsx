import { t } from "../../content";
import { Dialog } from "../common/Dialog";
import { articleLink, canReadArticle } from "../common/readArticle";
import { shortcutsOpen } from "./openShortcuts";

const close = () => {
  shortcutsOpen.value = false;
};

export function ShortcutsDialog() {
  const words = t().help;
  const { href, onClick } = articleLink();
  return (
    <Dialog title={words.title} open={shortcutsOpen.value} onClose={close}>
      <div class="shortcut-groups">
        {words.groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map((entry) => (
                <div key={entry.does}>
                  <dt>
                    {entry.keys.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{entry.does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {canReadArticle.value && (
        <p>
          <a
            href={href}
            onClick={(event) => {
              close();
              onClick(event);
            }}
          >
            {words.article}
          </a>
        </p>
      )}
    </Dialog>
  );
}
