/** Invented documents as they are printed on one sheet of A4, and who does what in them. */
export interface Paper {
  readonly name: string;
  /** Content of the page's body. */
  readonly html: string;
  readonly items: readonly Item[];
}

export interface Item {
  readonly title: string;
  readonly lead: readonly string[];
  readonly join: readonly string[];
  readonly all: readonly string[];
}

type Form = 'bracket' | 'lines' | 'table' | 'columns';

const COUNTIES = ['临澜县', '青桐县', '望川区', '南屏县', '云岭县'];
const UNITS = [
  '县发展改革局',
  '县教育局',
  '县科技局',
  '县工业和信息化局',
  '县公安局',
  '县民政局',
  '县司法局',
  '县财政局',
  '县人力资源社会保障局',
  '县自然资源局',
  '县住房城乡建设局',
  '县交通运输局',
  '县水利局',
  '县农业农村局',
  '县商务局',
  '县文化广电旅游局',
  '县卫生健康局',
  '县应急管理局',
  '县审计局',
  '县市场监管局',
  '县统计局',
  '县医疗保障局',
  '县城市管理局',
  '县政务服务中心',
  '县融媒体中心',
  '县残联',
  '各乡镇人民政府',
];
const TOPICS = [
  ['完善农田灌溉设施', '新建和改造灌溉渠道32公里，修复水毁堰塘18座，2026年6月底前完成主体工程。'],
  ['提升校园安全水平', '对全县47所学校的校舍、食堂和周边道路开展排查，建立隐患清单，逐项销号。'],
  ['加强养老服务供给', '每个乡镇至少建成1处养老服务站，为80岁以上老年人提供助餐、助浴、助医服务。'],
  ['整治道路交通秩序', '对国省道平交路口加装警示设施，每月开展一次联合执法，严查超限超载。'],
  ['推进污水管网改造', '更新老旧管网26.5公里，消除直排口41处，城区污水集中收集率达到75%以上。'],
  ['优化企业开办流程', '将营业执照、印章刻制、税务登记合并为一个环节，办理时间压缩至0.5个工作日。'],
  ['发展乡村特色旅游', '打造3条精品线路，评定星级农家乐20家，举办第七届稻香文化节。'],
  ['健全基层医疗体系', '改造村卫生室60个，配齐合格村医，常见药品目录不少于120种。'],
  ['强化森林火灾防控', '组建12支扑火队伍，储备物资，在清明、春节等重点时段实行24小时值班。'],
  ['落实就业帮扶措施', '开发公益性岗位350个，举办招聘会不少于15场，新增城镇就业2800人。'],
  ['规范财政资金管理', '严格预算执行，专项资金实行“一事一议”，每季度向社会公开使用情况。'],
  ['推动数据共享应用', '归集政务数据230项，实现“一网通办”事项占比达到90%，减少证明材料56项。'],
  ['开展食品安全检查', '对学校食堂、农贸市场、集体用餐单位抽检不少于600批次，不合格产品及时下架。'],
  ['加快老旧小区改造', '实施11个小区改造，惠及居民1860户，同步增设停车位和充电设施。'],
  ['保护历史文化遗产', '完成第四次文物普查，修缮祠堂、古桥9处，编制保护规划。'],
] as const;

/** A small generator of numbers, the same on every machine (Numerical Recipes' linear congruence). */
function numbers(seed: number): (below: number) => number {
  let state = seed * 7919 + 17;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function itemsOf(seed: number, form: Form, count: number): (Item & { body: string })[] {
  const next = numbers(seed);
  const pick = (many: number, not: readonly string[] = []): string[] => {
    const rest = UNITS.filter((unit) => !not.includes(unit));
    return Array.from({ length: many }, () => rest.splice(next(rest.length), 1)[0]!);
  };
  return Array.from({ length: count }, (_, index) => {
    const [title, body] = TOPICS[(seed * 3 + index * 4) % TOPICS.length]!;
    if (form === 'columns' || (form === 'bracket' && seed % 3 === 0))
      return { title, body, lead: [], join: [], all: pick(2) };
    const lead = pick(1);
    return { title, body, lead, join: pick(1 + next(3), lead), all: [] };
  });
}

const DIGITS = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

function bracketOf({ lead, join, all }: Item): string {
  if (all.length > 0) return `（责任单位：${all.join('、')}）`;
  return `（${lead.join('、')}牵头，${join.join('、')}配合）`;
}

function contentOf(items: readonly (Item & { body: string })[], form: Form): string {
  if (form === 'table') {
    const rows = items.map(
      ({ title, body, lead, join }, at) =>
        `<tr><td>${at + 1}</td><td>${title}</td><td>${body}</td><td>${lead.join('、')}</td><td>${join.join('、')}</td></tr>`,
    );
    return `<table><tr><th>序号</th><th>工作任务</th><th>具体举措</th><th>牵头单位</th><th>配合单位</th></tr>${rows.join('')}</table>`;
  }
  const each = items.map((item, at) => {
    const head = `<p>（${DIGITS[at]}）${item.title}。${item.body}${form === 'lines' ? '' : bracketOf(item)}</p>`;
    if (form !== 'lines') return head;
    return `${head}<p>牵头单位：${item.lead.join('、')}</p><p>配合单位：${item.join.join('、')}</p>`;
  });
  return form === 'columns' ? `<div class="columns">${each.join('')}</div>` : each.join('');
}

/** A round seal over what is printed, as drawn by a stamp: its ring, star and words in red. */
const seal = (words: string, place: string) =>
  `<svg class="seal" style="${place}" viewBox="0 0 160 160"><g fill="none" stroke="#d8202a" stroke-width="4"><circle cx="80" cy="80" r="76"/></g>
   <path id="arc" d="M 24 92 A 58 58 0 1 1 136 92" fill="none"/><text fill="#d8202a" font-size="19" font-family="Noto Serif CJK SC"><textPath href="#arc" startOffset="6%">${words}</textPath></text>
   <path fill="#d8202a" d="M80 55l6 18h19l-15 11 6 18-16-11-16 11 6-18-15-11h19z"/></svg>`;

const STYLE = `<style>
  * { margin: 0; box-sizing: border-box; }
  body { position: relative; width: 794px; height: 1123px; padding: 96px 100px 80px; background: #fff; color: #111;
    font: 18.6px/31px "Noto Serif CJK SC", SimSun, serif; }
  h1 { font: bold 27px/40px "Noto Serif CJK SC", SimSun, serif; text-align: center; margin-bottom: 14px; }
  p { text-indent: 2em; text-align: justify; } .flush { text-indent: 0; } .middle { text-indent: 0; text-align: center; }
  .head { color: #d4161e; font: bold 50px/70px "Noto Serif CJK SC", serif; text-align: center; letter-spacing: 4px; }
  .rule { border-top: 3px solid #d4161e; margin: 6px 0 22px; }
  .hei { font-family: "Noto Sans CJK SC", SimHei, sans-serif; } .right { text-align: right; text-indent: 0; padding-right: 3em; }
  table { border-collapse: collapse; width: 100%; font-size: 14.7px; line-height: 22px; }
  td, th { border: 1px solid #000; padding: 4px 5px; } td:nth-child(1) { text-align: center; width: 34px; white-space: nowrap; }
  td:nth-child(2) { width: 96px; } td:nth-child(4) { width: 92px; } td:nth-child(5) { width: 130px; } th { white-space: nowrap; }
  .columns { column-count: 2; column-gap: 34px; font-size: 16px; line-height: 27px; }
  .seal { position: absolute; width: 158px; height: 158px; mix-blend-mode: multiply; }
  .foot { position: absolute; bottom: 46px; left: 0; right: 0; text-align: center; font-size: 16px; text-indent: 0; }
</style>`;

function paper(seed: number, form: Form): Paper {
  const county = COUNTIES[seed % COUNTIES.length]!;
  const items = itemsOf(seed, form, form === 'table' ? 5 : form === 'columns' ? 6 : 4);
  const subject = ['重点民生实事', '乡村建设', '优化营商环境', '平安建设'][seed % 4]!;
  const head =
    seed % 2 === 0
      ? `<div class="head">${county}人民政府文件</div><p class="middle">${county.slice(0, 1)}政发〔2026〕${seed + 3}号</p><div class="rule"></div>`
      : '';
  const lead = `<h1>${county}2026年${subject}工作方案</h1>`;
  const opening = `<p>为做好2026年${subject}工作，结合我县实际，制定本方案。</p><p class="hei">一、工作任务</p>`;
  const end = `<p class="right">${county}人民政府</p><p class="right">2026年3月${seed + 2}日</p>`;
  const stamp = seed % 4 === 1 ? seal(`${county}人民政府`, 'right: 130px; bottom: 96px') : '';
  const foot = `<p class="foot">— ${1 + (seed % 3)} —</p>`;
  return {
    name: `${String(seed).padStart(2, '0')}-${form}${head ? '-head' : ''}${stamp ? '-seal' : ''}`,
    html: `${STYLE}${head}${lead}${form === 'table' ? '<p class="hei">一、工作任务</p>' : opening}${contentOf(items, form)}${end}${stamp}${foot}`,
    items,
  };
}

const FORMS: readonly Form[] = ['bracket', 'lines', 'table', 'columns'];

/** Twenty of them: four ways of dividing work, half of them with a red head, some with a seal over their end. */
export const papers: readonly Paper[] = Array.from({ length: 20 }, (_, seed) =>
  paper(seed, FORMS[Math.floor(seed / 2) % FORMS.length]!),
);
