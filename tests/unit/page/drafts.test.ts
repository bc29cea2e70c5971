import { describe, expect, it } from 'vitest';
import { joined } from '../../../lib/page/drafts';
import { marksOf } from '../../../lib/page/marks';
import { fromPlain } from '../../../lib/text/plain';
import { mineIs, parseSimple, simpleDuties } from '../../lib/policies';

describe('joined', () => {
  it('joins Chinese without a blank, and words with one', () => {
    expect(joined('县司法\n\n局、  县财政局')).toBe('县司法局、县财政局');
    expect(joined(' open\ngovernment  data 平台 ')).toBe('open government data 平台');
  });
});

describe('marksOf', () => {
  const text = fromPlain('方案\n1. 加强巡查。\n牵头单位：市水务局、市财政局\n2. 宣传。\n参加单位：市水务局');
  const steps = parseSimple(text);
  steps.next();
  const policy = steps.next().value as Exclude<ReturnType<(typeof steps)['next']>['value'], number>;
  const duties = simpleDuties(policy, mineIs('市水务局'));
  const sources = { policy, duties, annotations: [], tasks: [], anchors: {} };
  const printed = (kind: string, shown = (_: string) => true) =>
    marksOf(sources, shown)
      .filter((mark) => mark.kind === kind)
      .map(({ span }) => text.text.slice(span.start, span.end));

  it('marks each assignment once and what is mine once more', () => {
    expect(printed('lead')).toEqual(['市水务局', '市财政局']);
    expect(printed('participant')).toEqual(['市水务局']);
    expect(printed('mine')).toEqual(['市水务局', '1', '市水务局', '2']);
    expect(printed('measure')).toEqual(['1', '2']);
  });

  it('does not fill what is only possible', () => {
    const possible = duties.map((duty) => ({ ...duty, certainty: 'possible' as const }));
    expect(marksOf({ ...sources, duties: possible }, () => true).filter(({ kind }) => kind === 'mine')).toEqual([]);
  });

  it('leaves out kinds that are not shown', () => {
    expect(printed('lead', (kind) => kind !== 'lead')).toEqual([]);
  });

  it('does not paint an annotation that needs review or is gone', () => {
    const note = (id: string) => ({ id, colour: 'green' }) as never;
    const anchors = {
      sure: { method: 'fuzzy' as const, span: { start: 0, end: 2 }, score: 0.9 },
      doubt: { method: 'review' as const, span: { start: 3, end: 5 }, score: 0.5 },
      gone: { method: 'orphan' as const, span: null, score: 0 },
    };
    const marks = marksOf(
      { ...sources, annotations: ['sure', 'doubt', 'gone', 'new'].map(note), anchors },
      (kind) => kind === 'annotation',
    );
    expect(marks.map(({ target, colour }) => [target, colour])).toEqual([['sure', 'green']]);
  });
});
