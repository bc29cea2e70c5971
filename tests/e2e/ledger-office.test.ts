import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { ledgerRows } from '../../lib/cli/ledger';
import { diffLedger } from '../../lib/export/ledger/back/diff';
import { openGrids } from '../../lib/export/ledger/back/open';
import { returnedRows } from '../../lib/export/ledger/back/returned';
import type { LedgerOptions } from '../../lib/export/ledger/ledger';
import type { LedgerRow } from '../../lib/export/ledger/types';
import { writeLedger } from '../../lib/export/ledger/write';
import { openZip } from '../../lib/formats/zip';
import { parse } from '../../lib/policy/parse';
import { fromPlain } from '../../lib/text/plain';
import { dutiesOf, guessKind } from '../../lib/units';
import { findOffice } from '../lib/browsers.mjs';
import { throughOffice } from '../lib/office-print';
import { type PrintedPage, pagesOf } from '../lib/pdf-pages';
import { corpusDir } from '../server/corpus.mjs';
import { duties, row } from '../unit/export/ledger/rows';

const corpus = corpusDir();
if (!corpus) console.warn('The corpus is not beside the checkout: no ledger of real duties is printed.');
const office = findOffice();
if (!office) console.warn('LibreOffice is not on this machine: ledgers are not opened by it.');

async function written(
  form: 'xlsx' | 'docx',
  rows: readonly LedgerRow[],
  options: LedgerOptions = {},
): Promise<Uint8Array> {
  return new Uint8Array(await (await writeLedger(form, rows, options)).arrayBuffer());
}

const printed = async (
  form: 'xlsx' | 'docx',
  rows: readonly LedgerRow[],
  options: LedgerOptions = {},
): Promise<PrintedPage[]> => pagesOf(await throughOffice(await written(form, rows, options), form, 'pdf'));

/** A4 across, in points. */
const landscape = { width: 842, height: 595 };

describe.runIf(office)('an office program', () => {
  it.each(['xlsx', 'docx'] as const)(
    'prints 35 usual duties on six pages of A4 at most, the head on each: %s',
    async (form) => {
      const rows = duties(35);
      const pages = await printed(form, rows, { title: '县司法局工作台账' });
      expect(pages.length).toBeLessThanOrEqual(6);
      expect(pages[0]!.text).toContain('县司法局工作台账');
      for (const { width, height, text } of pages) {
        expect([Math.round(width), Math.round(height)]).toEqual([landscape.width, landscape.height]);
        for (const head of ['序号', '举措全文', '牵头单位', '截止日期', '备注']) expect(text).toContain(head);
      }
      const all = pages.map(({ text }) => text).join('');
      for (const { task } of rows) expect(all).toContain(task.title);
      // Nothing of a cell's text is cut off: each of the 35 begins its sentence five times and ends it four times.
      expect(all.match(/对照目录逐项登记办理情况/g)).toHaveLength(35 * 5);
      expect(all.match(/并在镇村便民服务点公示办理结果/g)).toHaveLength(35 * 4);
      expect(all).toContain(`第1页，共${pages.length}页`);
    },
  );

  it.runIf(corpus).each(['xlsx', 'docx'] as const)('prints 35 real duties likewise, dates whole: %s', async (form) => {
    const text = fromPlain(readFileSync(join(corpus!, 'documents', '000.txt'), 'utf8'));
    const policy = parse(text);
    const name = '平桥区司法局';
    const unit = { id: 'x', name, aliases: [], region: policy.region ?? '', kind: guessKind(name), colour: null };
    const named = dutiesOf(policy, unit).filter(({ certainty }) => certainty === 'named');
    const rows = ledgerRows('000.txt', policy, text, named);
    expect(rows).toHaveLength(35);
    const pages = await printed(form, rows, { title: '平桥区司法局工作台账' });
    console.log(`${pages.length} pages of 35 real duties: ${form}`);
    expect(pages.length).toBeLessThanOrEqual(6);
    const dates = pages.flatMap(({ runs }) => runs.filter((run) => /^\d{4}-\d\d-\d\d$/.test(run.trim())));
    expect(dates).toHaveLength(rows.filter(({ task }) => task.dueDate).length);
  });

  it('prints A3, and each document from a new page', async () => {
    const pages = await printed('docx', [...duties(2), row({ documentId: 'b' })], {
      paper: 'A3',
      grouping: 'document',
    });
    expect(pages).toHaveLength(2);
    expect(Math.round(pages[0]!.width)).toBe(1191);
  });

  it('keeps a workbook’s texts, dates, lists of words, filters and heads when it saves it anew', async () => {
    const typed = ['1-1', '1.10', '001', '123456789012345678', '(3)', '=1+1', '_x0041_', '两行\n的备注'];
    const rows = typed.map((number, at) => row({ id: `t${at}`, number, note: number, dueDate: '2026-06-30' }));
    const again = await throughOffice(await written('xlsx', rows), 'xlsx', 'xlsx');
    expect(diffLedger(rows, returnedRows(openGrids(again)))).toEqual({
      changed: [],
      added: [],
      removed: [],
      conflicts: [],
      problems: [],
      fixed: [],
      passed: [],
      unchanged: rows.length,
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(again.buffer as ArrayBuffer);
    const sheet = book.worksheets[0]!;
    const heads = sheet.getRow(3).values as string[];
    const status = sheet.getCell(4, heads.indexOf('状态'));
    expect(status.dataValidation).toMatchObject({ type: 'list' });
    expect(status.dataValidation.formulae[0]).toBe('"待办,进行中,已完成,不办"');
    expect(sheet.getCell(4, heads.indexOf('截止日期')).value).toEqual(new Date('2026-06-30T00:00:00Z'));
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', printTitlesRow: '3:3' });
    const xml = new TextDecoder().decode(openZip(again, () => true).get('xl/worksheets/sheet1.xml'));
    const hidden = [...xml.matchAll(/<col [^>]*hidden="true"[^>]*>/g)];
    expect(hidden).toHaveLength(2);
  });
});
