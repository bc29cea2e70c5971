import type { Reading } from './readings';

/** How many paragraphs before the first unit are asked what the document is. */
const reach = 40;
const longestHeading = 60;

/** What a document or a section is called that gives units something to do. */
const promising =
  /任务|分工|职责|实事|整改|责任|包[保联]|方案|计划|行动|预案|措施|举措|要点|工作(?:安排|部署|重点|清单|台账)|重点工作|项目(?:清单|安排)|(?:议定|交办|督办|决定)事项|(?:倒排|推进|工作)?(?:工期|排期)表?|(?:进度|时间|推进|日程|流程)表/;
/** Lists of units for other purposes. */
const otherwise =
  /名单|目录|通讯录|指南|权力|权责|审批|服务事项|电话|公示|成绩|得分|排名|通报|招聘|岗位|预算|决算|表彰|获奖|编制|内设|简报|动态|信息|专报|快报|通讯|月报/;

/** 内设机构及岗位目标责任: whatever else it is about, at its end it says that work is handed out. */
const handsOut = /(?:任务|责任|分工)(?:分解|清单)?(?:表|书)?$/;

/** Does a title promise so by itself? */
export const isPromise = (title: string): boolean =>
  title.length <= longestHeading &&
  (promising.test(title) || /事项$/.test(title)) &&
  !otherwise.test(title) &&
  !looksBack.test(title);
/** 工作总结, 情况报告: what was done. */
const looksBack = /总结|报告|讲话|解读|问答|致辞|回顾|纪实|综述|新闻|放假|意见(?:书|稿)?$|办法$|规定$|条例$|细则$/;

/** 联席会议成员单位工作任务, 重点工作任务分工: a paper whose articles, if it has any, are tasks. */
export const sharesOut = (title: string): boolean =>
  /(?:任务|分工|任务清单|责任清单|分解表|责任表)(?:[（(][^）)]{1,24}[）)])*$/.test(title) &&
  !/办法|规定|条例|细则|章程/.test(title);

/** Does the document, or a heading before `first`, promise that work is divided below? Asked of its short paragraphs. */
export function promises(readings: readonly Reading[], first: number): boolean {
  const names = readings
    .slice(Math.max(0, first - reach), first)
    .filter(({ kind, paragraph }) => kind !== 'cell' && paragraph.strand.length <= longestHeading)
    .map(({ paragraph }) => paragraph.strand.text);
  return (
    names.some((name) => promising.test(name)) && !names.some((name) => otherwise.test(name) && !handsOut.test(name))
  );
}
