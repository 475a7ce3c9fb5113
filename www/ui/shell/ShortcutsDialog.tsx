import { t } from "../../content";
import { IconButton } from "../common/Button";

const ID = "shortcuts";

function dialog(): HTMLDialogElement | null {
  const element = document.getElementById(ID);
  return element instanceof HTMLDialogElement ? element : null;
}

export function openShortcuts(): void {
  dialog()?.showModal();
}

export function ShortcutsDialog() {
  const words = t().shell.help;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the dialog closes it; Escape does the same for keys
    <dialog
      id={ID}
      class="dialog"
      aria-labelledby="shortcuts-title"
      onClick={(event) => event.target === event.currentTarget && event.currentTarget.close()}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id="shortcuts-title">{words.title}</h2>
          <IconButton icon="close" label={t().common.close} onClick={() => dialog()?.close()} />
        </div>
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
      </div>
    </dialog>
  );
}
