import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../lib/setup.mjs';

/** The only folders of the checkout beside dot folders and what tools make. */
const FOLDERS = ['components', 'entrypoints', 'lib', 'public', 'tests'];
const MADE = ['node_modules', 'dist'];

/** Rooms of lib, lowest first: a room's code may import lower ranks only, and types of its own rank. */
const RANK: Record<string, number> = {
  text: 0,
  ocr: 0,
  names: 1,
  policy: 2,
  anchor: 3,
  follow: 3,
  paint: 3,
  units: 3,
  formats: 4,
  store: 4,
  export: 5,
  page: 6,
  folder: 7,
  cli: 7,
};

/** Longest source file, in lines. */
const LINES = 300;

interface Import {
  /** A path from the root for a file of ours, else the package as written. */
  readonly to: string;
  readonly typeOnly: boolean;
}

function filesUnder(folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).flatMap((name) => {
    const below = join(folder, name);
    if (statSync(join(root, below)).isDirectory()) return filesUnder(below);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [below.split(sep).join('/')] : [];
  });
}

function locate(from: string, written: string): string {
  if (!written.startsWith('.')) return written;
  const base = resolve(root, dirname(from), written.replace(/\?.*$/, ''));
  const found = [base, `${base}.ts`, `${base}.tsx`, join(base, 'index.ts'), join(base, 'index.tsx')].find(
    (path) => existsSync(path) && statSync(path).isFile(),
  );
  return relative(root, found ?? base)
    .split(sep)
    .join('/');
}

const STATEMENT =
  /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{][^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

function importsOf(file: string, source = readFileSync(join(root, file), 'utf8')): Import[] {
  return [...source.matchAll(STATEMENT)].map((match) => ({
    to: locate(file, (match[2] ?? match[3]) as string),
    typeOnly: match[1] !== undefined,
  }));
}

const files = ['entrypoints', 'components', 'lib'].flatMap(filesUnder);
const graph = new Map(files.map((file) => [file, importsOf(file)]));

function room(file: string): string | null {
  const [top, second] = file.split('/');
  return top === 'lib' && second !== undefined && second in RANK ? second : null;
}

/** Everything a file pulls into its bundle, with one way to it. */
function bundle(entry: string): Map<string, string[]> {
  const reached = new Map<string, string[]>();
  const visit = (file: string, way: string[]) => {
    for (const { to, typeOnly } of graph.get(file) ?? []) {
      if (typeOnly || reached.has(to)) continue;
      reached.set(to, [...way, to]);
      visit(to, [...way, to]);
    }
  };
  visit(entry, [entry]);
  return reached;
}

/** Fails with the way by which a forbidden module is reached. */
function expectOutOf(entry: string, forbidden: RegExp) {
  const ways = [...bundle(entry)].filter(([to]) => forbidden.test(to)).map(([, way]) => way.join(' → '));
  expect(ways).toEqual([]);
}

const BROWSER_API = /^(wxt\/browser|#imports|lib\/browser\.ts|lib\/messages\.ts|@webext-core\/messaging)/;
const DATABASE = /^dexie/;

describe('the layers of the house', () => {
  it('reads every form of import', () => {
    const source = [
      "import { a } from './types';",
      "import type { B } from './types';",
      "export * from './types';",
      "import './style.css';",
      'import {\n  c,\n  d,\n} from "dexie";',
      "const e = await import('mammoth');",
    ].join('\n');
    expect(importsOf('lib/text/example.ts', source)).toEqual([
      { to: 'lib/text/types.ts', typeOnly: false },
      { to: 'lib/text/types.ts', typeOnly: true },
      { to: 'lib/text/types.ts', typeOnly: false },
      { to: 'lib/text/style.css', typeOnly: false },
      { to: 'dexie', typeOnly: false },
      { to: 'mammoth', typeOnly: false },
    ]);
  });

  it('has only the folders of the design', () => {
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !MADE.includes(entry.name))
      .map((entry) => entry.name);
    expect(folders.filter((name) => !FOLDERS.includes(name))).toEqual([]);
  });

  it('has only the rooms of the design in lib', () => {
    const rooms = readdirSync(join(root, 'lib'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(rooms.filter((name) => name !== 'locales' && !(name in RANK))).toEqual([]);
  });

  it('keeps files small', () => {
    const long = files
      .map((file) => ({ file, lines: readFileSync(join(root, file), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > LINES);
    expect(long).toEqual([]);
  });

  it('imports only downward: entrypoints → components → lib', () => {
    const wrong: string[] = [];
    for (const [file, imports] of graph) {
      for (const { to } of imports) {
        if (file.startsWith('lib/') && /^(components|entrypoints)\//.test(to)) wrong.push(`${file} → ${to}`);
        if (file.startsWith('components/') && to.startsWith('entrypoints/')) wrong.push(`${file} → ${to}`);
        if (to.startsWith('tests/')) wrong.push(`${file} → ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keeps one surface out of another', () => {
    const surface = (file: string) => file.split('/')[1];
    const wrong = files
      .filter((file) => file.startsWith('entrypoints/'))
      .flatMap((file) =>
        (graph.get(file) ?? [])
          .filter(({ to }) => to.startsWith('entrypoints/') && surface(to) !== surface(file))
          .map(({ to }) => `${file} → ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('keeps the kit for records below the lists that are made of it', () => {
    const wrong = files
      .filter((file) => file.startsWith('components/records/'))
      .flatMap((file) =>
        (graph.get(file) ?? [])
          .filter(({ to }) => /^components\/(?!records\/|ui\/)/.test(to))
          .map(({ to }) => `${file} → ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  it('imports only downward between the rooms of lib', () => {
    const wrong: string[] = [];
    for (const [file, imports] of graph) {
      const from = room(file);
      for (const { to, typeOnly } of imports) {
        const target = room(to);
        if (from === null || target === null || from === target) continue;
        const above = (RANK[target] as number) - (RANK[from] as number);
        if (above > 0 || (above === 0 && !typeOnly)) wrong.push(`${file} → ${to}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, way: string[]) => {
      const at = way.indexOf(file);
      if (at >= 0) circles.push([...way.slice(at), file].join(' → '));
      if (at >= 0 || done.has(file)) return;
      for (const { to, typeOnly } of graph.get(file) ?? []) if (!typeOnly) visit(to, [...way, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('opens the seam to the browser only where messages are sent and received', () => {
    // Beside the rooms of lib stand the messages, the settings and the like: they are the seam itself.
    const allowed = /^(entrypoints\/|lib\/page\/|lib\/store\/client\.ts|lib\/[\w-]+\.ts)/;
    const wrong = files
      .filter((file) => !allowed.test(file))
      .flatMap((file) =>
        (graph.get(file) ?? [])
          .filter(({ to, typeOnly }) => !typeOnly && BROWSER_API.test(to))
          .map(({ to }) => `${file} → ${to}`),
      );
    expect(wrong).toEqual([]);
    const raw = files
      .filter((file) => file !== 'lib/browser.ts')
      .filter((file) => (graph.get(file) ?? []).some(({ to }) => to === 'wxt/browser'));
    expect(raw, 'import `browser` from lib/browser').toEqual([]);
  });

  it.each(files.filter((file) => file.startsWith('components/')))('%s knows neither browser nor database', (file) => {
    expectOutOf(file, new RegExp(`${BROWSER_API.source}|${DATABASE.source}`));
  });

  it.each(files.filter((file) => /^entrypoints\/[^/]*\.?content(\.|\/)/.test(file)))('%s holds no database', (file) => {
    // Dexie's bundle holds U+FFFF; Chromium then refuses to load the whole extension.
    expectOutOf(file, DATABASE);
  });

  it.each(files.filter((file) => /^lib\/(names|policy|units|anchor)\//.test(file)))('%s is pure', (file) => {
    expectOutOf(file, /^(wxt|preact|dexie|dompurify|mark\.js|lib\/(browser|messages|settings)\.ts)/);
    const code = readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(/\bwindow\.|\bHTMLElement\b|\bquerySelector|\bchrome\.|\bbrowser\.|globalThis\.document/);
  });
});
