import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { annotationsCsv } from '../../lib/export/annotations';
import { tasksCsv } from '../../lib/export/tasks';
import type { AnnotationRecord, TaskRecord } from '../../lib/store/types';
import { findOffice } from '../lib/browsers.mjs';
import { openInOffice } from '../lib/office';
import { annotation, task } from '../unit/store/samples';

const office = findOffice();
if (!office) console.warn('LibreOffice is not on this machine: exported files are not read back by it.');

async function opened(name: string, csv: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-csv-'));
  try {
    writeFileSync(join(folder, name), csv);
    return await openInOffice(join(folder, name));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const kept = { created: '2026-03-05T08:00:00.000Z', updated: '2026-03-05T08:00:00.000Z' };
const dangers = ['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '=HYPERLINK("http://x.example","点我")', '"；=1+1', "'=1"];

describe.runIf(office)('a spreadsheet program opens what is exported', () => {
  it('tasks: every row, column and character, and no formula', async () => {
    const tasks = dangers.map(
      (danger, at): TaskRecord => ({
        ...task,
        ...kept,
        id: `t${at}`,
        note: danger,
        title: danger,
        tags: [danger.trim()],
      }),
    );
    const more: TaskRecord = {
      ...task,
      ...kept,
      id: 'rare',
      note: '第一行\n第二行，“引号”"直引号"；㐀𠮷〇',
      title: '逗号,分号;',
    };
    const { rows, formulas } = await opened('政笺-任务清单.csv', tasksCsv([...tasks, more], []));
    expect(rows).toHaveLength(tasks.length + 2);
    expect(rows.every((row) => row.length === 21)).toBe(true);
    expect(formulas).toEqual([]);
    const last = rows.at(-1);
    expect([last?.[7], last?.[17], last?.[20]]).toEqual([more.title, more.note, 'rare']);
    for (const [at, danger] of dangers.entries()) expect(rows[at + 1]?.[17]).toContain(danger.trim());
  });

  it('annotations likewise', async () => {
    const notes = dangers.map(
      (danger, at): AnnotationRecord => ({ ...annotation, ...kept, id: `n${at}`, note: danger }),
    );
    const { rows, formulas } = await opened('政笺-批注清单.csv', annotationsCsv(notes, []));
    expect(rows[0]?.slice(5, 7)).toEqual(['标注原文', '批注']);
    expect(rows).toHaveLength(notes.length + 1);
    expect(formulas).toEqual([]);
  });
});
