import { readdirSync, readFileSync } from 'node:fs';
import { parseHTML } from 'linkedom/worker';
import { parse } from '../../lib/policy/parse';
import type { PolicyDocument } from '../../lib/policy/types';
import { fromPlain } from '../../lib/text/plain';
import { read } from '../../lib/text/read';
import { CORPUS } from './gold';

/** A corpus file read by the engine. */
export function parsedFile(path: string): PolicyDocument {
  const text = readFileSync(`${CORPUS}/${path}`, 'utf8');
  return parse(path.endsWith('.html') ? read(parseHTML(text).document as unknown as Document) : fromPlain(text));
}

/** All files of these folders of the corpus, read one after the other. */
export function* parsedFiles(folders: readonly string[]): Generator<[name: string, document: PolicyDocument]> {
  for (const folder of folders) {
    for (const name of readdirSync(`${CORPUS}/${folder}`).sort()) {
      if (/\.(?:txt|html)$/u.test(name)) yield [name, parsedFile(`${folder}/${name}`)];
    }
  }
}
