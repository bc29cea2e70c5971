import { describe, expect, it } from 'vitest';
import { compare } from '../../../lib/anchor/compare';
import { annotationsJsonLd } from '../../../lib/export/web-annotation/write';
import { firstDay, repeatOf } from '../../../lib/follow/repeat';
import { parse } from '../../../lib/policy/parse';
import type { PolicyDocument } from '../../../lib/policy/types';
import { examine } from '../../../lib/store/examine';
import type { StoreDump } from '../../../lib/store/port';
import { fromPlain } from '../../../lib/text/plain';
import { dutiesOf } from '../../../lib/units/duties';
import { annotation, seen, task } from './samples';
import { freshStore } from './setup';

const instant = '2026-03-05T08:00:00.000Z';
const policy = parse(
  fromPlain(
    '关于印发重点任务分工方案的通知\n一、重点任务\n1.做好工作，6月底前完成。（牵头单位：县司法局）\n2.再做。（牵头单位：县财政局）\n',
  ),
);
const profile = { id: 'a', name: '县司法局', region: '临澜县', kind: null, aliases: [], colour: null };

/** What a file may hold where a text, a list or a record is looked for. */
const odd = [null, -1, [], {}, [null]];

function* placesIn(value: unknown, at: readonly string[] = []): Generator<readonly string[]> {
  if (at.length > 0) yield at;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) yield* placesIn((value as Record<string, unknown>)[key], [...at, key]);
}

/** The same with another value at a place; undefined: without it. */
function put(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length > 0) copy[key!] = put(copy[key!], rest, other);
  else if (other === undefined) delete copy[key!];
  else copy[key!] = other;
  return copy;
}

describe('a backup that somebody made up', () => {
  it('is refused or does no harm, whatever stands in a measure of its documents', async () => {
    const one = { ...policy, measures: policy.measures.slice(0, 1) };
    const broken: string[] = [];
    let taken = 0;
    for (const place of placesIn(one.measures[0])) {
      // Spans and certainties are numbers that nothing goes through.
      if (/span|scope|index|section|certainty|recurrences/.test(place.join())) continue;
      for (const value of [...odd, undefined]) {
        const measures = [put(one.measures[0], place, value)] as unknown as PolicyDocument['measures'];
        const { id, fingerprint, url } = seen;
        const head = {
          id,
          title: one.title,
          docNumber: null,
          issuer: null,
          date: null,
          region: null,
          urls: [url],
          fingerprint,
        };
        const document = { ...head, policy: { ...one, measures }, firstSeen: instant, lastSeen: instant };
        const dump = { documents: [document], tasks: [], annotations: [] } as unknown as StoreDump;
        if (examine(JSON.parse(JSON.stringify(dump))).bad.length > 0) continue;
        taken += 1;
        const { store } = freshStore();
        try {
          await store.merge(dump);
          const kept = (await store.document(id))!.policy;
          compare(kept, one);
          dutiesOf(kept, profile as never);
          await store.addTasks({ id, url, fingerprint: 'another', policy: one }, [{ ...task, documentId: id }]);
        } catch (error) {
          broken.push(`${place.join('.')} = ${JSON.stringify(value)}: ${error}`);
        }
      }
    }
    expect(taken).toBeGreaterThan(50);
    expect(broken).toEqual([]);
  }, 60_000);

  it('with a stamp of the last moment that has one leaves its task to be changed', async () => {
    const { store } = freshStore();
    const record = { ...task, id: 'a', created: instant, updated: '9999-12-31T23:59:59.999Z' };
    await store.merge({ documents: [], tasks: [record], annotations: [] });
    await store.updateTasks(['a'], { note: '改了' });
    const [first] = await store.editTasks(['a'], { addTags: ['急'] }).then(() => store.tasks(undefined, ['a']));
    expect(first).toMatchObject({ note: '改了', tags: expect.arrayContaining(['急']) });
    expect(first!.updated < '9999').toBe(true);
  });

  it('with a half sign in an id leaves the annotations to be taken along', () => {
    const record = { ...annotation, id: 'a\ud800', created: instant, updated: instant };
    expect(JSON.stringify(annotationsJsonLd([record], []))).toContain('urn:dutymark:annotation:a');
  });
});

it('what recurs ends with the last year that has a form', () => {
  expect(firstDay(repeatOf('每年3月1日前')!, '9999-12-31')).toBeNull();
});
