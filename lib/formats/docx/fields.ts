import { signsOf, signTable } from '../symbols';
import { child, childrenOf, type XmlElement } from '../xml';
import { toggle } from './styles';

/**
 * What a form field of the old kind shows that keeps its value beside the text (`w:ffData`): the entry chosen of a
 * drop-down, a box ticked or not, the text that a field begins with. Null for what is no such field.
 */
export function formValue(data: XmlElement | undefined): string | null {
  const list = child(data, 'ddList');
  if (list) {
    const chosen = Number(child(list, 'result')?.attributes.val ?? child(list, 'default')?.attributes.val ?? 0);
    return childrenOf(list, 'listEntry')[chosen]?.attributes.val ?? '';
  }
  const box = child(data, 'checkBox');
  if (box) return (toggle(box, 'checked') ?? toggle(box, 'default')) ? '☑' : '□';
  return child(child(data, 'textInput'), 'default')?.attributes.val ?? null;
}

/**
 * What a field prints that has no result in the file, because Word draws it from its code: formulas and signs. '' for
 * every other field.
 */
export function drawnField(code: string): string {
  const symbol = /^\s*SYMBOL\s+(\S+)(?:.*\\f\s+"?([^"\\]+)"?)?/i.exec(code);
  if (symbol) return symbolField(symbol[1]!, symbol[2]);
  const quoted = /^\s*QUOTE\s+"([^"]*)"/i.exec(code) ?? /^\s*MACROBUTTON\s+\S+\s+(.*)$/is.exec(code);
  if (quoted) return quoted[1]!.trim();
  const formula = /^\s*EQ\s(.*)$/is.exec(code);
  return formula ? equation(formula[1]!.replace(/\\\*\s*(?:jc\d|hps\d+|"[^"]*"|\w+)/gi, '')).trim() : '';
}

function symbolField(number: string, font: string | undefined): string {
  const code = /^0x/i.test(number) ? Number.parseInt(number.slice(2), 16) : Number(number);
  if (!(code > 31) || code > 0xffff) return '';
  const sign = String.fromCharCode(code);
  const signs = signTable(font);
  return signs ? signsOf(sign, signs) : sign;
}

/** A field EQ in a line: \f(a,b) a/b; \r(n,x) √x; \o overprints, of which what is no ring and no reading above stays. */
function equation(code: string): string {
  let out = '';
  for (let at = 0; at < code.length; ) {
    // Options behind it are few; without a bracket after them it is none.
    const found = /^\\([a-z])[\\a-z\d\s-]{0,60}\(/i.exec(code.slice(at, at + 64));
    if (!found) {
      out += code[at] === '\\' ? '' : code[at];
      at++;
      continue;
    }
    const start = at + found[0].length;
    const end = closing(code, start);
    out += written(found[1]!.toLowerCase(), argumentsIn(code.slice(start, end)));
    at = end + 1;
  }
  return out;
}

function closing(code: string, from: number): number {
  let depth = 1;
  for (let at = from; at < code.length; at++) {
    if (code[at] === '(') depth++;
    else if (code[at] === ')' && --depth === 0) return at;
  }
  return code.length;
}

function argumentsIn(code: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const sign of code) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (depth === 0 && /[,;，]/.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts;
}

const CIRCLED = '〇一二三四五六七八九十';

function written(kind: string, parts: readonly string[]): string {
  const plain = parts.map(equation).map((part) => part.trim());
  if (kind === 'f') return plain.join('/');
  if (kind === 'r') return `√${plain.at(-1)}`;
  if (kind !== 'o') return plain.join('');
  // Over a sign: a ring round it, or its reading above it, which is raised.
  const kept = parts.flatMap((part, index) => (/^\s*\\s\\/i.test(part) ? [] : [plain[index]!]));
  const inner = kept.filter((part) => !/^[○〇◯□△]$/.test(part));
  if (inner.length === kept.length || inner.length !== 1) return inner.join('');
  const number = CIRCLED.includes(inner[0]!) ? CIRCLED.indexOf(inner[0]!) : Number(inner[0]);
  return number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : `(${inner[0]})`;
}

/** Fields that stand for a value and have no result until Word works them out. */
const VALUED =
  /^\s*(?:FORM(?:TEXT|CHECKBOX|DROPDOWN)|DOCPROPERTY|DOCVARIABLE|MERGEFIELD|INCLUDETEXT|FILLIN|REF|IF|LINK|STYLEREF|TITLE|SUBJECT|AUTHOR|CREATEDATE|SAVEDATE|DATE|=)(?:\s|$)/i;

export const isValueField = (code: string): boolean => VALUED.test(code);
