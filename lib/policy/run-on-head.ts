import { isOrgan } from '../names/organ';
import { numberPattern, withoutTail } from './front-parts';

const notice = /^.{0,60}?关于[^。；]{2,90}?的(?:通知|意见|决定|通告|公告|批复|指导意见|实施意见)/;
const headed = new RegExp(`^[\\u4e00-\\u9fff]{4,40}文件(?:${numberPattern.source})?`);
const numbered = new RegExp(`^${numberPattern.source}`);
const signed = /(?:19|20)\d\d年\d{1,2}月\d{1,2}日(?=[^，。；、前起至到以之开召对在起])/g;
const named =
  /^[^。；：]{4,70}?(?:方案|计划|意见|办法|细则|措施|规划|安排|要点|分工|政策|清单)(?=为|根据|按照|依据|（(?:征求|试行|草案|20\d\d))/;

/**
 * Where the head of a text without line breaks falls into paragraphs: title, number, addressees, letter, signature and
 * date, title of the attached document. `end` is where its outline begins. Cost: linear in the head.
 */
export function headCuts(text: string, end: number): number[] {
  const head = text.slice(0, Math.min(end, 3000));
  const cuts: number[] = [];
  let at = 0;
  const cut = (length: number): void => {
    at += length;
    cuts.push(at);
  };
  // 某领导小组文件某政发〔2031〕4号 stands over the title.
  const red = headed.exec(head);
  if (red) cut(red[0].length);
  const title = notice.exec(head.slice(at));
  const plain = named.exec(head.slice(at));
  if (title && !(plain && plain[0].length < title[0].length && !/关于/.test(plain[0]))) {
    cut(title[0].length);
    const number = numbered.exec(head.slice(at, at + 40));
    if (number) cut(number[0].length);
    const colon = head.slice(at, at + 300).search(/[：:]/);
    const addressed = colon > 2 && !/[。《]/.test(head.slice(at, at + colon));
    if (addressed && isOrgan(head.slice(at, at + colon).split(/[、，,]/)[0]!)) cut(colon + 1);
    for (const m of head.slice(at).matchAll(signed)) {
      const before = head.slice(at, at + m.index);
      const from = before.lastIndexOf('。') + 1;
      if (from === 0 || !isOrgan(before.slice(from))) continue;
      const day = at + m.index;
      cuts.push(at + from, day);
      at = day;
      cut(m[0].length);
      break;
    }
  }
  const own = named.exec(head.slice(at));
  if (own && withoutTail(own[0]).length >= 5) cut(own[0].length);
  return cuts.filter((c) => c < end);
}
