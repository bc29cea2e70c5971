import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../lib/setup.mjs';

const rooms = readdirSync(join(root, 'lib'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => `lib/${name}/README.md`);
const documents = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...rooms].filter((file) =>
  existsSync(join(root, file)),
);

/** Paths from the root in code marks, and addresses of links that are no web addresses. */
function pathsIn(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const marked = [...text.matchAll(/`((?:lib|tests|components|entrypoints)\/[\w./-]+)`/g)].map((m) => m[1] as string);
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)\)/g)].map((m) => join(dirname(file), m[1] as string));
  return [...marked, ...linked];
}

/** A module may be named without its ending. */
const exists = (path: string): boolean =>
  ['', '.ts', '.tsx', '.json'].some((ending) => existsSync(join(root, path + ending)));

describe.each(documents)('%s', (file) => {
  it('names only files that are there', () => {
    expect(pathsIn(file).filter((path) => !exists(path))).toEqual([]);
  });
});

describe('the steps of a policy text', () => {
  it('name only files that are there', () => {
    const text = readFileSync(join(root, 'lib/policy/README.md'), 'utf8');
    const table = text.slice(text.indexOf('| step |'), text.indexOf('## Forms'));
    const cells = table
      .split('\n')
      .slice(2)
      .map((row) => row.split('|')[2] ?? '');
    const names = cells.flatMap((cell) => [...cell.matchAll(/`([\w/-]+)`/g)].map((m) => m[1] as string));
    const folder = (name: string): boolean =>
      ['lib/policy', 'lib/text', 'lib/policy/forms'].some((room) => existsSync(join(root, room, `${name}.ts`)));
    expect(names.length).toBeGreaterThan(50);
    expect(names.filter((name) => !name.startsWith('lib/') && !folder(name))).toEqual([]);
  });
});
