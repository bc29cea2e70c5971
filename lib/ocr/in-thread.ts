import { type Alphabet, alphabetOf } from './decode';
import { networksOf, type Runtime, SIGNS } from './networks';
import type { Networks } from './types';

/** Where runtime, networks and signs lie in the extension (`wxt.config.ts`). */
const FOLDER = '/ocr/';

/** The networks in a thread of the extension; nothing is asked for elsewhere. */
export async function networksInThread(): Promise<{ networks: Networks; alphabet: Alphabet }> {
  const folder = new URL(FOLDER, location.href).href;
  // Kept from the bundler: it would put the runtime's WebAssembly into every build, twice.
  const runtime = (await import(/* @vite-ignore */ `${folder}ort.wasm.min.mjs`)) as Runtime & {
    env: { logLevel: string; wasm: { numThreads: number; wasmPaths: string; proxy: boolean } };
  };
  runtime.env.logLevel = 'error';
  runtime.env.wasm.wasmPaths = folder;
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.proxy = false;
  const load = async (name: string): Promise<ArrayBuffer> => (await fetch(folder + name)).arrayBuffer();
  const networks = await networksOf(runtime, async (name) => new Uint8Array(await load(name)));
  return { networks, alphabet: alphabetOf(new TextDecoder().decode(await load(SIGNS))) };
}
