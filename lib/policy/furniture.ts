import type { Paragraph } from './paragraphs';

/** Marks of a site's footer: licences and site numbers stand nowhere else. */
const licence = /(?:ICP备|ICP证|公网安备|网站标识码|备案序号|备案号[：:]|政府网站找错|版权所有)/;
/** Lines that make up a footer around those marks. */
const footer =
  /^(?:主办单位|主办|承办单位|承办|协办单位|维护单位|技术支持|版权所有|版权|地址|邮编|电话|联系电话|联系我们|网站地图|关于我们|隐私|友情链接|Copyright|©|联系方式|建议使用|您是第|访问量|网站声明|站点地图|打印|关闭|分享|上一篇|下一篇|【打印|【关闭|扫一扫|相关(?:报道|文件|附件|链接|阅读|新闻)|责任编辑|编辑[：:]|来源[：:]|浏览次数)/i;
const short = 120;

/**
 * Paragraphs with the page's furniture marked: what stands in landmarks, and the footer by its licences. Where nearly all
 * of a page stands in landmarks (an old page is one form), the landmarks say nothing.
 */
export function withFurniture(paragraphs: readonly Paragraph[]): Paragraph[] {
  let all = 0;
  let inside = 0;
  for (const { strand, furniture } of paragraphs) {
    all += strand.length;
    if (furniture) inside += strand.length;
  }
  const trust = inside * 5 < all * 3;
  const out = paragraphs.map((p) => {
    const furniture = (p.furniture && trust) || isDistribution(p);
    return furniture === p.furniture ? p : { ...p, furniture };
  });
  for (let i = 1; i < Math.min(stampedWithin, out.length); i++)
    if (isStamp(out[i]!, out[i - 1]!, out[i + 1])) out[i] = { ...out[i]!, furniture: true };
  const last = out.length - 1;
  const floor = Math.max(0, out.length - 60);
  for (let i = last; i >= floor; i--) {
    if (!licence.test(out[i]!.strand.text) || out[i]!.strand.length > 600) continue;
    // The footer begins where lines of its kind begin, above the licence; everything below is footer.
    let from = i;
    while (from > floor && isFooterLine(out[from - 1]!)) from--;
    for (let k = from; k <= last; k++) if (!out[k]!.cell) out[k] = { ...out[k]!, furniture: true };
    break;
  }
  return out;
}

/** So many paragraphs stand around a title. */
const stampedWithin = 6;
/** 时间：2031-03-22 17:57:28, below a title: when the page was put up. A day by which something is due says so. */
const stamp =
  /^(?:(?:发布|发文|成文|印发|录入|上传|更新)?(?:时间|日期)|发布于)[：:]?(?:19|20)\d\d[-年./]\d{1,2}[-月./]\d{1,2}(?!\d)(?:日|(?!日))(?![前底止起至—~-]|之?前|以前|[上中下]旬)/;

/** The line stands by itself below a title; among labels (任务：…⏎时间：…⏎责任单位：…) it is a field. */
const isStamp = ({ strand, cell, marker }: Paragraph, before: Paragraph, after: Paragraph | undefined): boolean =>
  !cell &&
  !marker &&
  !before.marker &&
  strand.length <= short &&
  stamp.test(strand.text) &&
  !/[：:]/.test(before.strand.text) &&
  !/^[\u4e00-\u9fff]{2,8}[：:]./.test(after?.strand.text ?? '');

/** 分送：市发改委、市财政局: who gets a copy of the paper has nothing to do by that. */
const isDistribution = ({ strand, cell, marker }: Paragraph): boolean =>
  !cell && !marker && /^(?:抄送|抄报|分送|发送|分发|呈报|呈送)(?:单位|机关|范围)?[：:]/.test(strand.text);

function isFooterLine({ strand }: Paragraph): boolean {
  const { text } = strand;
  if (text.length > short || /。$/.test(text)) return false;
  return licence.test(text) || footer.test(text) || /(?:网站地图|联系我们|版权所有|技术支持)/.test(text);
}

/** A line (white space removed) with which a page goes on after its document: a footer, sharing, buttons. */
export const endsDocument = (line: string): boolean =>
  line.length <= short &&
  (licence.test(line) ||
    footer.test(line) ||
    /^(?:【?(?:打印|关闭|字体|返回顶部|回到)|分享到|附件下载|扫码)/.test(line));
