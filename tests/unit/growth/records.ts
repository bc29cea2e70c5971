import { strToU8, zipSync } from 'fflate';
import { compare } from '../../../lib/anchor/compare';
import { annotationsMarkdown } from '../../../lib/export/annotations-markdown';
import { readBackup } from '../../../lib/export/backup';
import { exchangeText, readExchange } from '../../../lib/export/exchange/file';
import { planExchange } from '../../../lib/export/exchange/merge';
import { planForeign } from '../../../lib/export/ledger/back/adopt';
import { compareFile } from '../../../lib/export/ledger/back/compare';
import { csvGrid } from '../../../lib/export/ledger/back/csv';
import { likelyMapping } from '../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../lib/export/ledger/back/foreign-rows';
import { calendarOf } from '../../../lib/export/ledger/calendar';
import { chatText } from '../../../lib/export/ledger/chat';
import { ledgerHtml } from '../../../lib/export/ledger/html';
import { ledgerOf } from '../../../lib/export/ledger/ledger';
import { ledgerMarkdown } from '../../../lib/export/ledger/markdown';
import { reportOf } from '../../../lib/export/progress/report';
import { readAnnotationsJsonLd } from '../../../lib/export/web-annotation/read';
import { annotationsJsonLd } from '../../../lib/export/web-annotation/write';
import { agendaOf, monthOf } from '../../../lib/follow/agenda';
import { descendants, parseXml } from '../../../lib/formats/xml';
import { parse } from '../../../lib/policy/parse';
import { examine } from '../../../lib/store/examine';
import type { TaskRecord } from '../../../lib/store/types';
import { rulesOf } from '../../../lib/text/css';
import { linesOf } from '../../../lib/text/lines';
import { fromPlain } from '../../../lib/text/plain';
import { read } from '../../../lib/text/read';
import { dutiesOf } from '../../../lib/units/duties';
import { suggest } from '../../../lib/units/suggest';
import { emptyMeasure, emptyPolicy } from '../../lib/policies';
import { row } from '../export/ledger/rows';
import { docx, p, tbl, tc, tr } from '../formats/write/docx';
import { ofd } from '../formats/write/ofd';
import { pdf } from '../formats/write/pdf';
import { annotation, policy, seen, task } from '../store/samples';
import { file, of, page, quietly, type Reader } from './readers';

const instant = '2026-03-05T08:00:00.000Z';
const all = <Each>(count: number, make: (at: number) => Each): Each[] =>
  Array.from({ length: count }, (_, at) => make(at));
const lines = (count: number, make: (at: number) => string): string => all(count, make).join('');

/** Tasks that all fall on one day, one document, one person: the groups are as large as they can be. */
const tasks = (count: number): TaskRecord[] =>
  all(count, (at) => ({
    ...task,
    id: `t${at}`,
    measureId: `${at}`,
    dueDate: '2026-06-30',
    handlers: ['某甲'],
    created: instant,
    updated: instant,
  }));
const rows = (count: number) => all(count, (at) => row({ id: `t${at}`, dueDate: '2026-06-30', handlers: ['某甲'] }));
const notes = (count: number) =>
  all(count, (at) => ({ ...annotation, id: `a${at}`, created: instant, updated: instant }));
const documents = [{ ...seen, ...policy, urls: [seen.url], firstSeen: instant, lastSeen: instant }] as never[];
const plan = (body: string) => fromPlain(`关于印发重点任务分工方案的通知\n一、重点任务\n${body}`);
const parsing = (make: (count: number) => string): Reader<number> =>
  of(
    (count) => plan(make(count)),
    (text) => parse(text),
  );
const texts = (make: (count: number) => string): Reader<number> =>
  of(
    (count) => fromPlain(make(count)),
    (text) => [...linesOf(text)],
  );
const asBytes = (text: string) => strToU8(text);
const zipped = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, asBytes(text)])), { level: 1 });
const sheet = (inner: string) =>
  zipped({
    'xl/workbook.xml': '<workbook><sheets><sheet name="a"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${inner}</sheetData></worksheet>`,
  });
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const words = (at: number) => ({ x: 90, y: 100 + (at % 40) * 16, size: 10, text: '由县水利局牵头。' });
const paper = (count: number, perPage: number) =>
  all(Math.max(1, Math.ceil(count / perPage)), (page) => ({
    texts: all(Math.min(perPage, count - page * perPage), words),
    rules: [],
  }));
/** All on one line, side by side. */
const wide = (count: number) => [
  { texts: all(count, (at) => ({ ...words(0), x: 90 + at / 16, text: '县' })), rules: [] },
];
const ruled = (count: number) => [
  { texts: [words(0)], rules: all(count, (at) => ({ x1: 90, y1: 100 + at / 8, x2: 500, y2: 100 + at / 8 })) },
];
const ours = {
  id: 'u',
  name: '县水利局',
  region: '临澜县',
  kind: 'government-department' as const,
  aliases: [],
  colour: null,
};

/** By what they are: what meets many records, lines, rows or parts of others. */
export const many: Readonly<Record<string, Reader<number>>> = {
  'text/lines, typed rows shorter than the first': texts((n) => `1\tb\tc\n${'1\tb\n'.repeat(n)}`),
  'text/lines, typed rows with words, shorter than the first': texts((n) => `甲\t乙\t丙\n${'甲\t乙\n'.repeat(n)}`),
  'text/lines, typed rows whole and broken': texts((n) => `1\tb\tc\n${'1\tb\n1\tb\tc\n'.repeat(n / 2)}`),
  'text/lines, rows drawn with bars': texts((n) => `|甲|乙|丙|\n${'|甲|乙|\n'.repeat(n)}`),
  'text/css, rules': of(
    (n) => lines(n, (at) => `.a${at}{display:none}`),
    (css) => rulesOf(css),
  ),
  'text/css, selectors of one rule': of(
    (n) => `${lines(n, (at) => `.a${at},`)}b{display:none}`,
    (css) => rulesOf(css),
  ),
  'text/read, elements side by side': of(
    (n) => page('<p>县水利局</p>'.repeat(n)),
    (document) => read(document),
  ),
  'text/read, cells of one row': of(
    (n) => page(`<table><tr>${'<td>县</td>'.repeat(n)}</tr></table>`),
    (document) => read(document),
  ),
  'formats/xml, elements of a name': of(
    (n) => parseXml(asBytes(`<a><b>${'<c/>'.repeat(n)}</b></a>`)),
    ({ root }) => descendants(root, 'c'),
  ),
  'formats/txt, lines': file('a.txt', (n) => asBytes(lines(n, (at) => `${at + 1}.由县水利局牵头。\n`))),
  'formats/csv, rows': file('a.csv', (n) =>
    asBytes(`序号,任务,责任单位\n${lines(n, (at) => `${at},修路,县水利局\n`)}`),
  ),
  'formats/csv, columns': file('a.csv', (n) => asBytes(`${'a,'.repeat(n)}b\n${'c,'.repeat(n)}d\n`)),
  'formats/md, paragraphs': file('a.md', (n) => asBytes('由县水利局牵头。\n\n'.repeat(n / 4))),
  'formats/md, rows': file('a.md', (n) =>
    asBytes(`| 任务 | 单位 |\n|---|---|\n${'| 修路 | 县水利局 |\n'.repeat(n / 4)}`),
  ),
  'formats/html, paragraphs': file('a.html', (n) =>
    asBytes(`<title>方案</title>${'<p>由县水利局牵头。</p>'.repeat(n / 4)}`),
  ),
  'formats/html, cells': file('a.html', (n) =>
    asBytes(`<title>方案</title><table><tr>${'<td>县</td>'.repeat(n / 4)}</tr></table>`),
  ),
  'formats/mhtml, parts': file('a.mht', (n) =>
    asBytes(
      `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>县水利局</p>\r\n${'--b\r\nContent-Type: text/css\r\n\r\na{}\r\n'.repeat(n / 4)}--b--\r\n`,
    ),
  ),
  'formats/rtf, paragraphs': file('a.rtf', (n) => asBytes(`{\\rtf1\\ansi ${'a\\par '.repeat(n)}}`)),
  'formats/rtf, cells': file('a.rtf', (n) =>
    asBytes(`{\\rtf1\\ansi \\trowd${'\\cellx100'.repeat(n / 8)} ${'a\\cell '.repeat(n / 8)}\\row}`),
  ),
  'formats/docx, paragraphs': file('a.docx', (n) => docx({ body: p('由县水利局牵头。').repeat(n / 4) })),
  'formats/docx, rows': file('a.docx', (n) => docx({ body: tbl(tr(tc('县'), tc('乙')).repeat(n / 8)) })),
  'formats/xlsx, rows': file('a.xlsx', (n) => sheet(`<row>${cell('修路')}${cell('县水利局')}</row>`.repeat(n / 4))),
  'formats/xlsx, cells of one row': file('a.xlsx', (n) =>
    sheet(`<row>${cell('县')}</row>`.replace(cell('县'), cell('县').repeat(n / 4))),
  ),
  'formats/ofd, pages': file('a.ofd', (n) => ofd(paper(n / 8, 4))),
  'formats/ofd, words of one page': file('a.ofd', (n) => ofd(paper(n / 8, n))),
  'formats/ofd, words of one line': file('a.ofd', (n) => ofd(wide(n / 8))),
  'formats/ofd, rules': file('a.ofd', (n) => ofd(ruled(n / 8))),
  'formats/pdf, pages': file('a.pdf', (n) => pdf(paper(n / 16, 4))),
  'formats/pdf, words of one page': file('a.pdf', (n) => pdf(paper(n / 16, n))),
  'formats/pdf, words of one line': file('a.pdf', (n) => pdf(wide(n / 16))),
  'formats/pdf, rules': file('a.pdf', (n) => pdf(ruled(n / 16))),
  'policy/parse, items': parsing((n) => lines(n / 8, (at) => `${at + 1}.修路。（责任单位：县水利局）\n`)),
  'policy/parse, items in one line': parsing((n) => lines(n / 8, (at) => `（${at + 1}）修路，县水利局负责；`)),
  'policy/parse, units of one item': parsing((n) => `1.修路。（责任单位：${'县水利局、'.repeat(n / 8)}县民政局）\n`),
  'policy/parse, sentences of one item': parsing((n) => `1.${'县水利局加固堤防；'.repeat(n / 8)}\n`),
  'policy/parse, sections': parsing((n) => lines(n / 8, (at) => `（${at + 1}）县水利局\n1.修路。\n`)),
  'policy/parse, times of one item': parsing(
    (n) => `1.修路。${'3月5日前完成；'.repeat(n / 8)}（责任单位：县水利局）\n`,
  ),
  'policy/parse, typed rows': parsing(
    (n) => `序号\t任务\t责任单位\n${lines(n / 8, (at) => `${at + 1}\t修路\t县水利局\n`)}`,
  ),
  'units/duties': of(
    (n) => parse(plan(lines(n / 8, (at) => `${at + 1}.修路。（责任单位：县水利局）\n`))),
    (document) => dutiesOf(document, ours, [], null),
  ),
  'units/suggest, one name over and over': of(
    (n) => parse(plan(lines(n / 8, (at) => `${at + 1}.修路。（责任单位：县水利局）\n`))),
    (document) => suggest(document),
  ),
  'units/suggest, names': of(
    (n) => parse(plan(lines(n / 16, (at) => `${at + 1}.修路。（责任单位：第${at}中学）\n`))),
    (document) => suggest(document),
  ),
  'anchor/compare, all gone': of(
    (n) => ({ ...emptyPolicy, measures: all(n / 4, (at) => ({ ...emptyMeasure(at), text: `修第${at}条路。` })) }),
    (before) => compare(before, emptyPolicy),
  ),
  'anchor/compare, all there': of(
    (n) => ({ ...emptyPolicy, measures: all(n / 8, (at) => ({ ...emptyMeasure(at), text: `修第${at}条路。` })) }),
    (before) => compare(before, structuredClone(before)),
  ),
  'follow/agenda, one day': of(tasks, (given) => agendaOf(given, '2026-06-30')),
  'follow/month, one day': of(tasks, (given) => monthOf(given, '2026-06')),
  'store/examine': of(tasks, (given) => examine({ documents: [], tasks: given, annotations: [] })),
  'import/backup': of(
    (n) =>
      JSON.stringify({ format: 'dutymark-backup', version: 1, documents: [], tasks: tasks(n / 8), annotations: [] }),
    (text) => readBackup(text),
  ),
  'import/exchange': of(
    (n) => exchangeText(tasks(n / 8), documents, '县水利局'),
    (text) => readExchange(text),
  ),
  'import/exchange, merged': of(
    (n) => [tasks(n / 8), tasks(n / 8).map((each) => ({ ...each, status: 'done' as const }))] as const,
    ([mine, theirs]) => planExchange(mine, [{ tasks: theirs, documents: [] }], new Set()),
  ),
  'import/exchange, one task over and over': of(
    (n) => all(n / 8, (at) => ({ ...task, id: 't0', tags: [`${at % 3}`], created: instant, updated: instant })),
    (theirs) => planExchange([], [{ tasks: theirs, documents: [] }], new Set()),
  ),
  'import/ledger, rows': of(
    (n) => [asBytes(`任务ID,举措,备注\r\n${lines(n / 8, (at) => `t${at},修路,又改\r\n`)}`), rows(n / 8)] as const,
    ([given, here]) => compareFile(given, here),
  ),
  'import/ledger, one task over and over': of(
    (n) => [asBytes(`任务ID,举措,备注\r\n${lines(n / 8, (at) => `t0,修路,第${at}次\r\n`)}`), rows(1)] as const,
    ([given, here]) => compareFile(given, here),
  ),
  'import/foreign': of(
    (n) =>
      csvGrid(asBytes(`序号,工作任务,责任单位,完成时限\r\n${lines(n / 8, (at) => `${at},修路,县水利局,6月底前\r\n`)}`)),
    (grid) => foreignRows(grid, likelyMapping(grid)!),
  ),
  'import/foreign, columns': of(
    (n) => csvGrid(asBytes(`${'责任单位,'.repeat(n / 8)}工作任务\r\n${'县水利局,'.repeat(n / 8)}修路\r\n`)),
    (grid) => likelyMapping(grid),
  ),
  'import/foreign, held against tasks': of(
    (n) => {
      const grid = csvGrid(
        asBytes(`序号,工作任务,责任单位\r\n${lines(n / 16, (at) => `${at},${task.title},县水利局\r\n`)}`),
      );
      return [foreignRows(grid, likelyMapping(grid)!).rows, tasks(n / 16)] as const;
    },
    ([given, here]) => planForeign(given, here),
  ),
  'import/json-ld': of(
    (n) => annotationsJsonLd(notes(n / 8), []),
    (text) => quietly(() => readAnnotationsJsonLd(text)),
  ),
  'export/annotations': of(
    (n) => notes(n / 8),
    (given) => annotationsMarkdown(given, []),
  ),
  'export/report, by person': of(rows, (given) =>
    reportOf(given, { span: 'all', by: 'handlers', documentId: null, today: '2026-06-30' }),
  ),
  'export/ledger html': of((n) => ledgerOf(rows(n / 8)), ledgerHtml),
  'export/ledger markdown': of((n) => ledgerOf(rows(n / 8)), ledgerMarkdown),
  'export/ledger chat': of(
    (n) => rows(n / 8),
    (given) => chatText(given),
  ),
  'export/ledger calendar': of(
    (n) => rows(n / 8),
    (given) => calendarOf(given),
  ),
};
