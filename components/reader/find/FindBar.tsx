import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/Button';
import type { Find } from './useFind';
import './find-bar.css';

/** The bar to look for words in the document: how many, which one, the next, the one before. */
export function FindBar({ find }: { readonly find: Find }) {
  const input = useRef<HTMLInputElement>(null);
  // At once: what is typed right after the shortcut belongs in the field.
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [find.asked]);
  const { hits, current, words } = find;
  return (
    <search class="find-bar" aria-label={i18n.t('reader.find.title')}>
      <input
        ref={input}
        class="input find-words"
        type="search"
        aria-label={i18n.t('reader.find.title')}
        placeholder={i18n.t('reader.find.placeholder')}
        value={words}
        onInput={(event) => find.look(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') find.step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') find.close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span class="find-count" role="status">
        {words.trim() === ''
          ? ''
          : hits === 0
            ? i18n.t('reader.find.none')
            : i18n.t(find.more ? 'reader.find.countMore' : 'reader.find.count', [`${current + 1}`, `${hits}`])}
      </span>
      <IconButton
        small
        icon="chevronUp"
        label={i18n.t('reader.find.previous')}
        disabled={hits === 0}
        onClick={() => find.step(-1)}
      />
      <IconButton
        small
        icon="chevronDown"
        label={i18n.t('reader.find.next')}
        disabled={hits === 0}
        onClick={() => find.step(1)}
      />
      <label class="find-option" title={i18n.t('reader.find.looseHint')}>
        <input type="checkbox" checked={find.loose} onChange={(event) => find.setLoose(event.currentTarget.checked)} />
        {i18n.t('reader.find.loose')}
      </label>
      <IconButton small icon="x" label={i18n.t('reader.find.close')} onClick={find.close} />
    </search>
  );
}
