import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chineseCopy } from './extension.mjs';

/**
 * A copy of the built extension in which a browser looks older than it is: the code given runs first in every page, content
 * script, thread and in the background, and takes something away.
 *
 * @param code Plain script. @param css Called with each style sheet, returns what such a browser would make of it. @param
 *   permissions Called with those asked for, returns those that such a browser knows: what comes with one goes with it, while
 *   an API that a script deletes is put back when permissions change.
 * @returns `{path, remove()}`
 */
export function olderCopy(code, { css = (text) => text, permissions = (all) => all } = {}) {
  const copy = chineseCopy('chrome', mkdtempSync(join(tmpdir(), 'dutymark-older-')));
  const within = (...parts) => join(copy.path, ...parts);
  const first = `(() => { ${code}; globalThis.dutymarkOlder = true; })();\n`;
  const change = (path, how) => writeFileSync(path, how(readFileSync(path, 'utf8')));
  writeFileSync(within('older.js'), first);
  change(within('manifest.json'), (text) => {
    const manifest = JSON.parse(text);
    return JSON.stringify({ ...manifest, permissions: permissions(manifest.permissions), side_panel: undefined });
  });
  for (const path of ['background.js', 'content-scripts/agent.js', 'content-scripts/detector.js']) {
    change(within(path), (text) => first + text);
  }
  for (const name of readdirSync(copy.path).filter((each) => each.endsWith('.html'))) {
    change(within(name), (text) => text.replace('<head>', '<head><script src="/older.js"></script>'));
  }
  for (const name of readdirSync(within('assets'))) {
    const path = within('assets', name);
    if (name.endsWith('.css')) change(path, css);
    // A thread's imports run before its first line: what is taken away has to be an import before them.
    if (!/worker[^/]*\.m?js$/.test(name) || name.startsWith('pdf.worker')) continue;
    const inner = `inner-${name}`;
    renameSync(path, within('assets', inner));
    writeFileSync(path, `import '../older.js';\nexport * from './${inner}';\n`);
  }
  if (!existsSync(within('older.js'))) throw new Error('nothing was taken away');
  return { path: copy.path, remove: () => rmSync(join(copy.path, '..'), { recursive: true, force: true }) };
}
