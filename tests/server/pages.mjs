import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/setup.mjs';
import { corpusPage } from './corpus.mjs';
import { page } from './furniture.mjs';

const SAMPLE = join(root, 'public', 'sample', 'policy.html');
const facts = {
  title: '临澜县人民政府办公室关于印发《临澜县便民利企服务提升行动实施方案》的通知',
  issuer: '临澜县人民政府办公室',
  docNumber: '临政办〔2026〕27号',
  date: '2026年10月16日',
  policy: true,
};

/** The article of the sample policy, as it is shipped. */
export const sampleArticle = () => /<article>([\s\S]*)<\/article>/.exec(readFileSync(SAMPLE, 'utf8'))[1];

const news = `<p>本报讯　10月21日，临澜县第二届乡村文化周在白鹭镇开幕，来自全县各乡镇的十二支代表队带来了舞狮、竹马和渔鼓表演，吸引了近三千名群众到场观看。</p>
<p>开幕式上，县文化广电旅游局负责人介绍，今年的活动将持续五天，设有非遗市集、农产品展销和露天电影等内容，市民可凭身份证免费入场。</p>
<p>家住石桥村的周阿婆一早就带着小孙女赶到现场。“往年都要走到县城才看得到，今年在家门口就能看，孩子高兴得不得了。”她说。</p>
<p>据了解，活动期间县公交公司加开了四趟往返班车，方便群众出行。（记者 林小满）</p>`;

const reading = `<p>近日，县政府办公室印发了《临澜县便民利企服务提升行动实施方案》（以下简称《方案》）。现将有关内容解读如下。</p>
<h2>一、为什么要出台《方案》？</h2><p>近年来，我县群众办事的便利程度不断提高，但乡村服务站点少、窗口不统一等问题依然存在，需要一份文件把工作统起来。</p>
<h2>二、《方案》主要讲了什么？</h2><p>《方案》分六个部分，从办事、设施、企业、项目、基层、落实六个方面提出了三十项举措，每项举措都明确了牵头单位和完成时限。</p>
<h2>三、群众最关心的是什么？</h2><p>今后医保、水、电缴费在村里就能办，热线反映的问题一个工作日内就会转到承办单位。</p>`;

const list = Array.from(
  { length: 20 },
  (_, i) =>
    `<li><span>2026-10-${String(28 - i).padStart(2, '0')}</span><a href="/zwgk/${i}.html">临澜县人民政府关于${['印发城市管理办法', '调整领导分工', '公布重大项目名单', '做好防汛准备工作'][i % 4]}的通知（第${i + 1}件）</a></li>`,
).join('\n');

const policy = () => page({ ...facts, html: sampleArticle() });
/** The article arrives by script: at once, late, or after a click, as `how` says. */
const scripted = (how) =>
  page({
    ...facts,
    html: '<p id="waiting">正在加载，请稍候……</p>',
    script: `<script>
const show = async () => { document.getElementById('zoom').innerHTML = await (await fetch('/fragment.html')).text(); };
${how}
</script>`,
  });

/** A site that changes its address and its text by script alone. */
const application = () =>
  page({
    title: '政务公开',
    html: '<p><a id="open" href="/app/policy">打开文件</a>　<a id="other" href="/app/news">打开新闻</a></p><div id="view"></div>',
    script: `<script>
const views = { '/app/policy': '/fragment.html', '/app/news': '/news-fragment.html' };
const draw = async () => { const from = views[location.pathname]; document.getElementById('view').innerHTML = from ? await (await fetch(from)).text() : ''; };
for (const link of document.querySelectorAll('#open, #other')) link.onclick = (event) => { event.preventDefault(); history.pushState({}, '', link.getAttribute('href')); draw(); };
addEventListener('popstate', draw); draw();
</script>`,
  });

/** Highlights of the page's own: a guest must leave them alone. */
const highlighted = () =>
  page({
    ...facts,
    html: sampleArticle(),
    head: '<style>::highlight(site-search) { background: gold; }</style>',
    script: `<script>
const first = document.querySelector('#zoom h2').firstChild;
const range = new Range(); range.setStart(first, 0); range.setEnd(first, 2);
CSS.highlights?.set('site-search', new Highlight(range));
</script>`,
  });

/** Every page of the invented sites, by path. A function gets the URL; null means there is no such page. */
export const pages = {
  '/': () => page({ title: '临澜县人民政府门户网站', html: `<ul class="list">${list}</ul>`, column: '首页' }),
  '/policy.html': policy,
  '/mirror/content_27.html': policy,
  '/news.html': () => page({ title: '乡村文化周在白鹭镇开幕', html: news, column: '临澜要闻', issuer: '临澜日报' }),
  '/list.html': () => page({ title: '政府办文件', html: `<ul class="list">${list}</ul>`, column: '政府办文件' }),
  '/jiedu.html': () =>
    page({ title: '《临澜县便民利企服务提升行动实施方案》政策解读', html: reading, column: '政策解读' }),
  '/late.html': () => scripted('setTimeout(show, 2500);'),
  // Late, too, but only when whoever looks at it says so: `dispatchEvent(new Event('come'))`.
  '/told.html': () => scripted("addEventListener('come', show);"),
  '/app': application,
  '/app/policy': application,
  '/app/news': application,
  '/fragment.html': sampleArticle,
  '/news-fragment.html': () => news,
  '/frame.html': () =>
    page({
      ...facts,
      html: '<iframe src="/frame-body.html" style="width:100%;height:900px;border:0" title="正文"></iframe>',
    }),
  '/frame-body.html': () =>
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>正文</title></head><body>${sampleArticle()}</body></html>`,
  '/highlights.html': highlighted,
  '/empty.html': () => page({ ...facts, html: '' }),
  '/print.html': () =>
    page({ ...facts, html: sampleArticle(), head: '<style>@media print { nav { display: none } }</style>' }),
};

/** `/corpus/000?as=br`: a document of the corpus as a page of the invented site; null where the corpus is absent. */
export function find(url) {
  const corpus = /^\/corpus\/([\w-]+)$/.exec(url.pathname);
  if (corpus) return corpusPage(corpus[1], url.searchParams.get('as') ?? 'br');
  return pages[url.pathname]?.(url) ?? null;
}
