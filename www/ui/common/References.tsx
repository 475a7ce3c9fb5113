import { Fragment } from "preact";

interface Props {
  readonly of: readonly { readonly text: string; readonly href: string }[];
}

/** What a caution rests on, in one line. */
export function References({ of }: Props) {
  return (
    <span class="caution-references">
      {of.map(({ text, href }, index) => (
        <Fragment key={href}>
          {index > 0 && "; "}
          <a href={href} rel="noopener noreferrer" target="_blank">
            {text}
          </a>
        </Fragment>
      ))}
    </span>
  );
}
