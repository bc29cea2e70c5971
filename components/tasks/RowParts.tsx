import { i18n } from '#i18n';
import type { DocumentHead } from '../../lib/store/types';
import { shortTitle } from '../records/title';
import type { RowState } from './RecordRow';
import './row-parts.css';
import { placeWord } from '../places';

/** The box that picks a record; Shift picks all up to it. */
export function Tick({ name, state }: { readonly name: string; readonly state: RowState }) {
  return (
    <input
      type="checkbox"
      class="checkbox"
      aria-label={i18n.t('tasks.selectOne', [name])}
      checked={state.selected}
      onClick={(event) => state.onSelect(event.shiftKey)}
    />
  );
}

/** A record's tags; a click on one shows what else has it. */
export function RowTags(props: { readonly tags: readonly string[]; readonly onTag: (tag: string) => void }) {
  return (
    <div class="task-tags">
      {props.tags.map((tag) => (
        <button
          type="button"
          class="task-tag"
          key={tag}
          title={i18n.t('tasks.onlyTag', [tag])}
          onClick={() => props.onTag(tag)}
        >
          {tag}
        </button>
      ))}
    </div>
  );
}

/** Of which document a record is, in as few words as it is known by; its address where it has no title. */
export function DocumentName(props: { readonly document: DocumentHead | undefined; readonly url: string }) {
  const title = props.document?.title ?? null;
  return (
    <span class="task-document" title={title ?? undefined}>
      {title === null ? placeWord(props.url) : shortTitle(title)}
    </span>
  );
}
