import { strToU8, zipSync } from 'fflate';
import { parseHTML } from 'linkedom/worker';
import { describe as described } from '../../../lib/anchor/describe';
import { differences } from '../../../lib/anchor/differences';
import { finder } from '../../../lib/anchor/find';
import { buildIndex } from '../../../lib/anchor/index';
import { fold, normalise } from '../../../lib/anchor/normalise';
import { resolve } from '../../../lib/anchor/resolve';
import type { Selector } from '../../../lib/anchor/types';
import { annotationsMarkdown } from '../../../lib/export/annotations-markdown';
import { readBackup } from '../../../lib/export/backup';
import { toCsv } from '../../../lib/export/csv';
import { readExchange } from '../../../lib/export/exchange/file';
import { unguarded } from '../../../lib/export/guard';
import { compareFile } from '../../../lib/export/ledger/back/compare';
import { csvGrid } from '../../../lib/export/ledger/back/csv';
import { readDay } from '../../../lib/export/ledger/back/day';
import { suggestMapping } from '../../../lib/export/ledger/back/foreign';
import { foreignRows } from '../../../lib/export/ledger/back/foreign-rows';
import { readField } from '../../../lib/export/ledger/back/read-field';
import { calendarOf } from '../../../lib/export/ledger/calendar';
import { chatText } from '../../../lib/export/ledger/chat';
import { ledgerCsv } from '../../../lib/export/ledger/csv';
import { ledgerHtml } from '../../../lib/export/ledger/html';
import { ledgerOf } from '../../../lib/export/ledger/ledger';
import { ledgerMarkdown } from '../../../lib/export/ledger/markdown';
import { copyName } from '../../../lib/export/name';
import { openUnits } from '../../../lib/export/open-units';
import { readAnnotationsJsonLd } from '../../../lib/export/web-annotation/read';
import { annotationsJsonLd } from '../../../lib/export/web-annotation/write';
import { repeatOf } from '../../../lib/follow/repeat';
import { asSeen, mayLookOtherwise } from '../../../lib/formats/as-seen';
import { fieldStack } from '../../../lib/formats/docx/field-stack';
import { drawnField } from '../../../lib/formats/docx/fields';
import { isImprint, isLetterhead } from '../../../lib/formats/docx/heads';
import { declaredEncoding, decode } from '../../../lib/formats/encoding';
import { escapeHtml } from '../../../lib/formats/escape';
import { blockHtml } from '../../../lib/formats/markup';
import { isCut } from '../../../lib/formats/mhtml-page';
import { nestedWithin } from '../../../lib/formats/nesting';
import { mayHide } from '../../../lib/formats/pdf/hints';
import { isNoise } from '../../../lib/formats/plausible';
import { isPage, sniff, textKind } from '../../../lib/formats/sniff';
import { openUnseen } from '../../../lib/formats/unseen';
import { wholePage } from '../../../lib/formats/whole-page';
import { parseXml } from '../../../lib/formats/xml';
import { joined, passage } from '../../../lib/page/drafts';
import { hash } from '../../../lib/page/hash';
import { bare } from '../../../lib/page/identity';
import { glance } from '../../../lib/policy/glance';
import { parse } from '../../../lib/policy/parse';
import { examine } from '../../../lib/store/examine';
import { cleanTag } from '../../../lib/store/limits';
import { rulesOf } from '../../../lib/text/css';
import { linesOf } from '../../../lib/text/lines';
import { fromPlain } from '../../../lib/text/plain';
import { read } from '../../../lib/text/read';
import { row } from '../export/ledger/rows';
import { docx, p, tbl, tc, tr } from '../formats/write/docx';
import { ofd } from '../formats/write/ofd';
import { annotation, task } from '../store/samples';

/** Something that meets texts that anybody may have written. What it is given is made beforehand, and not counted. */
export interface Reader<Of = string> {
  readonly make: (given: Of) => unknown;
  readonly read: (made: never) => unknown;
}

export const of = <Made, Of = string>(make: (given: Of) => Made, read: (made: Made) => unknown): Reader<Of> => ({
  make,
  read,
});
const plainly = (read: (text: string) => unknown): Reader => of((text) => text, read);
const bytes = (text: string) => strToU8(text);
const inBytes = (read: (bytes: Uint8Array) => unknown): Reader => of(bytes, read);

/** A refusal is an answer like any other. */
export const quietly = (work: () => unknown) => {
  try {
    return work();
  } catch {
    return null;
  }
};
/** A file as the folder and the command line open it. */
export const file = <Of = string>(name: string, make: (given: Of) => Uint8Array): Reader<Of> =>
  of(make, (made) =>
    openUnseen({ name, size: made.length, arrayBuffer: async () => made.slice().buffer as ArrayBuffer }).catch(
      () => null,
    ),
  );
export const page = (html: string): Document => parseHTML(wholePage(html)).document as unknown as Document;
/** What XML cannot hold is left out. */
const asXml = (text: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out.
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const xlsx = (text: string) =>
  zipSync({
    'xl/workbook.xml': bytes('<workbook><sheets><sheet name="a"/></sheets></workbook>'),
    'xl/worksheets/sheet1.xml': bytes(
      `<worksheet><sheetData><row><c t="inlineStr"><is><t>${asXml(text)}</t></is></c><c><v>1</v></c></row></sheetData></worksheet>`,
    ),
  });
const instant = '2026-03-05T08:00:00.000Z';
const noted = (text: string) => [
  { ...annotation, quote: text, note: text, id: 'a', created: instant, updated: instant },
];
const ledger = (text: string) =>
  ledgerOf([row({ title: text.slice(0, 2000), note: text, excerpt: text, lead: [text] }, text)]);
const quoting = (text: string): { index: ReturnType<typeof buildIndex>; selectors: Selector[] } => {
  const index = buildIndex(fromPlain(text));
  const middle = Math.floor(text.length / 2);
  const exact = text.slice(middle, middle + 200);
  const quote = { type: 'TextQuoteSelector', exact: `${exact}终`, prefix: exact, suffix: '此处没有的话' } as const;
  return { index, selectors: [quote, { type: 'TextPositionSelector', start: 3, end: 3 + exact.length }] };
};
/** Enough to tell, where each sign costs much. */
const some = (text: string) => text.slice(0, 16_000);
const json = (text: string) => JSON.stringify(text);
/** A plan in which a text stands wherever an item can hold one. */
const plan = (text: string) =>
  fromPlain(
    `关于印发重点任务分工方案的通知\n一、重点任务\n1.做好工作。${text}（责任单位：县司法局）\n2.再做工作。（牵头单位：${text}）\n3.修路。（牵头单位：县司法局；责任单位：${text}）\n${text}\n`,
  );

/** By what they are. Of each room where a document, a file or a record comes in or goes out. */
export const readers: Readonly<Record<string, Reader>> = {
  'formats/sniff': inBytes((given) => quietly(() => sniff(given))),
  'formats/sniff, behind a first line': of(
    (text) => bytes(`a: b\r\n${text}`),
    (given) => quietly(() => sniff(given)),
  ),
  'formats/encoding': inBytes((given) => decode(given, declaredEncoding(given))),
  'formats/pdf hints': inBytes(mayHide),
  'formats/pdf hints, in a stream': of((text) => bytes(`stream\n1 g ${text} Tj\nendstream`), mayHide),
  'formats/mhtml isCut': inBytes(isCut),
  'formats/escape': plainly(escapeHtml),
  'formats/markup': plainly((text) => blockHtml('p', text)),
  'formats/xml': of(
    (text) => bytes(`<a b="1">${text}</a>`),
    (given) => quietly(() => parseXml(given)),
  ),
  'formats/xml, as text': of(
    (text) => bytes(`<a>${asXml(text)}</a>`),
    (given) => quietly(() => parseXml(given)),
  ),
  'formats/csv': file('a.csv', bytes),
  'formats/txt': file('a.txt', bytes),
  'formats/md': file('a.md', bytes),
  'formats/md, within a line': file('a.md', (text) => bytes(`a${text}@b`)),
  'formats/html': file('a.html', (text) => bytes(`<title>关于</title><p>方案</p>${text}`)),
  'formats/mhtml': file('a.mht', (text) =>
    bytes(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n${text}\r\n--b--\r\n`),
  ),
  'formats/rtf': file('a.rtf', (text) => bytes(`{\\rtf1\\ansi ${text}}`)),
  'formats/docx': file('a.docx', (text) => docx({ body: p(asXml(text)) + tbl(tr(tc(asXml(text)), tc('b'))) })),
  'formats/xlsx': file('a.xlsx', xlsx),
  'formats/ofd': file('a.ofd', (text) => ofd([{ texts: [{ x: 90, y: 100, size: 10, text: asXml(text) }], rules: [] }])),
  'formats/sniff of a text': plainly((text) => [isPage(bytes(text)), textKind(bytes(`县${text}`))]),
  'formats/whole-page': plainly(wholePage),
  'formats/nesting': plainly((text) => nestedWithin(text, 30)),
  'formats/as-seen': plainly(mayLookOtherwise),
  'formats/plausible': plainly((text) => isNoise(some(text))),
  'formats/docx fields': plainly((text) => [
    drawnField(`EQ ${some(text)}`),
    drawnField(`SYMBOL ${text}`),
    drawnField(`QUOTE ${text}`),
  ]),
  'formats/docx heads': plainly((text) => [isLetterhead(text, false), isImprint(text)]),
  'formats/docx fields in fields': plainly((text) => {
    const stack = fieldStack(() => undefined);
    for (const sign of some(text)) {
      stack.field('begin');
      if (sign === '1') stack.field('separate');
      if (!stack.inFieldCode) stack.printed();
    }
  }),
  'formats/as-seen, many folds': of(
    (text) => {
      const fold = (at: number) =>
        `<div hidden id="f${at}">由县水利局牵头，年底前完成河道整治工作，按季度通报进展。</div>`;
      const folds = Array.from({ length: text.length / 16 }, (_, at) => fold(at)).join('');
      return page(folds);
    },
    (document) => asSeen(document),
  ),
  'formats/as-seen, folds in one another': of(
    (text) => {
      const many = Math.min(1000, text.length / 16);
      const html = `${'<div hidden><p>由县水利局牵头，年底前完成河道整治工作。</p>'.repeat(many)}${'</div>'.repeat(many)}`;
      return page(html);
    },
    (document) => asSeen(document),
  ),
  'formats/as-seen, what a window does not show, in one another': of(
    (text) => {
      const many = Math.min(1000, text.length / 16);
      const hides = '<style>@media (max-width: 1400px) { .m { display: none } }</style>';
      const html = `${hides}${'<div class="m"><p>由县水利局牵头。</p>'.repeat(many)}${'</div>'.repeat(many)}`;
      return page(html);
    },
    (document) => asSeen(document),
  ),
  'formats/as-seen, boxes set as tables in one another': of(
    (text) => {
      const many = text.length / 32;
      const html = `${'<div style="display:table">'.repeat(many)}${'<p>县</p>'.repeat(many)}${'</div>'.repeat(many)}`;
      return page(html);
    },
    (document) => asSeen(document),
  ),
  'text/css': plainly((text) => rulesOf(text)),
  'text/css, a condition': plainly((text) => rulesOf(`@media ${text}{a{color:red}}`)),
  'text/css, a selector': plainly((text) => rulesOf(`${text}{color:red}`)),
  'text/read': of(
    (text) => page(`<p>方案</p><div>${text}</div>`),
    (document) => read(document),
  ),
  'policy/glance': plainly((text) => glance({ url: 'https://a.gov.cn/', title: text, fields: {}, sample: text })),
  'text/lines, typed rows that run into one of another length': of(
    (text) => fromPlain(`${'科室 / 任务 / 时间\n'.repeat(text.length / 16)}甲 / 乙 / 丙 / 丁`),
    (text) => [...linesOf(text)],
  ),
  'policy/parse': of(fromPlain, (text) => parse(text)),
  'policy/parse, in a plan': of(plan, (text) => parse(text)),
  'follow/repeat': plainly((text) => repeatOf(text)),
  'anchor/normalise': plainly(normalise),
  'anchor/fold': plainly(fold),
  'anchor/describe': of(
    (text) => buildIndex(fromPlain(text)),
    (index) => described(index, { start: 10, end: Math.max(12, index.source.text.length - 10) }),
  ),
  'anchor/resolve': of(quoting, ({ index, selectors }) => resolve(index, selectors)),
  'anchor/differences': plainly((text) => differences(text, `${text.slice(3)}终`)),
  'anchor/find, one sign': of(fromPlain, (text) => finder(text)(text.text.slice(0, 1), { loose: true })),
  'anchor/find, many signs': of(fromPlain, (text) => finder(text)(`${text.text.slice(0, 5000)}终`, { loose: true })),
  'anchor/find, as printed': of(fromPlain, (text) => finder(text)(text.text.slice(0, 900), { loose: false })),
  'page/identity': plainly(bare),
  'page/drafts joined': plainly(joined),
  'page/drafts passage': plainly(passage),
  'page/hash': plainly(hash),
  'store/limits': plainly((text) => quietly(() => cleanTag(text))),
  'store/examine': of(
    (text) => ({ documents: [], annotations: [], tasks: [{ ...task, note: text, tags: [text], id: text }] }),
    (dump) => examine(dump as never),
  ),
  'export/csv': plainly((text) => toCsv([{ head: text, cell: (cell: string) => cell }], [text, `=${text}`])),
  'export/guard': plainly(unguarded),
  'export/name': plainly((text) => copyName(text)),
  'export/annotations': of(noted, (records) => annotationsMarkdown(records, [])),
  'export/json-ld': of(noted, (records) => annotationsJsonLd(records, [])),
  'export/ledger': plainly(ledger),
  'export/ledger, a unit of it': plainly((text) => openUnits([text], text)),
  'export/ledger csv': of(ledger, ledgerCsv),
  'export/ledger markdown': of(ledger, ledgerMarkdown),
  'export/ledger html': of(ledger, ledgerHtml),
  'export/ledger chat': plainly((text) => chatText([row({ title: text, note: text })])),
  'export/ledger calendar': plainly((text) => calendarOf([row({ title: text, note: text })])),
  'import/backup': of(
    (text) => `{"format":${json(text)},"version":1}`,
    (text) => quietly(() => readBackup(text)),
  ),
  'import/backup, as it is': plainly((text) => quietly(() => readBackup(text))),
  'import/exchange': of(
    (text) =>
      `{"format":"dutymark-exchange","version":1,"from":${json(text)},"documents":[],"tasks":[{"id":${json(text)}}]}`,
    (text) => quietly(() => readExchange(text)),
  ),
  'import/json-ld': of(
    (text) =>
      `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","bodyValue":${json(text)},"target":{"source":${json(text)},"selector":{"type":"TextQuoteSelector","exact":${json(text)}}}}`,
    (text) => quietly(() => readAnnotationsJsonLd(text)),
  ),
  'import/csv': inBytes(csvGrid),
  'import/ledger': of(
    (text) => bytes(`任务ID,举措,备注\r\n${text}\r\n`),
    (given) => quietly(() => compareFile(given, [row()])),
  ),
  'import/foreign': of(
    (text) => csvGrid(bytes(`序号,工作任务,责任单位,完成时限\r\n1,${text},${text},${text}\r\n`)),
    (grid) => {
      const mapping = suggestMapping(grid);
      return mapping && foreignRows(grid, mapping);
    },
  ),
  'import/day': plainly((text) => readDay({ text, kind: 'text' })),
  'import/status': plainly((text) => readField('word', { text, kind: 'text' }, [])),
  'import/evidence': plainly((text) => readField('evidence', { text, kind: 'text' }, [])),
};
