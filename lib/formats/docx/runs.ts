import { escapeHtml } from '../escape';
import { cleanText } from '../markup';
import { child, childrenOf, isElement, type XmlElement } from '../xml';
import type { DocxContext } from './context';
import { type Style, toggle } from './styles';

/** The content of a paragraph, being collected; runs of equal weight join. */
export class Inline {
  private html = '';
  private strongOpen = false;
  /** Text boxes and drawings met on the way: they print as blocks of their own after the paragraph. */
  readonly boxes: XmlElement[] = [];

  text(text: string, strong: boolean): void {
    const clean = cleanText(text);
    if (clean === '') return;
    this.weight(strong);
    this.html += escapeHtml(clean);
  }

  markup(html: string): void {
    this.html += html;
  }

  private weight(strong: boolean): void {
    if (strong === this.strongOpen) return;
    this.html += strong ? '<strong>' : '</strong>';
    this.strongOpen = strong;
  }

  finish(): string {
    this.weight(false);
    return this.html;
  }
}

/** Wrappers that print what they hold: links, accepted insertions, content controls … */
const transparent = new Set([
  'hyperlink',
  'ins',
  'moveTo',
  'smartTag',
  'customXml',
  'sdt',
  'sdtContent',
  'fldSimple',
  'dir',
  'bdo',
  'oMath',
  'oMathPara',
]);

/**
 * Collects what the children of a paragraph (or of a wrapper in one) print: the text as it stands after all tracked
 * changes are accepted, without hidden text, field codes and comments.
 */
export function collectRuns(parent: XmlElement, style: Style | undefined, inline: Inline, context: DocxContext): void {
  for (const node of parent.children) {
    if (!isElement(node)) continue;
    if (node.name === 'r') collectRun(node, style, inline, context);
    else if (node.name === 'ruby') collectRuns(child(node, 'rubyBase') ?? node, style, inline, context);
    else if (node.name === 'del' || node.name === 'moveFrom') context.warn('changes-accepted');
    else if (node.name === 'AlternateContent') collectRuns(alternative(node), style, inline, context);
    else if (transparent.has(node.name)) {
      if (node.name === 'ins' || node.name === 'moveTo') context.warn('changes-accepted');
      collectRuns(node, style, inline, context);
    }
  }
}

/** Of two renderings of the same thing, one: the newer, unless it holds nothing we read. */
function alternative(node: XmlElement): XmlElement {
  return child(node, 'Choice') ?? child(node, 'Fallback') ?? node;
}

function collectRun(run: XmlElement, style: Style | undefined, inline: Inline, context: DocxContext): void {
  const properties = child(run, 'rPr');
  const own = child(properties, 'rStyle')?.attributes.val;
  const runStyle = own === undefined ? undefined : context.styles.of(own);
  if (toggle(properties, 'vanish') ?? runStyle?.hidden ?? style?.hidden) {
    if (child(run, 't')) context.warn('hidden-left-out');
    return;
  }
  const strong = toggle(properties, 'b') ?? runStyle?.bold ?? style?.bold ?? false;
  for (const node of childrenOf(run)) runPart(node, strong, inline, context, style);
}

function runPart(
  node: XmlElement,
  strong: boolean,
  inline: Inline,
  context: DocxContext,
  style: Style | undefined,
): void {
  switch (node.name) {
    case 'fldChar':
      context.field(node.attributes.fldCharType ?? '');
      return;
    case 't':
      if (context.inFieldCode) return;
      inline.text(plain(node), strong);
      return;
    case 'tab':
    case 'ptab':
      inline.text('\t', strong);
      return;
    case 'br':
      // A page or column break inside a paragraph is the layout's affair; the sentence runs on.
      if (node.attributes.type === undefined || node.attributes.type === 'textWrapping') inline.markup('<br>');
      return;
    case 'cr':
      inline.markup('<br>');
      return;
    case 'noBreakHyphen':
      inline.text('-', strong);
      return;
    case 'sym':
      inline.text(symbol(node), strong);
      return;
    case 'footnoteReference':
    case 'endnoteReference': {
      const mark = context.noteMark(node.name === 'footnoteReference' ? 'footnote' : 'endnote', node.attributes);
      if (mark) inline.markup(`<sup>${escapeHtml(mark)}</sup>`);
      return;
    }
    case 'ruby':
      collectRuns(child(node, 'rubyBase') ?? node, style, inline, context);
      return;
    case 'AlternateContent':
      for (const inner of childrenOf(alternative(node))) runPart(inner, strong, inline, context, style);
      return;
    case 'drawing':
    case 'pict':
    case 'object':
      inline.boxes.push(node);
      return;
  }
}

function plain(node: XmlElement): string {
  return node.children.filter((part): part is string => !isElement(part)).join('');
}

/** The few signs of symbol fonts that stand for something in official papers: boxes to tick. */
const symbols: Record<string, string> = { f052: '☑', f0fe: '☑', f0a3: '□', f0a8: '□', f06f: '□', f0fc: '✓', f0b7: '•' };

function symbol(node: XmlElement): string {
  const code = (node.attributes.char ?? '').toLowerCase();
  if (symbols[code]) return symbols[code];
  const value = Number.parseInt(code, 16);
  return value > 32 && value < 0xe000 ? String.fromCharCode(value) : '';
}
