import { i18n } from '#i18n';
import type { Change } from '../../../lib/anchor/compare';
import { Badge } from '../../ui/Chip';
import { changeWord } from '../words';

/** Says that the measure of a task has changed since the reader last saw it, and how. */
export function ChangedBadge({ kinds }: { readonly kinds: readonly Change['kind'][] | undefined }) {
  const words = (kinds ?? []).map(changeWord);
  if (words.length === 0) return null;
  const bare = kinds?.every((kind) => kind === 'renumbered');
  return (
    <Badge tone={kinds?.includes('gone') ? 'bad' : bare ? 'plain' : 'warn'} title={i18n.t('changes.flagWhy')}>
      {i18n.t('changes.flag', [words.join('、')])}
    </Badge>
  );
}
