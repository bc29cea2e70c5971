import { fakeBrowser } from 'wxt/testing/fake-browser';
import locale from '../../lib/locales/zh_CN.json';

/**
 * WXT's in-memory browser has no `i18n.getMessage`; tests read the Chinese the user sees. As in the browser, `$1`…
 * `$9` are filled in, and an unknown key gives an empty string.
 */
function message(key: string, substitutions: string | string[] = []): string {
  let value: unknown = locale;
  // Keys reach the browser flattened: `panel.facts.title` as `panel_facts_title`.
  const path = key.split('_');
  while (path.length > 0 && typeof value === 'object' && value !== null) {
    const table = value as Record<string, unknown>;
    let length = path.length;
    while (length > 0 && !(path.slice(0, length).join('_') in table)) length--;
    if (length === 0) return '';
    value = table[path.splice(0, length).join('_')];
  }
  if (typeof value === 'object' && value !== null) value = (value as { message?: unknown }).message;
  const filled = [substitutions].flat();
  return typeof value === 'string' ? value.replace(/\$([1-9])/g, (_, n) => filled[Number(n) - 1] ?? '') : '';
}

const i18n = { getMessage: message, getUILanguage: () => 'zh-CN' };
Object.assign(fakeBrowser.i18n, i18n);
// In a real browser outside an extension there is no API at all: the in-memory one takes its place.
const scope = globalThis as unknown as Record<string, { runtime?: { id?: string } } | undefined>;
if (!scope.chrome?.runtime?.id) scope.chrome = fakeBrowser as unknown as (typeof scope)[string];
