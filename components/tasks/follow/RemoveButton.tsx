import { IconButton } from '../../ui/Button';
import './follow.css';

/**
 * Takes an entry out of its list. The focus goes to the button of the next entry, of the one before, or to the part's next
 * control: with its own button it would fall to the body.
 */
export function RemoveButton({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  return (
    <IconButton
      small
      icon="x"
      class="follow-remove"
      label={label}
      onClick={({ currentTarget }) => {
        const part = currentTarget.closest('section');
        const all = [...(part?.querySelectorAll<HTMLElement>('.follow-remove') ?? [])];
        const at = all.indexOf(currentTarget);
        const next = all[at + 1] ?? all[at - 1];
        (next ?? part?.querySelector<HTMLElement>('input, textarea, button:not(.follow-remove)'))?.focus();
        onRemove();
      }}
    />
  );
}
