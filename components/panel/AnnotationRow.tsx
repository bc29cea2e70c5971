import type { RefObject } from 'preact';
import { i18n } from '#i18n';
import type { Resolution } from '../../lib/anchor/types';
import type { AnnotationPatch } from '../../lib/store/port';
import type { AnnotationRecord } from '../../lib/store/types';
import { Line } from '../records/Line';
import type { FieldName } from '../records/useCursor';
import { useField } from '../records/useField';
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
import type { Show } from './types';
import { useSaved } from './useSaved';

export interface AnnotationRowProps {
  readonly annotation: AnnotationRecord;
  readonly anchor: Resolution | undefined;
  readonly current: boolean;
  readonly show: Show;
  readonly field: FieldName | null;
  readonly onDone: () => void;
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
  const { annotation, anchor, current, terms, deeds, show } = props;
  if (show === 'line') return <AnnotationLine {...props} />;
  const full = show === 'full';
  const doubt = current ? doubtOf(annotation, anchor) : null;
  return (
    <article
      class={current ? 'annotation measure-current' : 'annotation'}
      data-colour={annotation.colour}
      aria-current={current ? 'true' : undefined}
    >
      <button type="button" class="annotation-quote" data-main onClick={props.onReveal}>
        <Marked text={full ? annotation.quote : snippet(annotation.quote, terms, 120)} terms={terms} />
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
      {!full && annotation.note && (
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
      {full && <Editor {...props} />}
    </article>
  );
}

/** An annotation in one line, in its colour. */
function AnnotationLine({ annotation, anchor, current, terms, onReveal }: AnnotationRowProps) {
  return (
    <Line
      class="annotation"
      current={current}
      tick={<span class="line-colour" data-colour={annotation.colour} aria-hidden="true" />}
      number={annotation.number}
      title={<Marked text={snippet(annotation.quote, terms, 60)} terms={terms} />}
      hint={[annotation.quote.slice(0, 200), annotation.note].filter(Boolean).join('\n')}
      onOpen={onReveal}
    >
      {annotation.note && <span class="line-note">{annotation.note}</span>}
      {annotation.tags.slice(0, 1).map((tag) => (
        <span key={tag} class="task-tag">
          #{tag}
        </span>
      ))}
      <AnchorBadge anchor={anchor} />
    </Line>
  );
}

function Editor({ annotation, anchor, tags, field, onDone, onUpdate, onRemove }: AnnotationRowProps) {
  const saved = useSaved(onUpdate);
  const root = useField(field, onDone) as RefObject<HTMLDivElement | null>;
  return (
    <div class="annotation-editor" ref={root}>
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
