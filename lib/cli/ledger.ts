import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { datedRows } from '../export/ledger/entries';
import { type LedgerFormat, ledgerFormats } from '../export/ledger/formats';
import type { LedgerOptions } from '../export/ledger/ledger';
import type { LedgerRow } from '../export/ledger/types';
import { writeLedger } from '../export/ledger/write';
import type { PolicyDocument } from '../policy/types';
import type { LinearText } from '../text/types';
import type { Duty } from '../units';
import { rowsOf } from './tasks';

/** What is to be written and where: to standard output where no file is named. */
export interface Output {
  readonly format: 'json' | LedgerFormat;
  readonly out: string | null;
}

const isFormat = (name: string): name is Output['format'] =>
  name === 'json' || (ledgerFormats as readonly string[]).includes(name);

/**
 * The form asked for; where none is, what the name of the file says, and else JSON.
 *
 * @returns what is wrong with the request, in words, where something is
 */
export function outputOf(format: string | undefined, out: string | undefined): Output | string {
  if (out === '') return '--out needs the name of a file';
  const named = out ? extname(out).slice(1).toLowerCase() : '';
  const wanted = format ?? (isFormat(named) ? named : 'json');
  if (!isFormat(wanted)) return `unknown format ${wanted}: one of json, ${ledgerFormats.join(', ')}`;
  if ((wanted === 'xlsx' || wanted === 'docx') && !out) return `--format ${wanted} needs --out FILE`;
  return { format: wanted, out: out ?? null };
}

/** A file's measures as rows of the ledger; parameters as in `rowsOf`. */
export function ledgerRows(
  source: string,
  policy: PolicyDocument,
  text: LinearText,
  duties: readonly Duty[] | null,
): LedgerRow[] {
  const { head, tasks } = rowsOf(source, policy, text, duties);
  const texts = new Map(policy.measures.map((measure) => [measure.id, measure.text]));
  const document = { ...head, begins: policy.begins };
  return tasks.map((task) => ({ task, document, text: texts.get(task.measureId ?? '') ?? null }));
}

/** The ledger as bytes, in the form asked for. Says on standard error what a calendar leaves out. */
export async function ledgerBytes(
  format: LedgerFormat,
  rows: readonly LedgerRow[],
  options: LedgerOptions,
): Promise<Uint8Array> {
  if (format === 'ics') {
    const undated = rows.length - datedRows(rows);
    if (undated > 0)
      console.error(`${undated} of ${rows.length} have neither a date nor a recurrence and are left out`);
  }
  const blob = await writeLedger(format, rows, options);
  return new Uint8Array(await blob.arrayBuffer());
}

/** To the file, or to standard output. @throws Error that says which file could not be written and why. */
export function deliver(bytes: Uint8Array | string, out: string | null): void {
  if (out === null) {
    process.stdout.write(bytes);
    return;
  }
  try {
    writeFileSync(out, bytes);
  } catch (error) {
    throw new Error(`cannot write ${out}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
