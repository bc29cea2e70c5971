import { i18n } from '#i18n';
import type { Figures } from '../../../lib/export/progress/figures';
import type { Division, PartFigures } from '../../../lib/export/progress/report';

const kinds = ['done', 'open', 'overdue'] as const;
type Kind = (typeof kinds)[number];

/** What the three looks of a bar mean. */
export function BarsKey() {
  return (
    <p class="bars-key">
      {kinds.map((kind) => (
        <span key={kind} class="bars-word">
          <i class={`bar-part bar-${kind}`} aria-hidden="true" />
          {i18n.t(`progress.kinds.${kind}`)}
        </span>
      ))}
    </p>
  );
}

/** A bar for each part: done, open and not late, overdue. As long as it has duties, with its numbers beside it. */
export function Bars({ by, parts }: { readonly by: Division; readonly parts: readonly PartFigures[] }) {
  const most = Math.max(...parts.map(({ figures }) => figures.total));
  const title = i18n.t(`progress.barsBy.${by}`);
  return (
    <figure class="bars" aria-label={title}>
      <figcaption>{title}</figcaption>
      <ul>
        {parts.map(({ id, name, figures }) => (
          <li key={id} class="bars-row">
            <span class="bars-name">{name}</span>
            <Bar figures={figures} most={most} />
            <span class="bars-numbers">
              {i18n.t('progress.numbers', [figures.done, partOf(figures, 'open'), figures.overdue])}
            </span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Bar({ figures, most }: { readonly figures: Figures; readonly most: number }) {
  return (
    <span class="bar" aria-hidden="true">
      {kinds
        .filter((kind) => partOf(figures, kind) > 0)
        .map((kind) => (
          <i key={kind} class={`bar-part bar-${kind}`} style={{ width: `${(partOf(figures, kind) / most) * 100}%` }} />
        ))}
    </span>
  );
}

/** The three parts add up to the total. */
const partOf = ({ total, done, overdue }: Figures, kind: Kind): number =>
  ({ done, overdue, open: total - done - overdue })[kind];
