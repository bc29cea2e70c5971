import './keys-help.css';

/** One line of the help: keys as printed on them, each of which does the same or its counterpart. */
export interface KeyLine {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What keys do. */
export function KeyList({ lines }: { readonly lines: readonly KeyLine[] }) {
  return (
    <dl class="keys">
      {lines.map(({ keys, does }) => (
        <div key={does}>
          <dt>
            {keys.map((name) => (
              <kbd key={name}>{name}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
