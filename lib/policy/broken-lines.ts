import { beginsWithLevel, breaksEnding, isOrgan, isOrganName } from '../names/organ';
import type { Strand } from '../text/strand';
import { labelMeaning } from './labels';
import { ownLabel } from './own-label';

/** So much of a line's end is looked at: no name that is broken there begins further back, and a line may be endless. */
const reach = 24;

/** 牵头单位：县发改局⏎县财政局: a line that ends in a name, before one that begins with another, ends it. */
export function partsUnits({ text: a }: Strand, { text: b }: Strand): boolean {
  const name = /[\u4e00-\u9fff]{2,}$/.exec(a.slice(-reach))?.[0] ?? '';
  // 石桥县⏎市场监管局: behind a place the name goes on.
  if (!isOrganName(name) || /[省市县区旗州镇乡]$/.test(name)) return false;
  const next = /^[\u4e00-\u9fff]{2,24}/.exec(b)?.[0] ?? '';
  return beginsWithLevel(next) && isOrganName(next) && !breaksEnding(name + next, name.length);
}

/** （责任单⏎位：县住建局; （牵头单位：县财政局，支⏎撑单位：县住建局: no delimiter and no name ends the line. */
export function breaksWord(a: string): boolean {
  const tail = /[\u4e00-\u9fff]*$/.exec(a.slice(-reach))![0];
  return tail.length > 0 && !isOrgan(tail);
}

/** …责任人：高远。完成时限：⏎12月底前: the line ends behind a label inside it. */
export function endsInAsking(a: string): boolean {
  const label = /[。；，]([\u4e00-\u9fff]{2,8})[：:]$/.exec(a.slice(-12))?.[1];
  return label !== undefined && labelMeaning(label) !== null;
}

/** A list of units broken off inside a name: 县司法⏎局. */
export function continuesLabel(a: string, b: string): boolean {
  if (!ownLabel(a) && !/[、，]/.test(a)) return false;
  const tail = /[^、，；：:]*$/.exec(a.slice(-reach))![0];
  const head = /^[^、，；。]*/.exec(b)![0];
  if (/[、，]$/.test(a)) return true;
  return (
    head.length > 0 &&
    head.length <= 10 &&
    (!isOrgan(tail) || breaksEnding(tail + head, tail.length)) &&
    tail.length <= 16 &&
    isOrgan(tail + head) &&
    b.length <= 60
  );
}

/** A list of units in a cell that goes on in the cell's next line, behind a joiner or inside a name: 县水务集团、县城⏎管局. */
export function namesGoOn(a: string, b: string): boolean {
  if (/[、，,；;/（(和与及]$/.test(a) || /^[、，,；;/）)]/.test(b)) return true;
  const members = a.split(/[、，,；;/]/);
  const last = members.at(-1)!;
  const first = b.split(/[、，,；;/]/)[0]!;
  if (!isOrgan(last + first)) return false;
  // 强度⏎药学部 are two cells, 区农业农村⏎局 is one.
  if (isOrgan(last)) return !isOrgan(first);
  return members.length > 1 || first.length < 3 || !isOrgan(first) || beginsWithLevel(last);
}
