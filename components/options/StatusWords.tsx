import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { builtInStatus } from '../../lib/export/ledger/back/status-in';
import { readStatusWords, type StatusWord } from '../../lib/follow/status-words';
import { Button, IconButton } from '../ui/Button';
import './office.css';

const statuses = ['open', 'doing', 'done', 'dropped'] as const;

/** Status words of the office's own, each with the one of our four that it means. */
export function StatusWords(props: {
  readonly words: readonly StatusWord[];
  readonly onWords: (words: readonly StatusWord[]) => void;
}) {
  const { words, onWords } = props;
  const [word, setWord] = useState('');
  const [status, setStatus] = useState<StatusWord['status']>('doing');
  const [refused, setRefused] = useState<string | null>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const bare = word.replace(/\s+/gu, ' ').trim();
    const known = builtInStatus(bare);
    const mapped = words.find((each) => each.word === bare)?.status;
    const means = (each: StatusWord['status']) => i18n.t(`common.status.${each}`);
    if (known && known !== status) return setRefused(i18n.t('office.wordKnown', [bare, means(known), means(status)]));
    if (mapped && mapped !== status) return setRefused(i18n.t('office.wordMapped', [bare, means(mapped)]));
    const next = readStatusWords([...words.filter((each) => each.word !== word.trim()), { word, status }]);
    onWords(next);
    setWord('');
  };
  return (
    <div class="status-words">
      <h3>{i18n.t('office.words')}</h3>
      <p class="section-intro">{i18n.t('office.wordsIntro')}</p>
      <ul>
        {words.map((each) => (
          <li key={each.word}>
            <span>{i18n.t('office.wordMeans', [each.word, i18n.t(`common.status.${each.status}`)])}</span>
            <IconButton
              small
              icon="x"
              label={i18n.t('common.removeItem', [each.word])}
              onClick={() => onWords(words.filter(({ word }) => word !== each.word))}
            />
          </li>
        ))}
      </ul>
      <form class="office-line" onSubmit={add}>
        <input
          class="input"
          aria-label={i18n.t('office.word')}
          placeholder={i18n.t('office.wordExample')}
          maxLength={40}
          value={word}
          onInput={({ currentTarget: { value } }) => {
            setWord(value);
            setRefused(null);
          }}
        />
        <select
          class="input"
          aria-label={i18n.t('office.means')}
          value={status}
          onChange={({ currentTarget: { value } }) => {
            setStatus(value as StatusWord['status']);
            setRefused(null);
          }}
        >
          {statuses.map((each) => (
            <option key={each} value={each}>
              {i18n.t('office.meansOne', [i18n.t(`common.status.${each}`)])}
            </option>
          ))}
        </select>
        <Button small type="submit" icon="plus" disabled={word.trim() === ''}>
          {i18n.t('follow.add')}
        </Button>
      </form>
      {refused && <p role="alert">{refused}</p>}
    </div>
  );
}
