import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DutyDecision, dutiesOf, explain, suggest } from '../../../lib/units';
import { policy, profile } from './fixtures';

const COUNTY = '云岭省清河市临澜县';
const justice = profile('县司法局', COUNTY, 'government-department');
const town = profile('石桥镇', COUNTY, 'township');

describe('one duty a measure', () => {
  it('named wins over collective, collective over possible', () => {
    const document = policy(COUNTY, [
      { participant: ['县司法局'], responsible: ['县政府各部门'] },
      { lead: ['县财政局'], participant: ['县政府其他有关部门', '县直各部门'] },
      { participant: ['县政府其他有关部门'] },
      { lead: ['县财政局'] },
    ]);
    expect(dutiesOf(document, justice).map((d) => [d.measure, d.role, d.certainty, d.assignments])).toEqual([
      ['1', 'participant', 'named', [0, 1]],
      ['2', 'participant', 'collective', [2, 1]],
      ['3', 'participant', 'possible', [0]],
    ]);
    expect(dutiesOf(document, justice).map((d) => d.doubtful)).toEqual([undefined, [1], undefined]);
  });

  it('among equals the lead decides', () => {
    const document = policy(COUNTY, [{ lead: ['县司法局'], participant: ['县司法局'], responsible: ['县司法局'] }]);
    expect(dutiesOf(document, justice)).toMatchObject([{ role: 'lead', assignments: [0, 2, 1] }]);
  });

  it('a prefix that the list dropped is read as resolved, the reason shows what is printed', () => {
    const base = policy('云岭省清河市', [{ responsible: ['生态环境局'] }]);
    const [measure] = base.measures;
    const document = {
      ...base,
      measures: [{ ...measure!, assignments: [{ ...measure!.assignments[0]!, resolved: '市生态环境局' }] }],
    };
    const city = profile('市生态环境局', '云岭省清河市', 'government-department');
    expect(dutiesOf(document, city)).toMatchObject([
      { certainty: 'named', why: { unit: '生态环境局', relation: 'same-name' } },
    ]);
    expect(dutiesOf(document, profile('县生态环境局', COUNTY, 'government-department'))).toEqual([]);
  });

  it('an open list makes no duty for those it does not name', () => {
    const base = policy(COUNTY, [{ responsible: ['县财政局'] }]);
    const document = {
      ...base,
      measures: base.measures.map((m) => ({ ...m, assignments: m.assignments.map((a) => ({ ...a, openList: true })) })),
    };
    expect(dutiesOf(document, justice)).toEqual([]);
  });

  it('a document that prints our own name means another organ by a similar one', () => {
    const education = profile('县教育体育局', COUNTY, 'government-department');
    expect(dutiesOf(policy(COUNTY, [{ lead: ['县教育局'] }]), education)).toMatchObject([{ certainty: 'possible' }]);
    expect(
      dutiesOf(policy(COUNTY, [{ lead: ['县教体局'] }, { lead: ['县体育局'] }]), education).map((d) => d.measure),
    ).toEqual(['1']);
  });

  it('a document that prints our own name may still name us by our subject, or an office of ours', () => {
    const police = profile('县公安局', COUNTY, 'government-department');
    const found = dutiesOf(
      policy(COUNTY, [{ lead: ['县公安局'] }, { lead: ['公安机关'] }, { lead: ['县公安局禁毒大队'] }]),
      police,
    );
    expect(found.map(({ certainty }) => certainty)).toEqual(['named', 'collective', 'possible']);
  });

  it('a city bureau and a county bureau in one document of the city', () => {
    const document = policy('云岭省清河市', [
      { lead: ['市司法局'], participant: ['各县（市、区）人民政府'] },
      { lead: ['市、县司法局'] },
      { lead: ['各县（市、区）司法局'] },
      { responsible: ['市直各部门'] },
    ]);
    const city = profile('市司法局', '云岭省清河市', 'government-department');
    const brief = (p: typeof city): string[] =>
      dutiesOf(document, p).map((d) => `${d.measure} ${d.role} ${d.certainty}`);
    expect(brief(city)).toEqual(['1 lead named', '2 lead named', '4 responsible collective']);
    expect(brief(justice)).toEqual(['1 participant possible', '2 lead collective', '3 lead collective']);
  });

  it('a document of unknown place only asks', () => {
    const document = policy(null, [{ lead: ['县司法局'] }, { participant: ['各乡镇'] }]);
    expect(dutiesOf(document, justice).map((d) => d.certainty)).toEqual(['possible']);
    expect(dutiesOf(document, town).map((d) => d.certainty)).toEqual(['possible']);
  });

  it('a place that only the issuer tells is found', () => {
    const document = policy(null, [{ participant: ['各乡镇'] }], { issuer: '武陟县人民政府办公室' });
    expect(dutiesOf(document, profile('圪垱店镇', '武陟县', 'township'))).toMatchObject([{ certainty: 'collective' }]);
    expect(dutiesOf(document, town)).toEqual([]);
  });
});

describe('decisions of the reader', () => {
  const document = policy(COUNTY, [
    { participant: ['县政府其他有关部门'] },
    { participant: ['县政府其他有关部门'] },
    { lead: ['县司法局'] },
  ]);
  const unit = '县政府其他有关部门';
  const decide = (over: Partial<DutyDecision>): DutyDecision => ({
    profile: 'me',
    verdict: 'dismissed',
    scope: 'measure',
    unit,
    document: 'doc',
    measure: '1',
    ...over,
  });
  const remaining = (...decisions: DutyDecision[]): string[] =>
    dutiesOf(document, justice, decisions, 'doc').map((d) => `${d.measure} ${d.certainty}${d.confirmed ? ' !' : ''}`);

  it('turns off one measure, one document, or for good', () => {
    expect(remaining()).toEqual(['1 possible', '2 possible', '3 named']);
    expect(remaining(decide({}))).toEqual(['2 possible', '3 named']);
    expect(remaining(decide({ scope: 'document', measure: null }))).toEqual(['3 named']);
    expect(remaining(decide({ scope: 'always', measure: null, document: null }))).toEqual(['3 named']);
  });

  it('a decision about another document or another unit of ours changes nothing', () => {
    expect(remaining(decide({ document: 'other' }))).toHaveLength(3);
    expect(remaining(decide({ profile: 'other' }))).toHaveLength(3);
    expect(remaining(decide({ unit: '县政府各部门' }))).toHaveLength(3);
  });

  it('confirms what was possible, and the narrowest decision wins', () => {
    expect(remaining(decide({ verdict: 'confirmed' }))).toEqual(['1 collective !', '2 possible', '3 named']);
    const both = [decide({ verdict: 'confirmed' }), decide({ scope: 'always', measure: null, document: null })];
    expect(remaining(...both)).toEqual(['1 collective !', '3 named']);
    expect(remaining(...both.reverse())).toEqual(['1 collective !', '3 named']);
  });

  it('the last of two equals wins', () => {
    expect(remaining(decide({}), decide({ verdict: 'confirmed' }))[0]).toBe('1 collective !');
    expect(remaining(decide({ verdict: 'confirmed' }), decide({}))[0]).toBe('2 possible');
  });

  it('a confirmed name is named', () => {
    const education = profile('县教育体育局', COUNTY, 'government-department');
    const one = policy(COUNTY, [{ lead: ['县教育局'] }]);
    const decision = decide({ verdict: 'confirmed', scope: 'always', unit: '县教育局', document: null, measure: null });
    expect(dutiesOf(one, education, [decision])).toMatchObject([{ certainty: 'named', confirmed: true }]);
  });

  it('a dismissed assignment leaves the others of its measure', () => {
    const two = policy(COUNTY, [{ lead: ['县司法局'], participant: ['县政府各部门'] }]);
    const decision = decide({ unit: '县司法局' });
    expect(dutiesOf(two, justice, [decision], 'doc')).toMatchObject([{ certainty: 'collective', role: 'participant' }]);
  });
});

describe('the reason', () => {
  it('names a text that both languages have', () => {
    const document = policy(COUNTY, [{ participant: ['县政府各部门'] }]);
    const [duty] = dutiesOf(document, justice);
    const reason = explain(duty!.why, justice);
    expect(reason).toEqual({
      key: 'classMember',
      role: 'participant',
      unit: '县政府各部门',
      name: '县司法局',
      kind: 'government-department',
    });
    for (const language of ['zh_CN', 'en']) {
      const file = new URL(`../../../lib/locales/${language}.json`, import.meta.url);
      const texts = JSON.parse(readFileSync(file, 'utf8'));
      expect(texts.why[reason.key]).toContain('$2');
    }
  });
});

describe('the reason of a name that is only possible', () => {
  const reasonOf = (unit: string, region: string | null, me = justice) => {
    const [duty] = dutiesOf(policy(region, [{ lead: [unit] }]), me);
    expect(duty?.certainty).toBe('possible');
    return explain(duty!.why, me, duty!.certainty).key;
  };

  it('is that the document does not say of which place it is', () => {
    expect(reasonOf('县司法局', null)).toBe('placeUnknown');
    // A city's document: one of its counties.
    expect(reasonOf('县司法局', '云岭省清河市')).toBe('placeUnknown');
  });

  it('or that the reader has not said where they are', () => {
    expect(reasonOf('县司法局', COUNTY, { ...justice, region: '' })).toBe('homeUnknown');
  });

  it('or that the name stands in a remark', () => {
    const remark = '县民政局（县司法局配合）';
    const [duty] = dutiesOf(policy(COUNTY, [{ lead: [remark] }]), justice);
    expect(explain(duty!.why, justice, duty!.certainty).key).toBe('wordingUnsure');
  });

  it('and once it is named or confirmed, the doubt is gone', () => {
    const document = policy(null, [{ lead: ['县司法局'] }]);
    const about = { profile: justice.id, unit: '县司法局', document: null, measure: null };
    const [duty] = dutiesOf(document, justice, [{ ...about, verdict: 'confirmed', scope: 'always' }]);
    expect(explain(duty!.why, justice, duty!.certainty).key).toBe('sameName');
  });
});

describe('which of these are you?', () => {
  const document = policy(COUNTY, [
    { lead: ['县司法局'], participant: ['各乡镇（街道）', '县政府其他有关部门', '县财政局'] },
    { lead: ['县司法局'], participant: ['县财政局', '市生态环境局临澜分局', '石桥镇'] },
    { lead: ['县财政局'], participant: ['市司法局', '县直有关单位'] },
  ]);

  it('offers the single units, those with most to do first, with kind and region', () => {
    expect(suggest(document)).toEqual([
      { name: '县财政局', kind: 'government-department', region: COUNTY, mentions: 3, leads: 1 },
      { name: '县司法局', kind: 'government-department', region: COUNTY, mentions: 2, leads: 2 },
      { name: '市生态环境局临澜分局', kind: 'vertical-organ', region: COUNTY, mentions: 1, leads: 0 },
      { name: '石桥镇', kind: 'township', region: COUNTY, mentions: 1, leads: 0 },
      { name: '市司法局', kind: 'government-department', region: '云岭省清河市', mentions: 1, leads: 0 },
    ]);
  });

  it('one unit in several spellings is offered once, by the most frequent, with its other forms', () => {
    const spelt = policy(COUNTY, [
      { lead: ['县发展改革委'], participant: ['县司法局'] },
      { lead: ['县发展改革委', '临澜县发展和改革委员会'] },
      { participant: ['县发改委', '市发展改革委', '县司法局'] },
      { responsible: ['临澜县司法局', '石桥镇司法所'] },
    ]);
    expect(suggest(spelt).map(({ name, forms, mentions, leads }) => [name, forms ?? [], mentions, leads])).toEqual([
      ['县发展改革委', ['临澜县发展和改革委员会', '县发改委'], 4, 3],
      ['县司法局', ['临澜县司法局'], 3, 0],
      ['市发展改革委', [], 1, 0],
      ['石桥镇司法所', [], 1, 0],
    ]);
  });

  it('a suffix that places share gives one unit each, and each government of a joint document its own', () => {
    const joint = policy('四川省、重庆市', [{ lead: ['省财政厅', '市财政局', '广云市、清河市政府'] }]);
    expect(suggest(joint).map(({ name, region }) => [name, region])).toEqual([
      ['省财政厅', '四川省'],
      ['市财政局', '重庆市'],
      ['广云市政府', '广云市'],
      ['清河市政府', '清河市'],
    ]);
  });

  it('what is suggested is found again', () => {
    for (const { name, region, kind } of suggest(document)) {
      const duties = dutiesOf(document, profile(name, region, kind));
      expect(duties.filter((duty) => duty.certainty === 'named').length, name).toBeGreaterThan(0);
    }
  });
});
