import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { concat } from './bytes';
import { FormatError } from './types';

/**
 * The parts of a zip we ask for. Nothing is ever written to a disk, so a path that climbs (`../`) can reach nothing; such
 * names are still folded so that they match no part a reader looks for by accident.
 */
export interface ZipParts {
  /** Unpacked part by its path, whatever its case; undefined when the file has none. */
  get(path: string): Uint8Array | undefined;
  readonly names: readonly string[];
  /** The archive ends before its directory: the parts found are those that stand before the break, the last one cut. */
  readonly truncated: boolean;
}

const megabyte = 1 << 20;
const limits = { part: 96 * megabyte, all: 256 * megabyte, entries: 20_000, ratio: 250, ratioFrom: 4 * megabyte };

/**
 * Unpacks the parts whose name `wanted` accepts.
 *
 * Sizes are checked before anything is unpacked, and fflate unpacks into a buffer of the stated size, so an archive that
 * lies about sizes gains nothing.
 *
 * @throws FormatError `damaged` (no zip), `too-large` (a bomb, or honest but huge), `truncated`.
 */
export function openZip(bytes: Uint8Array, wanted: (path: string) => boolean): ZipParts {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new FormatError('damaged', 'no zip signature');
  const names: string[] = [];
  let total = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: (part) => {
        names.push(part.name);
        if (names.length > limits.entries) throw new FormatError('too-large', `${names.length} entries`);
        if (part.name.endsWith('/') || !wanted(cleanPath(part.name))) return false;
        total += part.originalSize;
        const bomb = part.originalSize > limits.ratioFrom && part.originalSize > limits.ratio * Math.max(1, part.size);
        if (bomb || part.originalSize > limits.part || total > limits.all)
          throw new FormatError('too-large', `${part.name}: ${part.originalSize} bytes`);
        return true;
      },
    });
    return partsOf(parts, names, false);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    return salvage(bytes, wanted);
  }
}

/** Reads an archive without its directory, from its front, as far as it goes. */
function salvage(bytes: Uint8Array, wanted: (path: string) => boolean): ZipParts {
  const chunks = new Map<string, Uint8Array[]>();
  let total = 0;
  let fed = 0;
  const unzip = new Unzip((file) => {
    if (!wanted(cleanPath(file.name)) || chunks.has(file.name)) return;
    const list: Uint8Array[] = [];
    chunks.set(file.name, list);
    file.ondata = (error, data) => {
      if (error) return;
      total += data.length;
      // Thrown here it would be taken for a fault of the part.
      if (!tooLarge()) list.push(data);
    };
    file.start();
  });
  const tooLarge = () => total > limits.part || (total > limits.ratioFrom && total > limits.ratio * fed);
  unzip.register(UnzipInflate);
  try {
    // In slices, so that a bomb is noticed before it is unpacked.
    for (let at = 0; at < bytes.length; at += 16384) {
      fed = Math.min(bytes.length, at + 16384);
      unzip.push(bytes.subarray(at, fed), fed === bytes.length);
      if (tooLarge()) throw new FormatError('too-large', 'while salvaging');
    }
  } catch (error) {
    if (error instanceof FormatError) throw error;
    // The break itself; what came before it counts.
  }
  const parts: Record<string, Uint8Array> = {};
  for (const [name, list] of chunks) if (list.some((chunk) => chunk.length > 0)) parts[name] = concat(list);
  if (Object.keys(parts).length === 0) throw new FormatError('truncated', 'no directory, nothing to salvage');
  return partsOf(parts, [...chunks.keys()], true);
}

function partsOf(parts: Record<string, Uint8Array>, names: readonly string[], truncated: boolean): ZipParts {
  const byPath = new Map<string, Uint8Array>();
  for (const name of Object.keys(parts)) {
    const path = cleanPath(name).toLowerCase();
    if (!byPath.has(path)) byPath.set(path, parts[name]!);
  }
  return { get: (path) => byPath.get(cleanPath(path).toLowerCase()), names, truncated };
}

/** One shape for all the shapes producers write: `/Doc_0/x`, `./Doc_0/x`, `Doc_0\x`, `Doc_0//y/../x`. */
export function cleanPath(path: string): string {
  const kept: string[] = [];
  for (const step of path.replace(/\\/g, '/').split('/')) {
    if (step === '..') kept.pop();
    else if (step !== '' && step !== '.') kept.push(step);
  }
  return kept.join('/');
}

/** A path as written inside the part `from`: absolute from the archive's root, else relative to the part's folder. */
export function relativePath(from: string, path: string): string {
  if (/^[\\/]/.test(path)) return cleanPath(path);
  const folder = cleanPath(from).split('/').slice(0, -1).join('/');
  return cleanPath(`${folder}/${path}`);
}
