import type { Mark, MarkKind } from '../../paint/types';
import type { TaskRecord } from '../../store/types';
import { publicUrl } from '../address';
import { taskColumns } from '../task-columns';
import { colourWord, pathText, tagsText } from '../words';
import { escaped } from './marked';
import type { Note } from './notes';
import { noteColour, styleOf, block as styles } from './styles';
import type { CopySource } from './types';

const kinds: readonly (readonly [MarkKind, string])[] = [
  ['lead', '牵头单位'],
  ['participant', '参加单位'],
  ['responsible', '责任单位'],
  ['deadline', '完成时限'],
  ['mine', '本单位'],
  ['possible', '可能涉及本单位'],
  ['measure', '举措编号'],
  ['annotation', '批注'],
  ['task', '摘为任务的文字'],
];

/** What each kind of mark in the text means, drawn as it is drawn there. */
export function legendHtml(marks: readonly Mark[], units: readonly string[]): string {
  const there = new Set(marks.map(({ kind }) => kind));
  const items = kinds
    .filter(([kind]) => there.has(kind))
    .map(([kind, word]) => {
      const own = kind === 'mine' && units.length > 0 ? `${word}（${units.join('、')}）` : word;
      return `<span style="${styleOf([{ kind }])}">${escaped(own)}</span>`;
    });
  return items.length === 0 ? '' : `<p style="${styles.legend}">图例：${items.join('　')}</p>`;
}

/** Issuer, document number, date and where it was read; what is not known is left out. */
export function factsHtml({ policy, url: seenAt }: Pick<CopySource, 'policy' | 'url'>): string {
  const url = publicUrl(seenAt);
  const known = [policy.issuer, policy.docNumber, policy.date].filter((fact): fact is string => Boolean(fact));
  const from = /^https?:\/\//i.test(url) ? `原文链接：<a href="${escaped(url)}">${escaped(url)}</a>` : '';
  return [known.map(escaped).join('　'), from]
    .filter(Boolean)
    .map((line) => `<p style="${styles.facts}">${line}</p>`)
    .join('\n');
}

/**
 * The document number as text of the document, where the page printed it outside of what the copy takes over: without it
 * the copy would be another document.
 *
 * @param printed the text that the copy takes over
 */
export function numberHtml(number: string | null, printed: string): string {
  const bare = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '');
  if (!number || bare(printed).includes(bare(number))) return '';
  return `<p style="${styles.facts}">${escaped(number)}</p>`;
}

export function notesHtml(notes: readonly Note[]): string {
  if (notes.length === 0) return '';
  return `${heading(`批注（${notes.length}）`)}\n${notes.map(noteHtml).join('\n')}`;
}

function noteHtml({ number, record, span }: Note): string {
  const back = span
    ? `<a id="dutymark-n${number}" href="#dutymark-r${number}" style="color:#8f1914">［${number}］</a>`
    : `［${number}］`;
  const quote = `<span style="background:${noteColour(record.colour)}">${escaped(record.quote)}</span>`;
  const where = [pathText(record.path), record.number ? `第 ${record.number} 项` : ''].filter(Boolean).join(' › ');
  const more = [
    where,
    record.tags.length > 0 ? `标签：${tagsText(record.tags)}` : '',
    record.colour === 'yellow' ? '' : `颜色：${colourWord(record.colour)}`,
    span ? '' : '正文中没有找到这段文字，请核对',
  ].filter(Boolean);
  const note = record.note ? `<br>${escaped(record.note).replace(/\n/g, '<br>')}` : '';
  const rest = more.length > 0 ? `<br><span style="${styles.faint}">${escaped(more.join('　'))}</span>` : '';
  return `<p style="${styles.note}">${back} ${quote}${note}${rest}</p>`;
}

/** Widths of those columns in hundredths of the table, in their order: what holds sentences is wide. */
const widths = [3, 7, 5, 5, 4, 5, 3, 9, 3, 6, 7, 5, 5, 4, 3, 3, 3, 5, 9, 3, 3] as const;

/** The tasks with the columns of the exported list. Cells are text to spreadsheet programs too: no formula runs. */
export function tasksHtml(all: readonly TaskRecord[], source: Pick<CopySource, 'policy' | 'spanOf'>): string {
  if (all.length === 0) return '';
  const tasks = inOrder(all, source);
  const document = source.policy;
  const head = taskColumns.map((column) => `<th style="${styles.smallHead}">${escaped(column.head)}</th>`).join('');
  const columns = widths.map((width) => `<col width="${width}%">`).join('');
  const rows = tasks.map((task, index) => {
    const cells = taskColumns.map((column) => {
      const cell = `${column.cell({ task, document }, index) ?? ''}`;
      return `<td valign="top" style="${styles.small};mso-number-format:'\\@'">${escaped(cell).replace(/\n/g, '<br>')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `${heading(`任务（${tasks.length}）`)}\n<table style="${styles.wide}">\n<colgroup>${columns}</colgroup>\n<tr>${head}</tr>\n${rows.join('\n')}\n</table>`;
}

/** As they stand in the document: where a task was found, else where its measure is; without a place last. */
function inOrder(
  tasks: readonly TaskRecord[],
  { policy, spanOf }: Pick<CopySource, 'policy' | 'spanOf'>,
): TaskRecord[] {
  const measures = new Map(policy.measures.map(({ id, span }) => [id, span.start]));
  const place = ({ id, measureId }: TaskRecord): number =>
    spanOf(id)?.start ?? measures.get(measureId ?? '') ?? Number.MAX_SAFE_INTEGER;
  return [...tasks].sort((a, b) => place(a) - place(b));
}

const heading = (words: string): string => `<h2 style="${styles.part}">${escaped(words)}</h2>`;
