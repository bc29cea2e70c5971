import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glance } from '../../../lib/policy/glance';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { generatePolicy } from '../../fixtures/generate';

describe('a glance takes time linear in what it looks at', () => {
  const cost = (sample: string): number => {
    const start = process.cpuUsage();
    glance({ url: '', title: sample, fields: {}, sample });
    return process.cpuUsage(start).user / 1000;
  };
  // The sample is cut at 40,000 characters: what is quadratic takes seconds there, what is linear a few milliseconds.
  const unit = fc.constantFrom(
    '\n',
    ' ',
    '\u3000',
    '\r',
    '\t',
    '（',
    '〔',
    '令',
    '各县',
    '一',
    '牵头单位',
    '请认真',
    '特',
  );

  it('one shape over and over', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 3 }), (units) => {
        const shape = units.join('');
        expect(cost(shape.repeat(Math.ceil(40_000 / shape.length)))).toBeLessThan(150);
      }),
      { numRuns: 150, examples: [[['\n']], [['\n', ' ']], [['\u3000']], [['\t']]] },
    );
  });
});

describe('time is linear', () => {
  /** The best of some runs: what the work costs when nothing else interferes. Ends early at a cost that is low enough. */
  const cost = (text: string, runs = 3, enough = 0): number => {
    const linear = fromPlain(text);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < runs && best >= enough; i++) {
      const start = process.cpuUsage();
      parse(linear);
      const { user } = process.cpuUsage(start);
      best = Math.min(best, user / 1000);
    }
    return best;
  };

  const hostile: Record<string, (n: number) => string> = {
    'a policy of many measures': (n) => generatePolicy(n / 40).text,
    'opening brackets': (n) => '（'.repeat(n),
    'closing brackets': (n) => '）'.repeat(n),
    'brackets around brackets, all closed': (n) =>
      `1.巡查。${'（'.repeat(n / 2)}责任单位：县财政局${'）'.repeat(n / 2)}`,
    'cards of one label without units': (n) => '备注：已报送\n'.repeat(n / 7),
    'nested brackets with labels': (n) => '（责任单位：县财政局'.repeat(n / 10),
    'one endless list of units': (n) => `责任单位：${'县财政局、'.repeat(n / 5)}`,
    'one endless list of places': (n) => `1.做好工作。（责任单位：${'东、'.repeat(n / 2)}）`,
    colons: (n) => '责任：'.repeat(n / 3),
    'numbers without line breaks': (n) => '一、做好工作。（一）甲。1.乙。'.repeat(n / 15),
    'one digit': (n) => '1'.repeat(n),
    months: (n) => '2031年6月'.repeat(n / 7),
    '由 without an end': (n) => `1.${'由县财政局'.repeat(n / 5)}牵头`,
    'clauses of duty': (n) => `1.${'县财政局负责，'.repeat(n / 7)}`,
    'title marks': (n) => '《'.repeat(n / 2) + '》'.repeat(n / 2),
    'lines that break off': (n) => '做好各项准备工作确保\n'.repeat(n / 11),
    'labels and white space': (n) => '责任： '.repeat(n / 4),
    'titles and dates': (n) => `1.${'《甲》2031年底前完成'.repeat(n / 12)}`,
    'white space': (n) => `县财政局${' '.repeat(n)}县民政局`,
    'sentences of roles': (n) => `1.${'县财政局牵头，县水利局配合做好。'.repeat(n / 16)}`,
    'sentences that begin with units': (n) => `1.${'县财政局统筹资金。'.repeat(n / 9)}`,
    'sentences without 由': (n) => `1.做好。${'县财政局牵头县水利局。'.repeat(n / 11)}尾`,
    'items that refer to the first': (n) =>
      `县工作任务分解\n1.修路。（责任单位：县财政局）\n${Array.from({ length: n / 14 }, (_, k) => `${k + 2}.修桥。（同第1项）`).join('\n')}`,
    'items that refer to the one above': (n) =>
      `县工作任务分解\n1.修路。（责任单位：县财政局）\n${Array.from({ length: n / 18 }, (_, k) => `${k + 2}.修桥。（同上，县水利局配合）`).join('\n')}`,
    'a bracket with a label that never closes': (n) =>
      `1.修路。（责任单位：县财政局，\n${'县水利局，\n'.repeat(n / 6)}`,
    'signs that are explained': (n) => `☆为牵头单位，△为配合单位\n1.${'修路☆县财政局△县水利局'.repeat(n / 12)}`,
    'parts that begin with units': (n) => `${'县财政局统筹资金；'.repeat(n / 9)}`,
    'cards of labels': (n) => '任务名称：修路\n任务内容：硬化路面\n牵头单位：县财政局\n'.repeat(n / 28),
    'a word without an end before a label': (n) => `1.修路（${'完善设施'.repeat(n / 4)}1\n牵头单位：县财政局`,
    'a label without an end before a name': (n) => `牵头单位：${'完善设施'.repeat(n / 4)}1\n县财政局`,
    'quotation marks': (n) => '“牵头单位”'.repeat(n / 6),
    'signs that are alike': (n) => `1.修路${'*县财政局'.repeat(n / 5)}*`,
    // A series numbers up to ninety-nine: it begins anew, so that all of the text is of one kind.
    'series of any word': (n) => Array.from({ length: n / 8 }, (_, k) => `活动${(k % 99) + 1}：修路`).join('\n'),
    'points that one sign marks': (n) => '★修路，由县财政局负责\n'.repeat(n / 12),
    'one word between bars': (n) => '甲｜'.repeat(n / 2),
    'labelled lines that are no records': (n) => '任务：修路\n说明：甲\n'.repeat(n / 12),
    'items given by their numbers': (n) => `1.修路\n2.架桥\n${'县甲局负责第1项。\n'.repeat(n / 10)}`,
    'letters over their addressees': (n) => '发改局：\n请你局办理。\n'.repeat(n / 12),
    'a table of commas': (n) => `序号,任务,牵头单位\n${'1,修路,县财政局\n'.repeat(n / 10)}`,
    'heads of a table of commas': (n) => '序号,任务,牵头单位\n"甲\n'.repeat(n / 15),
    'a head, and a line of many gaps': (n) => `序号 任务 牵头单位\n1 ${'修路 '.repeat(n / 3)}`,
    'a head again and again, each of lines': (n) => '序号\n任务\n牵头单位\n1\n修路\n'.repeat(n / 16),
    'a head again and again, each of gaps': (n) => '序号 任务 牵头单位\n1 修路\n'.repeat(n / 18),
    'rows that white space cuts, each of lines': (n) =>
      `序号  任务  牵头单位  配合单位\n${Array.from({ length: n / 30 }, (_, k) => `${k + 1}  修路  县财政局  县水利局、\n    县民政局`).join('\n')}`,
    'heads without a number over rows that do not fit': (n) =>
      '片区  任务  承担单位\n东片  修路  12\n西片  修桥  9\n'.repeat(n / 36),
    'a head of white space, and lines of single signs': (n) => `片区  任务  承担单位\n${'甲 乙 丙 丁\n'.repeat(n / 8)}`,
    'columns of figures': (n) => `名次  参赛队  积分\n${'1  县水利局  12\n'.repeat(n / 13)}`,
    'sentences that ask': (n) =>
      `县工作方案\n${'县财政局要统筹资金；县水利局要修渠；县民政局要走访。\n'.repeat(n / 28)}`,
    'a row that never ends': (n) => `序号\t任务\t牵头单位\t时限\n1\t修路\t县财政局\n${'县水利局\n'.repeat(n / 5)}`,
    'rows without units': (n) => `序号\t任务\t牵头单位\n1\t修路\t县财政局\n${'2\t修桥\t\n'.repeat(n / 6)}`,
    'lines between rows': (n) => `序号\t任务\t牵头单位\n${'一、民生\n1\t修路\t县财政局\n'.repeat(n / 15)}`,
    'headings of a table one cell a line': (n) => '任务内容\n完成时限\n责任单位\n'.repeat(n / 15),
    'labels before brackets that never close': (n) => `1.修路。${'责任单位（'.repeat(n / 5)}`,
    'labels before brackets with units that never close': (n) => `1.修路。${'牵头单位（县财政局、'.repeat(n / 10)}`,
    'one word a line': (n) => '县财政局\n'.repeat(n / 5),
    'a table of contents': (n) => `县工作方案\n${'一、修路搭桥 1\n'.repeat(n / 18)}${'一、修路搭桥\n'.repeat(n / 14)}`,
    'who signs, and days': (n) => `1.修路。\n${'县财政局 县水利局\n2031年3月5日\n'.repeat(n / 20)}`,
  };

  for (const [name, make] of Object.entries(hostile)) {
    it(name, { timeout: 30_000 }, () => {
      cost(make(2_000));
      const small = cost(make(15_000));
      // Four times the text: a quadratic reader would take sixteen times as long. Small times are mostly noise.
      const bound = Math.max(120, small * 9);
      // Other work on the machine makes runs longer, never shorter: what is within bounds is so in one of some looks.
      expect(cost(make(60_000), 12, bound)).toBeLessThan(bound);
    });
  }

  /** What is cheap for each sign that it looks past shows its square only far out. */
  const far: Record<string, (n: number) => string> = {
    'brackets of units in one paragraph': (n) => `修路。${'修桥（县水利局）；'.repeat(n / 10)}`,
    'clauses of a plan without a stop': (n) => `县工作方案\n一、任务\n${'县水利局加固堤防，'.repeat(n / 9)}`,
    'what everybody is asked, without a stop': (n) =>
      `县工作方案\n一、任务\n${'各单位加强领导，各乡镇建立机制，'.repeat(n / 16)}`,
    'points in one paragraph': (n) =>
      `任务：${Array.from({ length: n / 13 }, (_, k) => `（${k + 1}）修路，县水利局；`).join('')}`,
  };

  for (const [name, make] of Object.entries(far)) {
    it(`${name}, far out`, { timeout: 120_000 }, () => {
      cost(make(2_000));
      const bound = Math.max(1_500, cost(make(100_000)) * 9);
      expect(cost(make(400_000), 6, bound)).toBeLessThan(bound);
    });
  }
});
