import { isCollective, isOrgan, isOrganName, organPrefix } from '../names/organ';
import type { Grammar } from './grammar';
import { isMembers, type LabelMeaning, labelByForm, labelMeaning } from './labels';
import { isRole } from './lexicon';
import { suggestedRole } from './morphemes';
import { roleTail, roleWithMatter } from './role-words';
import type { Role } from './types';

/** What one part of a clause says: the units in front of `at` have the role. */
export interface ClauseRead {
  /** Null: it says no role but ends the list (县应急局负责业务指导). */
  readonly role: Role | null;
  readonly at: number;
  /** How sure, where it is less than a word of the lists. */
  readonly certainty?: number;
}

/** A way of saying a role behind units, as a value: how it is read, what it reads, what it must leave alone. */
export interface ClauseForm {
  readonly name: string;
  /** Reads a part between two delimiters; null where it is not of this form. */
  readonly read: (part: string, grammar: Grammar) => ClauseRead | null;
  /** Parts with what they say: role and unit. */
  readonly examples: readonly (readonly [part: string, role: Role, unit: string])[];
  readonly counterExamples: readonly string[];
}

const asLabel = /(?:为|是|作为|(?<!主)任|担任)([\u4e00-\u9fff]{2,8})$/;
/** Whose units are members takes part in what the group does. */
const members: Pick<LabelMeaning, 'kind' | 'guessed'> = { kind: 'participant', guessed: 0.8 };
const asMain = /(?:为主体?|作为主体)$/;

/** What is done, or how, whatever its parts say: 统一招标, 配套供水. */
const doing =
  /^(?:统一|配套|同步|同时|共享|主动|主要|助[学餐老残困]|辅导|联[网通]|承[租保载包]|包装|抓[拍获]|参照|参考)/;
const classNouns =
  /^[\u4e00-\u9fff]{1,8}?(?:乡镇|镇街|街道|社区|村|部门|单位|企业|学校|医院|园区|运营商|合作社|物业|小组)(?=[\u4e00-\u9fff]{2,4}$)/;

/** Length of a class that its last noun tells (沿线乡镇, 各通信运营商), before a word of two to four characters; 0 where there is none. */
const classPrefix = (part: string): number => classNouns.exec(part)?.[0].length ?? 0;

/** Forms in the order in which they are tried. A new one is one more value here; its examples are its tests. */
export const clauseForms: readonly ClauseForm[] = [
  {
    name: 'unit as label',
    read: (part) => {
      const m = asLabel.exec(part);
      const meaning = m && (labelMeaning(m[1]!) ?? (isMembers(m[1]!) ? members : labelByForm(m[1]!)));
      if (!m || m.index < 2 || !meaning || !isRole(meaning.kind)) return null;
      return { role: meaning.kind, at: m.index, ...(meaning.guessed && { certainty: meaning.guessed }) };
    },
    examples: [
      ['县林场为承办单位', 'responsible', '县林场'],
      ['县司法局作为牵头部门', 'lead', '县司法局'],
      ['县科协为助力单位', 'participant', '县科协'],
    ],
    counterExamples: ['县林场为重点单位名录', '作为牵头部门'],
  },
  {
    name: 'role behind units',
    read: roleTail,
    examples: [
      ['县教育局牵头', 'lead', '县教育局'],
      ['县司法局共同配合', 'participant', '县司法局'],
      ['县公安局抓好落实', 'responsible', '县公安局'],
      ['县财政局按职责分工负责', 'responsible', '县财政局'],
    ],
    counterExamples: ['县教育局', '县财政局预算股'],
  },
  {
    name: 'role with its matter',
    read: roleWithMatter,
    examples: [
      ['县财政局负责经费保障', 'responsible', '县财政局'],
      ['县发改局牵头制定', 'lead', '县发改局'],
    ],
    counterExamples: ['县牵头单位', '项目负责单位名单'],
  },
  {
    name: 'unit as the main one',
    read: (part) => {
      const m = asMain.exec(part);
      return m && m.index >= 1 ? { role: 'lead', at: m.index, certainty: 0.9 } : null;
    },
    examples: [['县水利局为主', 'lead', '县水利局']],
    counterExamples: ['为主'],
  },
  {
    name: 'partners',
    read: (part) =>
      /^(?:会同|联合).{3,}$/.test(part) && isOrgan(part.slice(2)) && !isCollective(part.slice(2))
        ? { role: 'participant', at: part.length }
        : null,
    examples: [],
    counterExamples: ['会同有关方面'],
  },
  {
    name: "document's own word behind units",
    read: (part, { tails }) => {
      for (let length = Math.min(8, part.length - 1); tails.size && length >= 1; length--) {
        const known = tails.get(part.slice(-length));
        if (known) return { role: known.role, at: part.length - length, certainty: known.certainty };
      }
      return null;
    },
    examples: [],
    counterExamples: ['县司法局负责的'],
  },
  {
    name: 'word behind units that its parts explain',
    read: (part) => {
      const at = isOrgan(part) || part.length > 40 ? 0 : organPrefix(part, 6) || classPrefix(part);
      const word = part.slice(at);
      // 人力资源社会保障, 培育市场主体: 社 and 市 end no name there.
      if (
        !at ||
        /^(?:社会|市[场域级]|[省市县区村][域级内外])/.test(part.slice(at - 1)) ||
        !/^[\u4e00-\u9fff]{2,4}(?<![长任员师人者]|书记)$/.test(word) ||
        doing.test(word) ||
        !(isOrganName(part.slice(0, at)) || classPrefix(part) === at)
      )
        return null;
      const { role, clear } = suggestedRole(word);
      return clear && role !== 'none' ? { role, at, certainty: 0.8 } : null;
    },
    examples: [
      ['县司法局跟进', 'participant', '县司法局'],
      ['县公安局抓总', 'lead', '县公安局'],
      ['沿线乡镇包联', 'responsible', '沿线乡镇'],
      ['各通信运营商认领', 'responsible', '各通信运营商'],
    ],
    counterExamples: ['县司法局统筹办', '县公安局宣传', '培育市场主体'],
  },
];

/** What the first form that fits says of a part; null where none does. */
export function readPart(part: string, grammar: Grammar): ClauseRead | null {
  for (const form of clauseForms) {
    const found = form.read(part, grammar);
    if (found) return found;
  }
  return null;
}
