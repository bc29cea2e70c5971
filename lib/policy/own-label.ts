import { labelMeaning } from './labels';

/** Does a line begin with the label of a role, a time or a person? */
export function ownLabel(text: string): boolean {
  const colon = text.slice(0, 24).search(/[：:]/);
  if (colon < 2) return false;
  const label = text.slice(0, colon).replace(/^[（(【［[]/, '');
  const meaning = labelMeaning(label) ?? labelMeaning(label.replace(/[（(][^）)]*[）)]$/, ''));
  return meaning !== null && meaning.kind !== 'none';
}
