import { parseHTML } from 'linkedom/worker';
import { describe, expect, it } from 'vitest';
import { parse } from '../../../lib/policy/parse';
import { fromPlain } from '../../../lib/text/plain';
import { read as readPage } from '../../../lib/text/read';

const read = (lines: readonly string[]) => parse(fromPlain(lines.join('\n')));

/** number: role initial and unit of every assignment. */
const work = (lines: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(
    read(lines).measures.map((m) => [m.number, m.assignments.map((a) => `${a.role[0]} ${a.unit}`)] as const),
  );

describe('closing brackets with a bare list of organs', () => {
  const head = [
    '云岭省人民政府办公厅关于加快发展托育服务的实施意见',
    '各市（州）人民政府，省政府各部门：',
    '一、增加供给',
  ];
  const items = [
    '（一）编制规划。到2030年每千人口拥有托位不少于5个。（省卫生健康委、省自然资源厅，各市〔州〕人民政府。列第一位的为牵头单位，下同）',
    '（二）扶持机构。支持用人单位办托。（省财政厅、省总工会、省税务局）',
    '（三）盘活资产，支持闲置用房改建。（省国资委、云岭文旅公司等有关单位，各市〔州〕人民政府）',
    '（四）守住底线。开展消防检查。（省消防救援总队、省卫生健康委）',
  ];

  it('a rule inside the first bracket makes a division of work, and every item of the run is read', () => {
    const got = work([...head, ...items]);
    expect(Object.keys(got)).toEqual(['一', '二', '三', '四']);
    expect(got.一).toEqual(['l 省卫生健康委', 'r 省自然资源厅', 'r 各市〔州〕人民政府']);
    expect(got.二?.map((u) => u.slice(2))).toEqual(['省财政厅', '省总工会', '省税务局']);
    expect(got.三?.map((u) => u.slice(2))).toEqual(['省国资委', '云岭文旅公司', '各市〔州〕人民政府']);
  });

  it('counts where the other items of the list have role words', () => {
    const got = work([
      '临澜县优化政务服务工作要点',
      '1.推行帮办代办。（县行政审批局牵头，各乡镇配合）',
      '2.加强事中事后监管（县市场监管局、各乡镇人民政府）',
      '3.公开办事指南。（责任单位：县行政审批局）',
      '4.建立台账。（县司法局负责）',
    ]);
    expect(got['2']).toEqual(['r 县市场监管局', 'r 各乡镇人民政府']);
  });

  it('a byline after a story is none', () => {
    const got = read([
      '政务动态三则',
      '1.甲镇举办运动会，参加者三百人。（甲镇政府办）',
      '2.乙镇修好水渠，农户称便。（乙镇政府办）',
      '3.丙镇迎来游客，市场热闹。（丙镇政府办）',
    ]);
    expect(got.measures.flatMap((m) => m.assignments)).toEqual([]);
  });
});

describe('brackets on a line of their own', () => {
  const text = [
    '清河市防汛体系建设任务分解',
    '(一)基础能力',
    '1.完善预案',
    '(1)修订市级预案,规范编制工作。',
    '(2)组织演练。',
    '(责任单位:市水利局、各县(市、区)人民政府、各园区管委会)',
    '2.健全机制',
    '(1)配齐人员。',
    '(责任单位:市编办、市水利局)',
    '(2)畅通信息。',
    '（责任单位：市气象局）',
  ];

  it('leave no bracket on the last unit', () => {
    const units = read(text).measures.flatMap((m) => m.assignments.map((a) => a.unit));
    expect(units).toEqual(['市水利局', '各县(市、区)人民政府', '各园区管委会', '市编办', '市水利局', '市气象局']);
  });

  it('govern the item when only the last sub-point is followed by one, decided for each item', () => {
    const { measures } = read(text);
    expect(measures.map((m) => [m.number, m.title])).toEqual([
      ['1', '完善预案'],
      ['1', null],
      ['2', null],
    ]);
    expect(measures[0]!.text).toContain('修订市级预案');
    expect(measures[0]!.text).toContain('组织演练');
  });
});

describe('times', () => {
  const one = (sentence: string) =>
    read([
      '临澜县人民政府办公室关于做好冬季防火工作的通知',
      '各乡镇人民政府：',
      `1.重点工作。${sentence}（责任单位：县林业局）`,
      '2.其他工作。加强巡查。（责任单位：县林业局）',
      '临澜县人民政府办公室',
      '2026年11月16日',
    ]).measures[0]!.deadlines.map((d) => d.date);

  it.each([
    ['要于11月30日前印发宣传材料。', ['2026-11-30']],
    ['2026年12月底前发布公告。', ['2026-12-31']],
    ['于11月20日（星期五）下班前报送名单。', ['2026-11-20']],
    ['于11月20日17时前报送名单。', ['2026-11-20']],
    ['本月底前建立台账。', ['2026-11-30']],
    ['下月5日前报送总结。', ['2026-12-05']],
    ['2027年第一季度形成总结报告。', ['2027-03-31']],
    ['贯彻2026年3月1日印发的方案。', []],
    ['清理2020年底前印发的旧文件。', []],
  ])('%s', (sentence, dates) => expect(one(sentence)).toEqual(dates));
});

describe('notes behind a unit', () => {
  it('are no part of its name and no field', () => {
    const got = work([
      '临澜县市容整治工作方案',
      '（一）整治占道',
      '牵头单位：县城市管理局（电话：1234567）',
      '责任单位：县住建局（联系人：王某）、各镇（街道）',
      '（二）规范停车',
      '牵头单位：县公安局',
    ]);
    expect(got.一).toEqual(['l 县城市管理局', 'r 县住建局', 'r 各镇（街道）']);
  });
});

describe('pages', () => {
  const page = (body: string) =>
    parse(readPage(parseHTML(`<html><body>${body}</body></html>`).document as unknown as Document));

  it('a row with a number and one wide cell heads the rows below and is no measure', () => {
    const { measures } = page(
      `<table><tr><td>序号</td><td>重点任务</td><td>牵头单位</td><td>配合单位</td></tr>
      <tr><td>一</td><td colspan="3">粮食生产</td></tr>
      <tr><td>1</td><td>建设高标准农田。</td><td>县农业农村局</td><td>县财政局</td></tr>
      <tr><td>二</td><td>村庄整治</td><td></td><td></td></tr>
      <tr><td>2</td><td>改造农村厕所。</td><td>县农业农村局</td><td>县卫健委</td></tr></table>`,
    );
    expect(measures.map((m) => [m.number, m.path.at(-1)])).toEqual([
      ['1', '粮食生产'],
      ['2', '村庄整治'],
    ]);
  });

  it('one paragraph a printed line reads like the text file', () => {
    const body = '持续推进堤防加固和河道清淤并逐段登记造册做到一河一策、一段一人，及时处置各类险情隐患确保安全度汛，';
    const long = `${body}${body}形成长效机制。`;
    const lines = ['临澜县河道治理工作方案'];
    for (let k = 1; k <= 6; k++) {
      const item = `${k}.${long}`;
      for (let at = 0; at < item.length; at += 26) lines.push(item.slice(at, at + 26));
      lines.push('责任单位：县水利局');
    }
    const plain = read(lines).measures;
    const shown = page(lines.map((l) => `<p>${l}</p>`).join('')).measures;
    expect(shown.map((m) => [m.number, m.title, m.text])).toEqual(plain.map((m) => [m.number, m.title, m.text]));
    expect(shown.map((m) => m.text)).toEqual(Array(6).fill(long));
  });
});

it('a later part that holds nothing but a division of work keeps the words of its item', () => {
  const { measures } = read([
    '临澜县节水实施方案',
    '（一）推广器具。（责任单位：县发改局、县教育局）',
    '（头单位：县水务局；责任领导：李某；配合单位：县住建局）',
    '（二）加强宣传。（责任单位：县教育局）',
  ]);
  expect(measures.length).toBeGreaterThan(1);
  for (const m of measures) expect(m.text).not.toBe('');
});

describe('what a page of print leaves behind', () => {
  it('joins prose that the end of a printed page broke off, though each line is a paragraph of the page', () => {
    const page = parseHTML(`<html><body><p>临澜县便民服务工作方案</p><p>一、主要任务</p>
      <p>（一）推进帮办代办。各窗口要落实首问负责制度，对老年人、残疾人等群体开设绿色通道，并主动提供上门服务，让群众少跑腿、不跑</p>
      <p>冤枉路，办成一件是一件。</p><p>牵头单位：县行政审批局</p>
      <p>（二）推进数据共享。梳理共享目录，打通部门系统。</p><p>牵头单位：县数据局</p></body></html>`).document;
    const { measures } = parse(readPage(page as unknown as Document));
    expect(measures.map((m) => m.number)).toEqual(['一', '二']);
    expect(measures[0]?.text).toMatch(/不跑冤枉路，办成一件是一件。$/);
  });

  it('leaves the last word of a document outside its last measure', () => {
    const { measures } = read([
      '临澜县养老服务实施意见',
      '一、加强供给',
      '（一）发展社区养老。（县民政局牵头，县财政局配合）',
      '（二）加强行业监管。（县市场监管局牵头，县民政局配合）',
      '县民政局要会同有关部门加强调度，重大事项及时报告县政府。',
    ]);
    expect(measures).toHaveLength(2);
    expect(`${measures[1]?.title ?? ''}${measures[1]?.text}`).not.toContain('加强调度');
  });
});
