import { useId, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { RemovableChip } from './Chip';
import './tag-input.css';
import type { Draft } from './useDraft';

export interface TagInputProps {
  readonly label: string;
  readonly tags: readonly string[];
  /** Most used first, as `Store.tags` gives them. */
  readonly suggestions: readonly { readonly tag: string; readonly count: number }[];
  readonly onChange: (tags: readonly string[]) => void;
  /** Longest tag in UTF-16 code units; longer input is refused with a message, never cut. */
  readonly maxLength?: number;
  readonly maxTags?: number;
  /** What is typed and no tag yet, where somebody else keeps it. */
  readonly typed?: Pick<Draft, 'value' | 'change'>;
}

/** Most completions shown at once. */
const shown = 8;

/** What separates tags when several are typed or pasted. */
const separators = /[,，、;；\n\t]+/;

/** The tags in what was typed or pasted. */
export const tagsIn = (text: string): string[] =>
  text
    .split(separators)
    .map((tag) => tag.replace(/\s+/gu, ' ').trim().normalize('NFC'))
    .filter((tag) => tag !== '');

/** Tags that are typed, completed from those in use, and taken away. A combobox of the ARIA pattern with a listbox. */
export function TagInput(props: TagInputProps) {
  const { label, tags, suggestions, onChange, maxLength = 40, maxTags = 50 } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [own, change] = useState('');
  const { value: text, change: setText } = props.typed ?? { value: own, change };
  /** Something stands in the field that is no tag yet: one that goes with what was put into it is left once more as it goes. */
  const waits = useRef(text !== '');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [error, setError] = useState<string | null>(null);

  const matches = open ? completions(text, tags, suggestions) : [];
  const add = (input: string) => {
    const fresh = tagsIn(input);
    if (fresh.some((tag) => tag.length > maxLength)) return setError(i18n.t('common.tagTooLong', [`${maxLength}`]));
    const all = [...new Set([...tags, ...fresh])];
    if (all.length > maxTags) return setError(i18n.t('common.tooManyTags', [`${maxTags}`]));
    setError(null);
    setText('');
    waits.current = false;
    setActive(-1);
    if (all.length !== tags.length) onChange(all);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter that ends a Chinese input method's composition is not ours.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (matches.length > 0)
        setActive((active + step + matches.length + (active < 0 && step < 0 ? 1 : 0)) % matches.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // What stands in the field, which a quick hand has typed before it was drawn.
      add(matches[active]?.tag ?? input.current?.value ?? text);
    } else if (event.key === 'Escape' && open && matches.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && text === '' && tags.length > 0) {
      onChange(tags.slice(0, -1));
    }
  };

  return (
    <div class="tag-input">
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: only widens the click to the input within */}
      <div class="tag-input-box" onClick={(event) => event.target === event.currentTarget && input.current?.focus()}>
        {tags.map((tag) => (
          <RemovableChip key={tag} text={tag} onRemove={() => onChange(tags.filter((other) => other !== tag))} />
        ))}
        <input
          ref={input}
          id={id}
          class="tag-input-text"
          data-field="tags"
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={matches.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 && active < matches.length ? `${id}-${active}` : undefined}
          aria-invalid={error ? 'true' : undefined}
          placeholder={tags.length === 0 ? label : ''}
          value={text}
          onInput={(event) => {
            const value = event.currentTarget.value;
            waits.current = true;
            setOpen(true);
            setActive(-1);
            setError(null);
            if (separators.test(value) && !(event as InputEvent).isComposing) add(value);
            else setText(value);
          }}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            // What was typed and not confirmed is meant: it is kept, not lost.
            if (waits.current && text.trim() !== '') add(text);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div class="tag-input-list" id={`${id}-list`} role="listbox" aria-label={label} hidden={matches.length === 0}>
        {matches.map((match, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the input keeps the focus and has the keys (aria-activedescendant)
          <div
            key={match.tag}
            id={`${id}-${index}`}
            class="tag-input-option"
            role="option"
            aria-selected={index === active}
            // Before blur, which would close the list under the pointer.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => add(match.tag)}
          >
            <span>{match.tag}</span>
            <span class="tag-input-count">{match.count}</span>
          </div>
        ))}
      </div>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Tags in use that hold what is typed and are not here yet; those that begin with it first, then by use. */
function completions(text: string, tags: readonly string[], suggestions: TagInputProps['suggestions']) {
  const typed = text.trim().toLowerCase();
  const fits = suggestions.filter(({ tag }) => !tags.includes(tag) && tag.toLowerCase().includes(typed));
  const begins = (tag: string) => (tag.toLowerCase().startsWith(typed) ? 0 : 1);
  return [...fits].sort((a, b) => begins(a.tag) - begins(b.tag)).slice(0, shown);
}
