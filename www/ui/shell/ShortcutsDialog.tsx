import { t } from "../../content";
import { Dialog } from "../common/Dialog";
import { shortcutsOpen } from "./openShortcuts";

export function ShortcutsDialog() {
  const words = t().help;
  return (
    <Dialog
      title={words.title}
      open={shortcutsOpen.value}
      onClose={() => {
        shortcutsOpen.value = false;
      }}
    >
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
    </Dialog>
  );
}
