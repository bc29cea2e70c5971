import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom/worker';
import { findOffice } from './browsers.mjs';

export interface Sheet {
  /** Rows of cell texts as the spreadsheet program holds them; short rows are filled up with ''. */
  readonly rows: string[][];
  /** Cells that hold a formula, as "column,row" from 0. */
  readonly formulas: string[];
}

/**
 * A CSV file as LibreOffice reads it. Commas, quotes and UTF-8 are named, as its dialog proposes them for a file with our
 * byte order mark: without a window there is no dialog, and it would fall back to the system's old code page.
 */
export async function openInOffice(csv: string): Promise<Sheet> {
  const office = findOffice();
  if (!office) throw new Error('no LibreOffice on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-office-'));
  try {
    // A profile of its own: a LibreOffice that is already running would take the command and not answer.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [profile, '--headless', '--infilter=CSV:44,34,76,1', '--convert-to', 'xlsx', '--outdir', folder, csv];
    await promisify(execFile)(office, args, { timeout: 90_000 });
    return readXlsx(readFileSync(join(folder, basename(csv).replace(/\.csv$/, '.xlsx'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * A file of the text program as Word's format, as LibreOffice writes it: the XML of its body. Null where only the
 * spreadsheet program is installed.
 */
export async function bodyInWord(path: string): Promise<string | null> {
  const office = findOffice();
  if (!office) return null;
  const folder = mkdtempSync(join(tmpdir(), 'dutymark-office-'));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const args = [
      profile,
      '--headless',
      '--infilter=HTML (StarWriter)',
      '--convert-to',
      'docx',
      '--outdir',
      folder,
      path,
    ];
    await promisify(execFile)(office, args, { timeout: 90_000 });
    const made = join(folder, basename(path).replace(/\.html$/, '.docx'));
    if (!existsSync(made)) return null;
    return strFromU8(unzipSync(readFileSync(made))['word/document.xml'] as Uint8Array);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readXlsx(bytes: Uint8Array): Sheet {
  const parts = unzipSync(bytes);
  const part = (name: string) => {
    const data = parts[name];
    return data ? parseHTML(`<body>${strFromU8(data)}</body>`).document : null;
  };
  const strings = [...(part('xl/sharedStrings.xml')?.querySelectorAll('si') ?? [])].map(
    (each) => each.textContent ?? '',
  );
  const rows: string[][] = [];
  const formulas: string[] = [];
  for (const cell of part('xl/worksheets/sheet1.xml')?.querySelectorAll('c') ?? []) {
    const [, letters = 'A', number = '1'] = /^([A-Z]+)(\d+)$/.exec(cell.getAttribute('r') ?? '') ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const row = Number(number) - 1;
    const value = cell.querySelector('v')?.textContent ?? cell.querySelector('t')?.textContent ?? '';
    while (rows.length <= row) rows.push([]);
    const line = rows[row] as string[];
    while (line.length <= column) line.push('');
    line[column] = cell.getAttribute('t') === 's' ? (strings[Number(value)] ?? '') : value;
    if (cell.querySelector('f')) formulas.push(`${column},${row}`);
  }
  const width = Math.max(0, ...rows.map((line) => line.length));
  return { rows: rows.map((line) => [...line, ...Array<string>(width - line.length).fill('')]), formulas };
}
