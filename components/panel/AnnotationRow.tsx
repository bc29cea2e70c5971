import { i18n } from '#i18n';
import type { Resolution } from '../../lib/anchor/types';
import type { AnnotationPatch } from '../../lib/store/port';
import type { AnnotationRecord } from '../../lib/store/types';
import { Button } from '../ui/Button';
import { TagInput } from '../ui/TagInput';
import { AnchorBadge } from './AnchorBadge';
import './annotation.css';
import { snippet } from './headline';
import { Marked } from './Marked';
import { NoteField } from './NoteField';
import { Doubt } from './review/Doubt';
import { doubtOf, isWaiting } from './review/queue';
import type { FindPassage } from './review/usePassage';
import type { ReviewDeeds } from './review/useReview';
import { useSaved } from './useSaved';

export interface AnnotationRowProps {
  readonly annotation: AnnotationRecord;
  readonly anchor: Resolution | undefined;
  readonly current: boolean;
  readonly terms: readonly string[];
  readonly tags: readonly { readonly tag: string; readonly count: number }[];
  /** Something is selected in the page that it could be moved to. */
  readonly hasSelection: boolean;
  readonly findPassage: FindPassage;
  readonly deeds: ReviewDeeds;
  readonly onReveal: () => void;
  readonly onUpdate: (patch: AnnotationPatch, base?: AnnotationPatch) => Promise<void>;
  readonly onRemove: () => void;
}

const colours = ['yellow', 'green', 'blue', 'red', 'purple'] as const;

/** An annotation: the passage, what was noted, and honestly whether the page still holds it. */
export function AnnotationRow(props: AnnotationRowProps) {
  const { annotation, anchor, current, terms, deeds } = props;
  const doubt = current ? doubtOf(annotation, anchor) : null;
  return (
    <article
      class={current ? 'annotation measure-current' : 'annotation'}
      data-colour={annotation.colour}
      aria-current={current ? 'true' : undefined}
    >
      <button type="button" class="annotation-quote" data-main onClick={props.onReveal}>
        <Marked text={current ? annotation.quote : snippet(annotation.quote, terms, 120)} terms={terms} />
      </button>
      <p class="task-line">
        {annotation.number && <span class="measure-number annotation-number">{annotation.number}</span>}
        {annotation.path.length > 0 && <span>{annotation.path.at(-1)}</span>}
        {annotation.tags.map((tag) => (
          <span key={tag} class="task-tag">
            #{tag}
          </span>
        ))}
        <AnchorBadge anchor={props.anchor} />
      </p>
      {!current && annotation.note && (
        <p class="annotation-note">
          <Marked text={annotation.note} terms={terms} />
        </p>
      )}
      {doubt && (
        <Doubt
          item={doubt}
          hasSelection={props.hasSelection}
          findPassage={props.findPassage}
          onConfirm={() => void deeds.place(doubt, 'found')}
          onPlace={() => void deeds.place(doubt, 'selection')}
          onLetGo={() => void deeds.letGo(doubt)}
        />
      )}
      {current && <Editor {...props} />}
    </article>
  );
}

function Editor({ annotation, anchor, tags, onUpdate, onRemove }: AnnotationRowProps) {
  const saved = useSaved(onUpdate);
  return (
    <div class="annotation-editor">
      <fieldset class="swatches">
        <legend class="visually-hidden">{i18n.t('panel.colour')}</legend>
        {colours.map((colour) => (
          <label key={colour} class="swatch" data-colour={colour} title={i18n.t(`panel.colours.${colour}`)}>
            <input
              type="radio"
              name={`colour-${annotation.id}`}
              aria-label={i18n.t(`panel.colours.${colour}`)}
              checked={annotation.colour === colour}
              onChange={() => saved.save({ colour })}
            />
          </label>
        ))}
      </fieldset>
      <NoteField
        label={i18n.t('panel.annotationNote')}
        of={annotation.id}
        stored={annotation.note}
        save={(note, base) => onUpdate({ note }, { note: base })}
        // Not while there is something to confirm by key.
        focus={annotation.note === '' && !(anchor && isWaiting(anchor))}
        aside={saved.error}
        action={
          <Button variant="quiet" small icon="trash" onClick={onRemove}>
            {i18n.t('panel.removeAnnotation')}
          </Button>
        }
      />
      <TagInput
        label={i18n.t('panel.addTag')}
        tags={annotation.tags}
        suggestions={tags}
        onChange={(next) => saved.save({ tags: next })}
      />
    </div>
  );
}
