import { describe, expect, it } from 'vitest';
import type { Measure } from '../../lib/policy/types';
import { Random } from '../bench/anchor/samples';
import { CORPUS } from './gold';
import { labelled, readText } from './labelled';

/** Paragraphs that are out of line with the list around them. */
const irregular: readonly string[] = [
  '★65.加快推进临时增补的工作。',
  '65-1.做好补充事项的衔接。',
  '以上各项工作由牵头单位负责汇总进展情况。',
  '此处为补充说明的一段话，不另编号，请一并落实。',
  '牵头单位：县某某服务中心',
  '做好来访接待工作。\n牵头单位：县某某服务中心\n配合单位：县某某事务中心',
  '（责任单位：县某某服务中心）',
  '注：本表所列时限均为自然日。',
  '※特别提示：逾期未完成的须书面说明原因。',
  '——试点先行，分步推开。',
];
const DOCUMENTS = 10;
const INSERTIONS = 200;

const head = ({ number, part, title, text }: Measure): string => `${number} ${part} ${title ?? text.slice(0, 20)}`;

/** The same measure with all its units; a line under a heading may add one to each of those below it. */
const holds = (after: Measure, before: Measure): boolean =>
  head(after) === head(before) &&
  before.assignments.every(({ role, unit }) => after.assignments.some((a) => a.role === role && a.unit === unit));

describe.skipIf(!CORPUS)('a paragraph out of line', { timeout: 300_000 }, () => {
  it('costs no other measure', () => {
    const random = new Random(9);
    const documents = labelled()
      .filter(({ isPage, text }) => !isPage && text.length < 40_000 && !/^\s*[|｜]\s*$/m.test(text))
      .map((document) => ({ ...document, before: readText(document.text, false) }))
      .filter(({ before }) => before.measures.length >= 8 && !/[|｜\t]/.test(before.measures[0]?.text ?? ''))
      .slice(0, DOCUMENTS);
    expect(documents).toHaveLength(DOCUMENTS);
    const lost: string[] = [];
    for (let k = 0; k < INSERTIONS; k++) {
      const { id, text, before } = documents[k % DOCUMENTS]!;
      const paragraph = irregular[random.below(irregular.length)]!;
      // Between two measures: in front of one, behind all that belongs to the one before it.
      const behind = before.measures[1 + random.below(before.measures.length - 2)]!;
      const at = text.lastIndexOf('\n', behind.span.start) + 1;
      const after = readText(`${text.slice(0, at)}${paragraph}\n${text.slice(at)}`, false);
      const gone = before.measures.filter((measure) => !after.measures.some((each) => holds(each, measure)));
      // The measure before may take the paragraph's units in; no other may change.
      const touched = before.measures[before.measures.indexOf(behind) - 1]!;
      const others = gone.filter((measure) => measure !== touched);
      if (others.length)
        lost.push(`${id} at ${behind.number}: ${paragraph.slice(0, 12)}: ${others.map(({ number }) => number).join()}`);
    }
    console.info(`${INSERTIONS} insertions: other measures lost or changed in ${lost.length}`);
    expect(lost, lost.join('\n')).toHaveLength(0);
  });
});
