import { describe, expect, it } from 'vitest';
import en from '../../lib/locales/en.json';
import zh from '../../lib/locales/zh_CN.json';
import { errorKey, storeErrorCodes } from '../../lib/store/errors';

/** `panel.facts.title` → wording. */
function flat(table: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(table).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value as object, `${prefix}${key}.`)],
    ),
  );
}

const chinese = flat(zh);
const english = flat(en);
const places = (text: string) => [...new Set(text.match(/\$\d/g))].sort().join(' ');

describe('the locales', () => {
  it('word the same things in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('leave the same places open', () => {
    const differ = [...chinese].filter(([key, text]) => places(text) !== places(english.get(key) ?? ''));
    // A word that one language needs and the other has in its grammar.
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('say nothing in Chinese in the English interface but our name and what is printed so', () => {
    const mixed = [...english].filter(([, text]) => /[一-鿿]/.test(text.replace(/政笺|\(等\)/g, '')));
    expect(mixed.map(([key]) => key)).toEqual([]);
  });

  it('have names that an extension may use', () => {
    expect([...chinese.keys()].filter((key) => !/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/.test(key))).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ['errors', storeErrorCodes],
    ['errors', ['empty-page', 'too-large', 'read-failed']],
    ['errors', ['restricted', 'no-permission', 'not-loaded', 'gone', 'failed']],
    ['tasks.way', ['missing', 'restricted', 'no-permission', 'not-loaded', 'failed']],
    ['role', ['lead', 'participant', 'responsible']],
    ['common.status', ['open', 'doing', 'done', 'dropped']],
    ['panel.group', ['lead', 'participant', 'responsible', 'collective', 'possible', 'set-aside']],
    ['panel.change', ['new', 'gone', 'reworded', 'moved', 'renumbered', 'units', 'deadlines', 'fact', 'heading']],
    ['panel.facts', ['title', 'docNumber', 'date', 'defaultDeadline']],
    ['panel.scope', ['measure', 'document', 'always']],
    ['panel.form', ['line', 'bracket', 'table', 'prose', 'note']],
    ['panel.period', ['day', 'week', 'month', 'quarter', 'half-year', 'year', 'term']],
    ['panel.unread', ['no-unit', 'no-measure', 'unclear-role', 'unclear-list']],
    ['panel.rule', ['first-leads', 'before-comma-leads', 'added-units']],
    [
      'why',
      [
        'same-name',
        'alias',
        'short-form',
        'renamed',
        'class-member',
        'class-relevant',
        'class-other',
        'probable-alias',
        'own-part',
        'place-unknown',
        'home-unknown',
        'wording-unsure',
      ],
    ],
    [
      'common.unitKind',
      [
        'party-organ',
        'government-department',
        'vertical-organ',
        'court',
        'procuratorate',
        'peoples-congress',
        'cppcc',
        'township',
        'subdistrict',
        'institution',
        'enterprise',
        'other',
      ],
    ],
  ])('have a wording for every code of %s', (group, codes) => {
    expect(codes.map((code) => `${group}.${errorKey(code)}`).filter((key) => !chinese.has(key))).toEqual([]);
  });
});
