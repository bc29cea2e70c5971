import { beginsLikeOrgan, isCollective, isOrganName } from '../names/organ';
import { inHisStead, namesUnitFirst, roleOfPersons } from './asked-persons';
import type { Column } from './columns';
import type { Cell } from './grid';
import { labelMeaning } from './labels';
import { suggestedRole } from './morphemes';
import { isTimeField } from './time/labelled';

type Row = readonly (Cell | null)[];

/** So many rows below the head are looked at. */
const looked = 12;

/** Columns of units by what their cells hold, where their heading does not say it. */
export function withColumnsOfUnits(
  columns: readonly (Column | null)[],
  head: Row,
  below: readonly Row[],
): (Column | null)[] {
  const known = withUnknownColumns(withPersons(columns, head, below), head, below);
  if (!known.some((c) => c?.kind === 'role')) return known;
  return withUnitColumns(alone(whoElse(withoutTeams(known, head))), head, below);
}

/** 责任人, where no column asks for units and its cells name them before the person: 县住建局 赵某. */
function withPersons(
  columns: readonly (Column | null)[],
  head: Row,
  below: readonly Row[],
): readonly (Column | null)[] {
  if (columns.some((c) => c?.kind === 'role' || c?.kind === 'unit')) return columns;
  const rows = below.filter((row) => new Set(row).size > 1).slice(0, looked);
  return columns.map((column, k) => {
    const role = roleOfPersons(head[k]?.strand.text ?? '');
    if (!role) return column;
    const filled = rows.flatMap((row) => row[k]?.strand.text || []);
    const named = filled.filter(namesUnitFirst).length;
    return named && named * 5 >= filled.length * 3
      ? { kind: 'role', role, mixed: true, persons: true, sure: inHisStead }
      : column;
  });
}

/** 专项组 | … | 组长单位 | 成员单位: beside those who lead it and are in it a team is a heading for what they do. */
function withoutTeams(columns: readonly (Column | null)[], head: Row): (Column | null)[] {
  const isTeam = (k: number): boolean => {
    const label = head[k]?.strand.text ?? '';
    return team.test(label) && !labelMeaning(label);
  };
  const roles = columns.filter((c, k) => (c?.kind === 'role' || c?.kind === 'unit') && !isTeam(k)).length;
  return columns.map((c, k) => (roles > 1 && c?.kind === 'role' && isTeam(k) ? { kind: 'group' } : c));
}
const team = /^[一-鿿]{0,4}组(?:别|名称?)?$/;

/** 派单对象 | … | 协查对象: where the columns that say roles say who takes part, the one column of units beside them says who does it. */
function whoElse(columns: readonly (Column | null)[]): (Column | null)[] {
  const help = columns.every((c) => c?.kind !== 'unit' && (c?.kind !== 'role' || c.role === 'participant'));
  const beside = columns.filter((c) => c?.kind === 'beside').length;
  return columns.map((c) =>
    help && beside === 1 && c?.kind === 'beside'
      ? { kind: 'role', role: 'responsible', mixed: true, persons: false, sure: besideRoles }
      : c,
  );
}

/** 保障单位 as the only column of units: who else would do it? */
function alone(columns: readonly (Column | null)[]): (Column | null)[] {
  const roles = columns.filter((c) => c?.kind === 'role');
  return columns.map((c) =>
    roles.length === 1 && c?.kind === 'role' && c.role === 'participant' && c.mixed ? { ...c, role: 'responsible' } : c,
  );
}

/**
 * Columns whose heading no list holds and whose cells name organs: a part of the heading may say the role (牵头办（所）, 实施村), else they are
 * told as unread: a column of units is never passed over in silence.
 */
function withUnknownColumns(columns: readonly (Column | null)[], head: Row, below: readonly Row[]): (Column | null)[] {
  // A cell over the whole width names a group.
  const rows = below.filter((row) => new Set(row).size > 1).slice(0, looked);
  const timed = columns.some((c) => c?.kind === 'deadline');
  return columns.map((column, k) => {
    const heading = head[k]?.strand.text ?? '';
    if (!heading || heading.length > 12 || /[。，；]/.test(heading)) return column;
    const filled = rows.flatMap((row) => row[k]?.strand.text || []);
    const silent = !column || column.kind === 'other';
    if (silent && !timed && holdsTimes(heading, filled)) return { kind: 'deadline', remarks: remarks.test(heading) };
    if (column) return column;
    const { role, clear } = suggestedRole(heading.replace(/[（(].*$/, ''));
    const named = filled.filter((text) => namesOrgans(text, clear && asksForOffice.test(heading))).length;
    if (!named || named * 5 < filled.length * 3) return column;
    return clear && role !== 'none' ? { kind: 'role', role, mixed: true, persons: false } : { kind: 'beside' };
  });
}

/** Nothing but times below a heading that says nothing (收口): at least two of them beside 长期. */
function holdsTimes(printed: string, filled: readonly string[]): boolean {
  // 见效期 asks when it is to be done, as 见效 does.
  const heading = printed.replace(/(?<=见效|完成|销号|交付|落地|办结|整改|建成|投用|收官)期$/, '');
  const times = filled.filter((text) => isTimeField(`${heading}：${text}`)).length;
  // A column of remarks may say when, and something else in other rows.
  if (remarks.test(heading)) {
    const due = filled.filter((text) => saysDue(text)).length;
    return due > 1 && due * 2 >= filled.length;
  }
  return times > 1 && filled.every((text) => isTimeField(`${heading}：${text}`) || whenever.test(text));
}
const remarks = /^(?:备注|说明)$/;

/** 2031年6月底前完成 is due; of 2030年12月 in a remark nobody knows what happened then. */
export const saysDue = (text: string): boolean =>
  isTimeField(`时限：${text}`) && /[前底末内]|完成|办结|建成|每|长期|持续/.test(text);
const whenever =
  /^(?:每[日天周旬月季年学][度期天]?|长期|持续|常态化?|全年|即时|立即|按[^，。]{0,8})[\u4e00-\u9fff]{0,4}$/;

/** 责任科所, 配合股站: offices whose names say no level stand below it. */
const asksForOffice = /[科所股室处站队厂院校班组][（(]?[科所股室处站队厂院校班组]?[）)]?$/;

/** The first name of a cell is an organ's; where an office is asked for, by its ending alone. */
function namesOrgans(text: string, office: boolean): boolean {
  const first = text.split(/[、，；\s]/)[0]!;
  return (
    isOrganName(first) &&
    (office ||
      beginsLikeOrgan(first) ||
      isCollective(first) ||
      /[镇乡村]$|(?:街道|公司|集团|医院|学校|中心)$/.test(first))
  );
}

/** How sure it is that towns and members in a column of their own have a part in the task. */
const besideRoles = 0.75;

/**
 * Columns of units beside those that name roles (牵头单位 | 成员单位 | 镇街): members take part, towns do it where they are; none is passed
 * over in silence.
 */
function withUnitColumns(columns: readonly (Column | null)[], head: Row, below: readonly Row[]): (Column | null)[] {
  const rows = below.filter((row) => new Set(row).size > 1).slice(0, looked);
  return columns.map((column, k) => {
    if (column?.kind !== 'unit') return column;
    const filled = rows.flatMap((row) => row[k]?.strand.text || []);
    const named = filled.filter((text) => isOrganName(text.split(/[、，；\s]/)[0]!)).length;
    if (!named || named * 5 < filled.length * 3) return column;
    const role = /成员/.test(head[k]?.strand.text ?? '') ? 'participant' : 'responsible';
    return { kind: 'role', role, mixed: true, persons: false, sure: besideRoles };
  });
}
