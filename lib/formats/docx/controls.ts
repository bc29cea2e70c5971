import { child, childrenOf, type XmlElement } from '../xml';
import type { DocxContext } from './context';
import { toggle } from './styles';

/** Whether a content control shows its prompt ("click here to enter text"), which is no text of the paper. */
export const isPrompt = (control: XmlElement): boolean => toggle(child(control, 'sdtPr'), 'showingPlcHdr') ?? false;

/** What a content control shows that holds no text of its own: a value bound to it, its choice, its date; '' for none. */
export function controlText(control: XmlElement, context: Pick<DocxContext, 'bound'>): string {
  const properties = child(control, 'sdtPr');
  const binding = child(properties, 'dataBinding')?.attributes.xpath;
  return (binding === undefined ? '' : context.bound(binding)) || ownValue(properties);
}

function ownValue(properties: XmlElement | undefined): string {
  const box = child(properties, 'checkbox');
  if (box) return toggle(box, 'checked') ? '☑' : '□';
  const date = child(properties, 'date');
  if (date?.attributes.fullDate) return dateShown(date.attributes.fullDate, child(date, 'dateFormat')?.attributes.val);
  const list = child(properties, 'dropDownList') ?? child(properties, 'comboBox');
  const last = list?.attributes.lastValue;
  const entry = childrenOf(list, 'listItem').find(({ attributes }) => attributes.value === last);
  return entry ? (entry.attributes.displayText ?? entry.attributes.value ?? '') : '';
}

/** 2027-06-30T00:00:00Z in a form like yyyy年M月d日; as it is stored where the form has other parts. */
function dateShown(stored: string, form = 'yyyy-MM-dd'): string {
  const [year = '', month = '', day = ''] = stored.slice(0, 10).split('-');
  const shown = form.replace(/yyyy|yy|MM|M|dd|d/g, (part) => {
    if (part[0] === 'y') return year.slice(-part.length);
    const value = part[0] === 'M' ? month : day;
    return part.length === 1 ? String(Number(value)) : value;
  });
  return /[A-Za-z]/.test(shown) ? stored.slice(0, 10) : shown;
}

/**
 * The value that a binding names in one of the parts of data beside the document: names with their places, from the root
 * (`/ns0:plan[1]/ns0:unit[2]`), at the end perhaps an attribute; '' where nothing stands there.
 */
export function boundValue(roots: readonly XmlElement[], path: string): string {
  const steps = path.split('/').filter(Boolean);
  for (const root of roots) {
    let at: XmlElement | undefined = { name: '', attributes: {}, children: [root] };
    let value: string | undefined;
    for (const step of steps) {
      const [, attribute, name = '', place = '1'] = /^(@)?(?:[^:[\]]+:)?([^:[\]]+)(?:\[(\d+)\])?$/.exec(step) ?? [];
      if (attribute) value = at?.attributes[name];
      else at = childrenOf(at, name)[Number(place) - 1];
    }
    value ??= at?.children.every((node) => typeof node === 'string') ? at.children.join('') : undefined;
    if (value) return value;
  }
  return '';
}
