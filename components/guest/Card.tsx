import { i18n } from '#i18n';
import { Icon } from './icons';
import type { CardFacts, MeasureFacts, NoteFacts } from './types';

export interface CardProps {
  readonly card: CardFacts;
  readonly onShow: () => void;
  readonly onTake: (measureId: string, event: Event) => void;
  readonly onRemoveNote: (id: string, event: Event) => void;
  readonly onClose: () => void;
}

/** Beside a mark that was clicked: what it means, and what can be done about it. */
export function Card({ card, onShow, onTake, onRemoveNote, onClose }: CardProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <div class="float card" role="dialog" tabIndex={-1} aria-label={labelOf(card)} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="icon card-close"
        aria-label={i18n.t('guest.close')}
        title={i18n.t('guest.close')}
        onClick={onClose}
      >
        <Icon name="x" />
      </button>
      {card.kind === 'measure' && <MeasureBody facts={card} />}
      {card.kind === 'annotation' && <NoteBody facts={card} />}
      {card.kind === 'task' && <p class="card-title">{card.title}</p>}
      <div class="row card-actions">
        {card.kind === 'measure' &&
          (card.taken ? (
            <span class="done">
              <Icon name="check" />
              {i18n.t('guest.taken')}
            </span>
          ) : (
            <button type="button" class="strong" onClick={(event) => onTake(card.id, event)}>
              <Icon name="listPlus" />
              {i18n.t('guest.take')}
            </button>
          ))}
        {card.kind === 'annotation' && (
          <button type="button" onClick={(event) => onRemoveNote(card.id, event)}>
            <Icon name="trash" />
            {i18n.t('guest.remove')}
          </button>
        )}
        <button type="button" onClick={onShow}>
          <Icon name="panelRight" />
          {i18n.t('guest.showInPanel')}
        </button>
      </div>
    </div>
  );
}

function labelOf(card: CardFacts): string {
  if (card.kind === 'annotation') return i18n.t('guest.annotate');
  if (card.kind === 'task') return i18n.t('guest.taken');
  return card.number === null ? i18n.t('guest.measure') : i18n.t('guest.measureNumber', [card.number]);
}

function MeasureBody({ facts }: { readonly facts: MeasureFacts }) {
  return (
    <>
      <p class="card-title">
        <span class="number">{labelOf(facts)}</span>
        {facts.duty && (
          <span class="mine">
            {i18n.t('guest.ours', [i18n.t(`role.${facts.duty.role}`)])}
            {facts.duty.certainty === 'named' ? '' : ` · ${i18n.t(`guest.certainty.${facts.duty.certainty}`)}`}
          </span>
        )}
      </p>
      <p class="card-text">{facts.title}</p>
      <dl>
        {facts.units.map(({ role, names }) => (
          <div key={role}>
            <dt class={`role-${role}`}>{i18n.t(`role.${role}`)}</dt>
            <dd>
              {names.map(({ name, mine, possible }, index) => (
                <span key={`${index} ${name}`}>
                  {index > 0 && '、'}
                  <span class={mine ? 'unit-mine' : possible ? 'unit-maybe' : undefined}>{name}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
        {facts.deadline && (
          <div>
            <dt>{i18n.t('guest.deadline')}</dt>
            <dd>
              {facts.deadline}
              {facts.byDefault && <span class="by-default">{i18n.t('guest.byDefault')}</span>}
            </dd>
          </div>
        )}
        {facts.recurrence && (
          <div>
            <dt>{i18n.t('guest.recurrence')}</dt>
            <dd>{facts.recurrence}</dd>
          </div>
        )}
      </dl>
    </>
  );
}

function NoteBody({ facts }: { readonly facts: NoteFacts }) {
  return (
    <>
      <blockquote class={`quote quote-${facts.colour}`}>{facts.quote}</blockquote>
      {facts.note && <p class="card-text">{facts.note}</p>}
      {facts.tags.length > 0 && (
        <p class="tags">
          {facts.tags.map((tag) => (
            <span key={tag}>{tag}</span>
          ))}
        </p>
      )}
    </>
  );
}
