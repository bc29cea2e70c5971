import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { LedgerRow } from '../export/ledger/types';
import { FormatError } from '../formats/types';
import { weighed } from '../page/recognised';
import { parse } from '../policy/parse';
import { dutiesOf, guessKind, type Profile } from '../units';
import { filesIn } from './files';
import { deliver, ledgerBytes, ledgerRows, outputOf } from './ledger';
import { PassedOver, readable, sourcesOf, unread } from './load';
import { record } from './record';
import { errorWords, languageOf, warningWords } from './words';

const usage =
  'usage: extract [--unit NAME] [--region NAME] [--ocr] [--format json|csv|xlsx|docx|ics|md] [--out FILE] FILE|DIR…\n' +
  'reads .txt .md .html .docx .pdf .ofd and more, also those packed into a .zip; one JSON object a file on standard output,\n' +
  'what was left out of a file on standard error\n' +
  'csv, xlsx, docx, ics and md write one ledger of the duties of --unit, or of all measures without it;\n' +
  '--ocr reads pages without text, and pictures (.png .jpg .webp .bmp), by recognition: some seconds a page\n' +
  '--out names the file to write (xlsx and docx need it), its ending says the format where --format does not';

/** The unit asked for; its kind is what its name says. */
function profileOf(name: string | undefined, region: string | undefined): Profile | null {
  if (!name) return null;
  return { id: 'cli', name, region: region ?? '', kind: guessKind(name), aliases: [], colour: null };
}

/** Says on a terminal which page is being read: recognition takes seconds for each. */
const progress = (file: string) => (done: number, of: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${file.slice(-50)} ${done}/${of}\u001b[K`);
};

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        unit: { type: 'string' },
        region: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        ocr: { type: 'boolean' },
      },
    });
  } catch (error) {
    // An option we do not know: say so, then how it goes.
    console.error(error instanceof Error ? error.message : String(error));
    return {
      values: { format: undefined, out: undefined, unit: undefined, region: undefined, ocr: undefined },
      positionals: [],
    };
  }
}

async function main(): Promise<void> {
  const { values, positionals } = options();
  const wanted = outputOf(values.format, values.out);
  if (positionals.length === 0 || typeof wanted === 'string') {
    if (typeof wanted === 'string') console.error(wanted);
    console.error(usage);
    process.exitCode = 2;
    return;
  }
  const language = languageOf(process.env);
  const say = (file: string, words: string) =>
    console.error(`${process.stderr.isTTY ? '\r\u001b[K' : ''}${file}: ${words}`);
  const { format, out } = wanted;
  const rows: LedgerRow[] = [];
  const notes: string[] = [];
  const records: string[] = [];
  const unit = profileOf(values.unit, values.region);
  const found = filesIn(positionals, readable(values.ocr ?? false));
  for (const path of found.passedOver) say(path, errorWords(unread(path), language));
  for (const { path, reason } of found.unread)
    say(path, reason instanceof Error ? reason.message : errorWords(new FormatError('empty-folder'), language));
  const files = found.files.flatMap((path) => sourcesOf(path, values.ocr ?? false));
  let failed = found.unread.length;
  for (const [n, { name: file, read }] of files.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${n + 1}/${files.length} ${file.slice(-60)}\u001b[K`);
    try {
      const { text, warnings, recognised } = await read({ ocr: values.ocr, onPage: progress(file) });
      for (const warning of warnings) say(file, warningWords(warning, language));
      // What is handed in is Chinese, its head too.
      if (warnings.length > 0)
        notes.push(`${basename(file)}：${warnings.map((each) => warningWords(each, 'zh')).join('')}`);
      const policy = weighed(parse(text), text, recognised);
      const duties = unit && dutiesOf(policy, unit);
      if (format !== 'json') for (const row of ledgerRows(file, policy, text, duties)) rows.push(row);
      else if (out !== null) records.push(`${JSON.stringify(record(file, policy, duties, warnings))}\n`);
      else process.stdout.write(`${JSON.stringify(record(file, policy, duties, warnings))}\n`);
    } catch (error) {
      // What is only told, in an archive as in a folder, does not make the rest a failure.
      if (!(error instanceof PassedOver)) failed++;
      say(file, errorWords(error, language));
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  if (failed) process.exitCode = 1;
  // A file that was there is not replaced by an empty one because nothing could be read.
  if (out !== null && rows.length + records.length === 0 && failed > 0) return;
  try {
    if (format !== 'json') deliver(await ledgerBytes(format, rows, { unit: values.unit, notes }), out);
    else if (out !== null) deliver(records.join(''), out);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

// Whoever reads what is printed may have had enough (`extract … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
await main();
