import { escapeHtml } from '../escape';
import { cleanText } from '../markup';
import { privateSigns, signsOf, signTable } from '../symbols';
import { child, childrenOf, descendants, isElement, type XmlElement } from '../xml';
import type { DocxContext } from './context';
import { controlText, isPrompt } from './controls';
import { formValue } from './fields';
import { mathText } from './math';
import { fontOf, type Style, toggle } from './styles';

/** The content of a paragraph, being collected; runs of equal weight join. */
export class Inline {
  private html = '';
  private strongOpen = false;
  /** Text boxes and drawings met on the way: they print as blocks of their own after the paragraph. */
  readonly boxes: XmlElement[] = [];

  text(text: string, strong: boolean, raised = false): void {
    const clean = cleanText(text);
    if (clean === '') return;
    this.weight(strong);
    this.html += raised ? `<sup>${escapeHtml(clean)}</sup>` : escapeHtml(clean);
  }

  /** Words that somebody struck out by hand: shown so, and no part of the text. */
  struck(text: string): void {
    const clean = cleanText(text);
    if (clean === '') return;
    this.weight(false);
    this.html += `<del>${escapeHtml(clean)}</del>`;
  }

  markup(html: string): void {
    this.html += html;
  }

  private weight(strong: boolean): void {
    if (strong === this.strongOpen) return;
    this.html += strong ? '<strong>' : '</strong>';
    this.strongOpen = strong;
  }

  /** Grows with what is collected. */
  get length(): number {
    return this.html.length;
  }

  finish(): string {
    this.weight(false);
    return this.html;
  }
}

/** Wrappers that print what they hold: links, accepted insertions, content controls … */
const transparent = new Set(['hyperlink', 'ins', 'moveTo', 'smartTag', 'customXml', 'sdtContent', 'dir', 'bdo']);

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
    else if (node.name === 'oMath' || node.name === 'oMathPara') inline.text(mathText(node), false);
    else if (node.name === 'sdt') control(node, style, inline, context);
    else if (node.name === 'fldSimple') simpleField(node, style, inline, context);
    else if (transparent.has(node.name)) {
      if (node.name === 'ins' || node.name === 'moveTo') context.warn('changes-accepted');
      collectRuns(node, style, inline, context);
    }
  }
}

/** A content control: what it holds, or, where that is empty or a prompt, the value kept elsewhere. */
function control(node: XmlElement, style: Style | undefined, inline: Inline, context: DocxContext): void {
  const content = child(node, 'sdtContent');
  const before = inline.length;
  if (content && !isPrompt(node)) collectRuns(content, style, inline, context);
  if (inline.length === before) inline.text(controlText(node, context), false);
}

/** A field in one element, its code in an attribute. */
function simpleField(node: XmlElement, style: Style | undefined, inline: Inline, context: DocxContext): void {
  context.field('begin', formValue(child(node, 'fldData') ?? child(node, 'ffData')));
  context.fieldCode(node.attributes.instr ?? '');
  context.field('separate');
  collectRuns(node, style, inline, context);
  inline.text(context.field('end'), false);
}

/** Of two renderings of the same thing, one: the newer, unless it holds nothing we read. */
export function alternative(node: XmlElement): XmlElement {
  const [choice, fallback] = [child(node, 'Choice'), child(node, 'Fallback')];
  if (choice && fallback && !says(choice) && says(fallback)) return fallback;
  return choice ?? fallback ?? node;
}

/** Holds text, or words along a path. */
const says = (element: XmlElement): boolean =>
  descendants(element, 't').length > 0 || descendants(element, 'textpath').length > 0;

function collectRun(run: XmlElement, style: Style | undefined, inline: Inline, context: DocxContext): void {
  const properties = child(run, 'rPr');
  const own = child(properties, 'rStyle')?.attributes.val;
  const runStyle = own === undefined ? undefined : context.styles.of(own);
  const white = /^ffffff$/i.test(child(properties, 'color')?.attributes.val ?? '');
  if ((toggle(properties, 'vanish') ?? runStyle?.hidden ?? style?.hidden) || (white && context.onPlainPaper())) {
    if (child(run, 't')) context.warn('hidden-left-out');
    return;
  }
  const font = fontOf(properties) ?? runStyle?.font ?? style?.font;
  const strong = toggle(properties, 'b') ?? runStyle?.bold ?? style?.bold ?? false;
  const raised = (child(properties, 'vertAlign')?.attributes.val ?? runStyle?.vertical) === 'superscript';
  const struck = toggle(properties, 'strike') ?? toggle(properties, 'dstrike') ?? false;
  for (const node of childrenOf(run)) runPart(node, { strong, font, raised, struck }, inline, context, style);
}

/** How a run is set, as far as it matters. */
interface Setting {
  readonly strong: boolean;
  readonly font: string | undefined;
  readonly raised: boolean;
  readonly struck: boolean;
}

function runPart(
  node: XmlElement,
  setting: Setting,
  inline: Inline,
  context: DocxContext,
  style: Style | undefined,
): void {
  const { strong } = setting;
  switch (node.name) {
    case 'fldChar':
      inline.text(context.field(node.attributes.fldCharType ?? '', formValue(child(node, 'ffData'))), strong);
      return;
    case 'instrText':
      context.fieldCode(plain(node));
      return;
    case 't':
      if (context.inFieldCode) return;
      if (node.children.length > 0) context.printed();
      if (setting.struck) inline.struck(signs(plain(node), setting.font));
      else inline.text(signs(plain(node), setting.font), strong, setting.raised);
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
      context.printed();
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
      for (const inner of childrenOf(alternative(node))) runPart(inner, setting, inline, context, style);
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

/** Text of a run; in a font of signs what is seen. */
function signs(text: string, font: string | undefined): string {
  // A lone o in this font is the bullet that Word sets with it.
  if (text.trim() === 'o' && /^courier/i.test(font ?? '')) return text.replace('o', '◦');
  const table = signTable(font);
  return table ? signsOf(text, table) : text;
}

/** A sign by its code and font; of a font that we do not know only what is no sign of its own. */
function symbol({ attributes }: XmlElement): string {
  const value = Number.parseInt(attributes.char ?? '', 16);
  if (!(value > 32)) return '';
  const table = signTable(attributes.font);
  const sign = String.fromCharCode(value);
  return table ? signsOf(sign, table) : privateSigns(sign).replace(/[\ue000-\uf8ff]/g, '');
}
