import { HeadingRow } from '../records/HeadingRow';
import type { Row } from './rows';
import { groupWord } from './words';

/** The heading whose part is scrolled through. */
export function Stuck(props: {
  readonly rows: readonly Row[];
  readonly topmost: number;
  readonly folded: ReadonlySet<string>;
  readonly onFold: (key: string) => void;
}) {
  for (let index = props.topmost; index >= 0; index--) {
    const row = props.rows[index];
    if (row?.kind !== 'section' && row?.kind !== 'group') continue;
    const text = row.kind === 'section' ? row.section.heading : groupWord(row.group);
    return (
      <HeadingRow
        text={text}
        count={row.count}
        depth={0}
        folded={props.folded.has(row.key)}
        hint={text}
        onFold={() => props.onFold(row.key)}
      />
    );
  }
  return null;
}
