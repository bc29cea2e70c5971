import { remembered } from '../names/remembered';
import { type LabelMeaning, labelByForm, labelMeaning } from './labels';
import { isRole } from './lexicon';
import type { Role } from './types';

/** What a column (or a label cell) holds. */
export type Column =
  | {
      readonly kind: 'role';
      readonly role: Role;
      readonly mixed: boolean;
      readonly persons: boolean;
      /** Its heading names who leads and who takes part: 牵头/配合单位. */
      readonly pair?: boolean;
      /** At most so sure is what stands below; without it, as sure as a heading makes it. */
      readonly sure?: number;
    }
  | {
      readonly kind: 'deadline';
      /** A column of remarks: some of its cells say when, others something else. */
      readonly remarks?: boolean;
      /** Sentences, some of which say by when: 年度目标 | 9月底前完成主体. */
      readonly told?: boolean;
    }
  | { readonly kind: 'number' | 'group' | 'title' | 'text' | 'unit' | 'beside' | 'place' | 'other' };

/** Headings by their words, in the order they are tried. */
const named: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:类别|类型|领域|分类|板块|任务类别|工作类别|一级指标|方面|专项|行动|项目类别|指标类别|大类|任务分类|工作领域)$/,
    { kind: 'group' },
  ],
  [/^(?:反馈|报送|汇报)(?:要求|方式|形式)$/, { kind: 'other' }],
  [
    /(?:内容|举措|措施|要求|任务描述|职责|职责与任务|职责和任务|职责任务|任务职责|任务分解|具体任务|细化任务|任务细化|细项|细目|工作任务|目标任务|任务目标|分工任务|任务分工|工作分工|职责分工|负责事项|承担事项|推进计划|实施内容|建设内容|(?<!收费|补[助贴偿]|发放|支付|缴费|[评计扣赋打]分)标准)$/,
    { kind: 'text' },
  ],
  [
    /^(?:(?:年度|主要|重点|具体|工作|改革|试点|创建|整改|考核|考评|评价|评估|测评|监测|绩效|[二三四]级)*(?:任务|事项|工作|项目|举措|目标|指标|问题)(?:名称|清单)?|名称|.{1,6}(?:任务|事项|项目|名称)|问题清单|反馈问题|(?:存在|主要|具体|突出)?问题(?:描述|表现|情况)?|民生实事|(?:整治|治理|检查|排查|监管|攻坚|帮扶|提升|除患)(?:重点|领域|对象|类别|项目)|案由|案题|标题|议题|(?:建议|提案|议案)(?:题目|标题|名称))$/,
    { kind: 'title' },
  ],
  [
    /^(?:部门|单位|部门名称|单位名称|部门（单位）|部门\(单位\)|单位（部门）|成员单位|责任主体|部门和单位|相关部门|地区|县区|县（市、区）|区县|各?镇街|各?乡镇|各?乡镇（街道）|各?镇（街道）|各?街道|镇村|相关单位|有关单位|有关部门|机构|主体)$/,
    { kind: 'unit' },
  ],
  // Where it is done: towns stand there that have nothing to do.
  [/^.{0,6}(?:地点|地址|点位|位置|所在地|所属区域|建设范围|实施范围)$/, { kind: 'place' }],
];

/** The meaning of a column's heading; null when the heading says nothing we know. */
export const columnOf = remembered((printed): Column | null => {
  const heading = printed
    .replace(/[\s：:*]/gu, '')
    .replace(
      /[（(](?:单位|排名不分先后|含[^）)]*|20\d\d[^）)]*|[^（()）]*(?:第一|首位|首个|排在|列在|下同)[^（()）]*)[）)]$/,
      '',
    );
  // 统筹单位：县交通局 is a field with its value.
  if (!heading || heading.length > 24 || /[：:]\s*\S/.test(printed)) return null;
  if (
    /^(?:序号?|(?:[\u4e00-\u9fff]{2,4})?(?:编号|序号)|[项案件文]号|(?:建议|提案|议案|案件|图斑|条款|问题|项目|任务|事项|点位)(?:[/／、]?(?:建议|提案|议案))?号|No\.?|NO\.?)$/.test(
      heading,
    )
  )
    return { kind: 'number' };
  const label = ofLabel(labelMeaning(heading)) ?? ofOffice(heading);
  if (serves.test(heading)) return { kind: 'other' };
  if (beside(heading)) return { kind: 'beside' };
  return label ?? ofWords(heading) ?? ofForm(labelByForm(heading)) ?? ofParts(heading);
});

/** Who uses a thing, takes money or plays: named, and asked for nothing. */
const serves = /^(?:执收|收费|使用|用人|用车|采价|参赛|参展|值班|授课|表演|演出|主考|监考)(?:单位|部门)$/;

const ofWords = (heading: string): Column | null => named.find(([words]) => words.test(heading))?.[1] ?? null;

/** 主要内容及年度目标: two headings in one; what it holds is text where one of them says so. */
function ofParts(heading: string): Column | null {
  const parts = heading.split(/[及和与、/／]|以及/);
  const holds = parts.length === 2 && parts.every((part) => part.length > 1) ? parts.map(ofWords) : [];
  return holds.find((c) => c?.kind === 'text') ?? holds.find((c) => c?.kind === 'title') ?? null;
}

/** Who supervises or checks: named where work is divided, and without a role in it. */
const beside = (heading: string): boolean =>
  /(?:单位|部门|机关)$/.test(heading) && labelMeaning(heading)?.kind === 'none';

/** What a label that is known asks for: a role, a time, or persons. */
function ofLabel(meaning: LabelMeaning | null): Column | null {
  if (!meaning) return null;
  const { kind, mixed, persons } = meaning;
  if (isRole(kind)) return { kind: 'role', role: kind, mixed, persons, pair: mixed && kind === 'responsible' };
  return kind === 'deadline' ? { kind } : kind === 'person' ? { kind: 'other' } : null;
}

/** 市卫生健康委牵头处室: a role inside one organ, named in the heading. */
function ofOffice(heading: string): Column | null {
  const word = /(牵头|配合|责任|主办|协办)(?:处室|科室|股室)$/.exec(heading)?.[1];
  if (!word) return null;
  const role = /牵头|主办/.test(word) ? 'lead' : word === '责任' ? 'responsible' : 'participant';
  return { kind: 'role', role, mixed: true, persons: false };
}

/** A label that nobody knows, by its form. */
const ofForm = (meaning: LabelMeaning | null): Column | null =>
  meaning && isRole(meaning.kind) ? { kind: 'role', role: meaning.kind, mixed: true, persons: false } : null;
