import type { ClassName } from '../names/lexicon/classes';
import type { UnitKind } from './types';

/** in: every reading of the words takes it in. maybe: some do. out: none does. */
export type Membership = 'in' | 'maybe' | 'out';

const KINDS: readonly UnitKind[] = [
  'party-organ',
  'government-department',
  'vertical-organ',
  'court',
  'procuratorate',
  'peoples-congress',
  'cppcc',
  'township',
  'subdistrict',
  'institution',
  'enterprise',
  'other',
];

/**
 * Who is in which class, one letter a kind in the order of `KINDS` (i in, m maybe, - out).
 *
 * - 政府…部门 are the departments of the government: no party organ, court, congress or township. A vertical or
 *   dispatched organ is no department of the local government but is usually meant with them: maybe.
 * - 部门 without 政府, and 区直, 县直, 市级 …: party departments are departments too; courts and congresses stand in the
 *   list of directly subordinate organs in some places: maybe. Townships are units of the next level, never 直属.
 * - 单位 takes in everybody at hand; who exactly, only the document's drafters know for courts, branches, enterprises.
 * - Units stationed in a place are the branches of higher organs, not its own.
 * - Members of a leading group, and enforcement bodies, are known only from a list that is not printed: maybe at best.
 */
const TABLE: Readonly<Record<string, string>> = {
  //                       pgvcjnctsieo
  'government-department': '-im------m-m',
  department: /*        */ 'mimmmmm--m-m',
  'direct-department': /**/ 'iimmmmm--m-m',
  'direct-unit': /*     */ 'iimmmmm--imm',
  unit: /*              */ 'iimmmiiiiimi',
  members: /*           */ 'mmmmmmmmmmmm',
  enforcement: /*       */ '-mm----mmm--',
  government: /*        */ '-mm----mmm-m',
  party: /*             */ 'm------mm--m',
  place: /*             */ 'mmmmmmmmmm-m',
  grades: /*            */ 'iimmmmmii--m',
  masses: /*            */ '-----------m',
  stationed: /*         */ '--i------mmm',
  judiciary: /*         */ '---ii-------',
  law: /*               */ 'mmmii-------',
  'party-groups': /*    */ 'mmmmmmmmmmmm',
  institution: /*       */ '---------ii-',
  'party-and-government': 'iimmmmmii---',
};

function lookUp(row: string, kind: UnitKind): Membership {
  const letter = TABLE[row]?.[KINDS.indexOf(kind)];
  return letter === 'i' ? 'in' : letter === 'm' ? 'maybe' : 'out';
}

/** What a name alone tells beside the kind. */
export interface Nature {
  readonly kind: UnitKind;
  /** The people's government itself, 县人民政府: what is asked of its place is asked of it. */
  readonly government: boolean;
  readonly zone: boolean;
  readonly school: boolean;
  readonly hospital: boolean;
  readonly media: boolean;
  /** A mass organ: 总工会, 共青团, 妇联 and the like. */
  readonly masses: boolean;
}

export interface Traits {
  readonly government: boolean;
  readonly party: boolean;
  readonly direct: boolean;
  readonly grades: boolean;
}

/** Whether a unit of this nature is in a class of organs, place and level granted. */
export function membershipOf(nature: Nature, name: ClassName, traits: Traits): Membership {
  const { kind } = nature;
  switch (name) {
    case 'town':
      // 各乡镇人民政府 leaves the subdistricts out; plain 各乡镇 often takes them in.
      if (kind === 'subdistrict') return traits.government ? 'out' : 'maybe';
      return kind === 'township' ? 'in' : 'out';
    case 'street':
      return kind === 'subdistrict' ? 'in' : 'out';
    case 'zone':
      return nature.zone ? 'in' : 'out';
    case 'school':
      return nature.school ? 'in' : 'out';
    case 'hospital':
      return nature.hospital ? 'in' : 'out';
    case 'masses':
      return nature.masses ? 'in' : lookUp(name, kind);
    case 'media':
      // Which of them, the document does not say.
      return nature.media ? 'maybe' : 'out';
    case 'enterprise':
      return kind === 'enterprise' ? 'in' : 'out';
    case 'village':
      return 'out';
    case 'department':
    case 'unit': {
      // A school or a hospital is a unit, never a department.
      if (name === 'department' && (nature.school || nature.hospital)) return 'out';
      if (nature.government) return traits.grades ? 'in' : 'out';
      if (traits.grades && name === 'department') return lookUp('grades', kind);
      if (traits.direct) return nature.school || nature.hospital ? 'maybe' : lookUp(`direct-${name}`, kind);
      if (traits.party && name === 'department') {
        if (kind === 'party-organ') return 'in';
        if (!traits.government) return 'out';
      }
      // 县政府各部门, 县政府直属机构: the government's own.
      if (traits.government) return lookUp('government-department', kind);
      return lookUp(name, kind);
    }
    default:
      return lookUp(name, kind);
  }
}

/** Whether a unit shares in what is asked of its place (各县区) or of that place's government or party committee. */
export function membershipInPlace(nature: Nature, asked: 'place' | 'government' | 'party'): Membership {
  if (nature.government) return asked === 'party' ? 'out' : 'in';
  if (nature.zone && asked === 'government') return 'maybe';
  return lookUp(asked, nature.kind);
}
