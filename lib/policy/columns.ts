import { labelByForm, labelMeaning } from './labels';
import type { FieldKind } from './lexicon';

/** What a column (or a label cell) holds. */
export type Column =
  | {
      readonly kind: 'role';
      readonly role: 'lead' | 'participant' | 'responsible';
      readonly mixed: boolean;
      readonly persons: boolean;
    }
  | { readonly kind: 'number' | 'group' | 'title' | 'text' | 'deadline' | 'unit' | 'other' };

const number = /^(?:序号|编号|序|项目编号|任务编号|项号|No\.?|NO\.?)$/;
const group =
  /^(?:类别|类型|领域|分类|板块|任务类别|工作类别|一级指标|方面|专项|行动|项目类别|指标类别|大类|任务分类|工作领域)$/;
const text =
  /(?:内容|举措|措施|要求|任务描述|职责|职责与任务|职责和任务|职责任务|任务职责|任务分解|具体任务|工作任务|目标任务|任务目标|分工任务|任务分工|工作分工|推进计划|实施内容|建设内容)$/;
const title =
  /^(?:(?:年度|主要|重点|具体|工作|改革|试点|创建|整改)*(?:任务|事项|工作|项目|举措|目标|指标|问题)(?:名称|清单)?|任务名称|项目名称|事项名称|工作名称|名称|问题清单|反馈问题|民生实事)$/;
const unit =
  /^(?:部门|单位|部门名称|单位名称|部门（单位）|部门\(单位\)|单位（部门）|成员单位|责任主体|部门和单位|相关部门|地区|县区|县（市、区）|区县|镇街|机构|主体)$/;

/** The meaning of a column's heading; null when the heading says nothing we know. */
export function columnOf(printed: string): Column | null {
  const heading = printed
    .replace(/[\s：:*]/gu, '')
    .replace(
      /[（(](?:单位|排名不分先后|含[^）)]*|20\d\d[^）)]*|[^（()）]*(?:第一|首位|首个|排在|列在|下同)[^（()）]*)[）)]$/,
      '',
    );
  if (!heading || heading.length > 24) return null;
  if (number.test(heading)) return { kind: 'number' };
  const meaning = labelMeaning(heading);
  if (meaning) {
    const { kind, mixed, persons } = meaning;
    if (isRole(kind)) return { kind: 'role', role: kind, mixed, persons };
    if (kind === 'deadline') return { kind: 'deadline' };
    if (kind === 'person') return { kind: 'other' };
  }
  // 市卫生健康委牵头处室: a role inside one organ, named in the heading.
  const inner = /(?:牵头|配合|责任|主办|协办)(?:处室|科室|股室)$/.exec(heading);
  if (inner) {
    const role = /牵头|主办/.test(inner[0]) ? 'lead' : /责任/.test(inner[0]) ? 'responsible' : 'participant';
    return { kind: 'role', role, mixed: true, persons: false };
  }
  if (group.test(heading)) return { kind: 'group' };
  if (text.test(heading)) return { kind: 'text' };
  if (title.test(heading) || (heading.length <= 8 && /.(?:任务|事项|项目|名称)$/.test(heading)))
    return { kind: 'title' };
  if (unit.test(heading)) return { kind: 'unit' };
  const formed = labelByForm(heading);
  return formed && isRole(formed.kind) ? { kind: 'role', role: formed.kind, mixed: true, persons: false } : null;
}

const isRole = (kind: FieldKind): kind is 'lead' | 'participant' | 'responsible' =>
  kind === 'lead' || kind === 'participant' || kind === 'responsible';
