import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";
import { Icon, type IconName } from "./Icon";

interface Common extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon" | "size"> {
  icon?: IconName;
  /** solid: the one main action; plain: bordered; quiet: text only, for tools beside a heading; link: underlined. */
  look?: "solid" | "plain" | "quiet" | "link";
  /** Not now, often because it was just pressed: unlike a disabled button it keeps the focus. */
  unavailable?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
  children?: ComponentChildren;
}

/** What of a button follows from its being unavailable. */
function pressable({ unavailable = false, onClick, ...rest }: Common) {
  return unavailable ? { ...rest, "aria-disabled": true } : { ...rest, onClick };
}

export function Button({ icon, look = "plain", buttonRef, children, class: extra, ...rest }: Common) {
  return (
    <button
      type="button"
      ref={buttonRef ?? null}
      class={`button button-${look}${extra ? ` ${extra}` : ""}`}
      {...pressable(rest)}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  );
}

/** A button that shows a drawing only; the label is read out and shown on hover. */
export function IconButton({
  icon,
  label,
  class: extra,
  buttonRef,
  ...rest
}: Common & { icon: IconName; label: string }) {
  return (
    <button
      type="button"
      ref={buttonRef ?? null}
      class={`icon-button${extra ? ` ${extra}` : ""}`}
      aria-label={label}
      title={label}
      {...pressable(rest)}
    >
      <Icon name={icon} />
    </button>
  );
}
