import { unitsAtHead } from '../names/at-head';
import { readUnits } from '../names/coordination';
import type { Strand } from '../text/strand';
import { clauseHeads } from './clause-heads';
import { isDoer, isNamed } from './doers';
import type { Reading } from './readings';

/** How the minutes of a meeting begin. */
const minutes = /纪要(?:如下)?[：:。]?$|会议纪要|议定(?:以下|如下)?事项|会议(?:研究)?(?:议定|确定)/;
/** How the title of a paper ends that answers somebody. */
export const answers = /(?:批复|复函|答复|决定)(?:[（(].{1,12}[）)])?$/;
/** So many paragraphs are asked for the minutes' words, and for whom a letter is addressed to. */
const opening = 12;
/** Longest line of addressees; most items that are asked what they say of them. */
const longestAddress = 160;
const looked = 60;

/**
 * Does what the paper says oblige whoever it names, whatever the verb? The minutes of a meeting decide; a letter or an order to units
 * by name (县发改局、县财政局：) asks them. Cost: linear in the opening and the first items.
 */
export const obliges = (readings: readonly Reading[]): boolean =>
  isMeeting(readings) || isOrder(readings) || isHandedOver(readings) || isLetter(readings);

/** A slip that goes round with what is asked on it, by its title: 批示办理单, 文件处理笺. */
export const isHandedOver = (readings: readonly Reading[]): boolean =>
  readings.slice(0, opening).some(({ paragraph: { strand } }) => goesRound.test(strand.text.slice(0, 60)));
const goesRound =
  /(?:批示|办理|处理|阅办|呈批|批办|拟办|交办|转办|督办|办文|阅批|传阅|签批|来文)(?:事项)?(?:通知)?[单笺卡]$/;

/** A slip that hands work over, by its title: 督办通知单, 交办单. */
const isOrder = (readings: readonly Reading[]): boolean =>
  readings
    .slice(0, opening)
    .some(({ paragraph: { strand } }) => order.test(strand.text.slice(0, 60)) || handsOver(strand.text));
const order = /(?:督办|督查|交办|转办|抄告)(?:事项)?(?:通知)?[单书]$/;

/** 现将…有关工作任务交办如下：, 请各单位按以下分工抓好落实：: a line that leads in what is handed out below. */
export const handsOver = (line: string): boolean =>
  line.length <= longestAddress &&
  /(?:任务|事项|工作)[^。；]{0,8}(?:交办|分解|分工|布置|明确)[^。；]{0,6}如下[：:。]?$|(?:按|按照)(?:以下|下列|如下)(?:职责)?分工[^。；]{0,8}[：:]$/.test(
    line,
  );

/** The minutes of a meeting, by their opening. */
export const isMeeting = (readings: readonly Reading[]): boolean =>
  readings.slice(0, opening).some(({ paragraph }) => minutes.test(paragraph.strand.text.slice(0, 400)));

/** Two items at least begin with units whom it is addressed to. */
function isLetter(readings: readonly Reading[]): boolean {
  const at = readings.slice(0, opening).findIndex(isAddress);
  // An answer grants what was asked for.
  if (at < 0 || readings.slice(0, at).some(({ paragraph }) => answers.test(paragraph.strand.text))) return false;
  const { strand } = readings[at]!.paragraph;
  const addressed = new Set(readUnits(strand, 0, strand.length - 1).units.map((u) => u.name));
  const items = readings.slice(at + 1, at + 1 + looked).filter((r) => r.kind === 'node');
  if (!isCalled(strand)) return items.filter(asks).length >= 3 && items.filter(asks).length * 2 >= items.length;
  return items.filter((r) => asks(r) || namesOneOf(addressed, r)).length >= 2;
}

/** 县发改局、县财政局：names whom it asks; of 各有关科室、单位： the items must all ask. */
function isCalled(strand: Strand): boolean {
  const { units } = readUnits(strand, 0, strand.length - 1);
  return units.length > 0 && units.every(({ name }) => isNamed(name) || isDoer(name));
}

/** 一、请你县立即组织…, 三、责成县消防大队…. */
const asks = ({ paragraph: { strand, marker } }: Reading): boolean =>
  /^(?:请|责成)(?:你|[\u4e00-\u9fff]{2,20}(?:[局委办府队会院部科室处站所]|中心|街道|公司))/.test(
    strand.text.slice(marker?.length ?? 0, 40),
  );

/** 县发改局、县财政局： · 各有关科室、单位：a line of units and nothing else. */
function isAddress({ kind, paragraph: { strand, cell, furniture } }: Reading): boolean {
  if (kind !== 'text' || cell || furniture || strand.length > longestAddress || !/[：:]$/.test(strand.text))
    return false;
  const found = unitsAtHead(strand, 0);
  const called = found !== null && found.end >= strand.length - 1 && isCalled(strand);
  return called || /^各?(?:有关|相关)?[\u4e00-\u9fff、，（）]{0,60}(?:科室|处室|部门|单位)[：:]$/.test(strand.text);
}

function namesOneOf(addressed: ReadonlySet<string>, { paragraph: { strand, marker } }: Reading): boolean {
  for (const { units } of clauseHeads(strand, marker?.length ?? 0, false))
    if (units.some(({ name }) => addressed.has(name))) return true;
  return false;
}
