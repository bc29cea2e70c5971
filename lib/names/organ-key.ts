import { FAMILIES, RENAMES } from './lexicon/families';
import { SUFFIXES, TERMS } from './lexicon/terms';
import { windowsOf } from './window';

/** `发展(和)改革` → 发展和改革, 发展改革. */
export function expand(pattern: string): string[] {
  const open = pattern.indexOf('(');
  if (open < 0) return [pattern];
  const close = pattern.indexOf(')', open);
  const rest = expand(pattern.slice(close + 1));
  const head = pattern.slice(0, open);
  return [pattern.slice(open + 1, close), ''].flatMap((middle) => rest.map((tail) => head + middle + tail));
}

interface Terms {
  readonly short: ReadonlyMap<string, string>;
  readonly windows: ReadonlyMap<string, number>;
}

let terms: Terms | null = null;

function loadTerms(): Terms {
  if (terms) return terms;
  const short = new Map<string, string>();
  for (const line of TERMS) {
    const [key, forms] = line.split(' = ') as [string, string];
    short.set(key, key);
    for (const form of forms.split('|').flatMap(expand)) {
      short.set(form, key);
    }
  }
  for (const [brief, long] of SUFFIXES) short.set(long, brief);
  terms = { short, windows: windowsOf(short.keys()) };
  return terms;
}

/** Every term by its short form, longest first, left to right; 和, 与, 及 between them are dropped. Linear. */
function fold(core: string): string {
  const { short, windows } = loadTerms();
  let out = '';
  let at = 0;
  while (at < core.length) {
    let taken = 0;
    for (let length = Math.min(windows.get(core[at]!) ?? 0, core.length - at); length >= 2; length -= 1) {
      const key = short.get(core.slice(at, at + length));
      if (key !== undefined) {
        out += key;
        taken = length;
        break;
      }
    }
    if (taken === 0) {
      const letter = core[at]!;
      if (!(at > 0 && '和与及、'.includes(letter) && at < core.length - 1)) out += letter;
      taken = 1;
    }
    at += taken;
  }
  return out;
}

/** These end like a department and are none: 组织部 is not a topic 组织 with a rank of office. */
const WHOLE =
  /(?:组织部|宣传部|统战部|社会工作部|武装部|社工部|党委|纪委|监委|团委|政法委|工委|党工委|管委会|分局|支局|总工会)$/u;
const PARTY = /^委(?=宣传部|组织部|统战部|政法委|社会工作部|社工部|编办|网信办|老干部|巡察办)/u;
const RANK_OF_OFFICE = /(?<=.{2})(?:局|厅|委|部|署)$/u;

const keys = new Map<string, string>();

/**
 * The one key under which all sure spellings of an organ meet, without its place and level: 发展改革委, 发改委 and 发展和改革委员会
 * are `发改#`; 教育局, 教委 and 教育厅 are `教育#`. An organ the lexicon does not know keeps its own folded name.
 */
export function organKey(core: string): string {
  const known = keys.get(core);
  if (known !== undefined) return known;
  let key = fold(core.replace(/[()]/gu, ''));
  // 县委宣传部, 宣传部: a department of the party committee, whether the committee is named or not.
  key = key.replace(PARTY, '');
  // 教委, 科委, 农委, 商委: one character of topic is too little to fold by rule.
  if (key === '教委') key = '教育委';
  else if (key === '科委') key = '科技委';
  else if (key === '商委') key = '商务委';
  else if (key === '建委') key = '住建委';
  if (!WHOLE.test(key)) key = key.replace(RANK_OF_OFFICE, '#');
  if (keys.size > 5000) keys.clear();
  keys.set(core, key);
  return key;
}

let renames: Map<string, Set<string>> | null = null;
let families: Map<string, Set<string>> | null = null;

/** The words before a colon and those behind it. */
const halves = (line: string): [string[], string[]] =>
  line.split(':').map((half) => half.split(' ').filter(Boolean)) as [string[], string[]];

/** Puts each of two keys down as the other's. */
function join(map: Map<string, Set<string>>, a: string, b: string): void {
  map.set(a, (map.get(a) ?? new Set()).add(b));
  map.set(b, (map.get(b) ?? new Set()).add(a));
}

/** Whether a reform made one of these organs into the other; either may be the reader's. */
export function isRenamed(a: string, b: string): boolean {
  if (!renames) {
    renames = new Map();
    for (const [[now], olds] of RENAMES.map(halves)) {
      for (const old of olds) join(renames, old, now!);
    }
  }
  return renames.get(a)?.has(b) ?? false;
}

/** Whether two organs are one in some places: probable, not proved. */
export function isProbable(a: string, b: string): boolean {
  if (!families) {
    families = new Map();
    for (const [joint, single] of FAMILIES.map(halves)) {
      for (const left of joint) {
        for (const right of [...joint, ...single]) if (left !== right) join(families, left, right);
      }
    }
  }
  return families.get(a)?.has(b) ?? false;
}

const TOPIC = /^(.{2,12}?)(?:行政主管|行政管理|行业主管|行政|主管)?(?:部门|机关|机构)$/u;

/** 司法行政部门, 公安机关, 市场监管部门: an organ named by its topic. Null when the words are no such name. */
export function topicOf(core: string): string | null {
  const match = TOPIC.exec(core);
  return match ? organKey(`${match[1]!}局`) : null;
}

/** Organs whose own members are spoken of as organisations; 环保组织 are no office of the bureau's. */
const MASS = /^(工会|妇联|共青团|团|残联|科协|侨联|工商联|红十字会?)组织$/u;

/** As `topicOf`, with the keys of those that are no 局: 宣传部门 → 宣传部, 妇联组织 → 妇联. */
export function topicsOf(core: string): string[] {
  const mass = MASS.exec(core);
  if (mass) return [organKey(mass[1]!), organKey(`${mass[1]!}委`)];
  const match = TOPIC.exec(core);
  return match ? ['局', '部', ''].map((rank) => organKey(match[1]! + rank)) : [];
}
