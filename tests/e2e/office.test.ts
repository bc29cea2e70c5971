import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findOffice } from '../lib/browsers.mjs';
import { openInOffice } from '../lib/office';

const office = findOffice();
if (!office) console.warn('LibreOffice is not on this machine: exported files are not read back by it.');

describe.runIf(office)('reading a CSV back by LibreOffice', () => {
  it('tells rows, characters and formulas apart, so that the other tests can rely on it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dutymark-csv-'));
    const path = join(folder, '清单.csv');
    writeFileSync(path, '\ufeff序号,举措,备注\r\n1,"修好路，“安心”走","第一行\n第二行"\r\n2,=1+1,\'=1+1\r\n');
    const { rows, formulas } = await openInOffice(path);
    rmSync(folder, { recursive: true });
    expect(rows[0]).toEqual(['序号', '举措', '备注']);
    expect(rows[1]).toEqual(['1', '修好路，“安心”走', '第一行\n第二行']);
    expect(rows[2]?.[2]).toContain('=1+1');
    expect(formulas).toEqual(['1,2']);
  });
});
