import { childrenOf, type XmlElement } from '../xml';

/** What a form field or a list to choose from shows that keeps its value in its parts; null for what is none. */
export function fieldText(element: XmlElement): string | null {
  if (element.name === 'fieldmark') return markText(element);
  // A list to choose from has its choice as text beside its entries.
  if (element.name !== 'drop-down' && element.name !== 'dropdown') return null;
  const own = element.children.filter((node): node is string => typeof node === 'string').join('');
  const chosen = childrenOf(element, 'label').find(({ attributes }) => attributes['current-selected'] === 'true');
  return own.trim() || (chosen?.attributes.value ?? '');
}

function markText(element: XmlElement): string {
  const values = (name: string) =>
    childrenOf(element, 'param')
      .filter(({ attributes }) => attributes.name === name)
      .map(({ attributes }) => attributes.value ?? '');
  if (/CHECKBOX$/.test(element.attributes.type ?? '')) return values('Checkbox_Checked')[0] === 'true' ? '☑' : '□';
  return values('Dropdown_ListEntry')[Number(values('Dropdown_Selected')[0] ?? 0)] ?? '';
}
