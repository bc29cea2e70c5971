/** What stands around the text on a government site: the reader must see past all of it. */

const style = `
body { margin: 0; font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #333; background: #f2f4f8; }
.top { background: #0b58a3; color: #fff; padding: 18px 0; } .wide { width: min(1060px, 94vw); margin: 0 auto; }
.top b { font-size: 26px; letter-spacing: 3px; } nav a { color: #fff; margin-right: 28px; text-decoration: none; }
.crumbs { color: #777; font-size: 14px; padding: 12px 0; } .main { background: #fff; padding: 26px 46px 40px; }
.index { width: 100%; border-collapse: collapse; font-size: 14px; margin: 6px 0 20px; }
.index td { border: 1px solid #d9e1ee; padding: 5px 10px; } .index td:nth-child(odd) { background: #f3f7fc; width: 90px; }
.bar { border-top: 1px solid #ddd; border-bottom: 1px solid #ddd; color: #777; font-size: 13px; padding: 5px 0; text-align: center; }
.text { font-family: "Noto Serif CJK SC", SimSun, serif; font-size: 18px; line-height: 2; } .text p { text-indent: 2em; margin: 0 0 6px; }
.text h2 { font-size: 20px; } .text table { border-collapse: collapse; width: 100%; font-size: 15px; line-height: 1.6; }
.text table td, .text table th { border: 1px solid #666; padding: 4px 8px; } .red-head { color: #c8161d; font-size: 30px; letter-spacing: 4px; }
footer { background: #2b3a4d; color: #cfd6df; text-align: center; font-size: 13px; padding: 20px 0; margin-top: 30px; line-height: 2; }
.share a { margin: 0 4px; } ul.list li { margin: 8px 0; } ul.list span { float: right; color: #888; }`;

export const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

const row = (...cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

function indexTable({ title, issuer, docNumber, date }) {
  return `<table class="index">
${row('索 引 号：', 'LL0010-0203-2026-0027', '主题分类：', '综合政务')}
${row('发文机关：', escapeHtml(issuer ?? ''), '成文日期：', escapeHtml(date ?? ''))}
${row('标　　题：', escapeHtml(title), '发文字号：', escapeHtml(docNumber ?? ''))}
${row('发布日期：', '2026-10-19', '有 效 性：', '有效')}
</table>`;
}

/**
 * A whole page of the invented county's site.
 *
 * @param facts `{title, html, issuer, docNumber, date, column, policy, head, script, site}`; `html` is the article, and
 *   `policy` puts the index table above it.
 */
export function page(facts) {
  const { title, html, issuer = '临澜县人民政府办公室', column = '政府办文件', head = '', script = '' } = facts;
  const site = facts.site ?? '临澜县人民政府';
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}_${site}门户网站</title>
<meta name="SiteName" content="${site}门户网站">
<meta name="SiteDomain" content="www.linlan.gov.cn">
<meta name="SiteIDCode" content="0000000000">
<meta name="ColumnName" content="${column}">
<meta name="ColumnType" content="${facts.policy ? '政策文件' : '工作动态'}">
<meta name="ArticleTitle" content="${escapeHtml(title)}">
<meta name="PubDate" content="2026-10-19 09:30">
<meta name="ContentSource" content="${escapeHtml(issuer)}">
<style>${style}</style>
${head}
</head>
<body>
<div class="top"><div class="wide"><b>${site}</b><nav><a href="/">首页</a><a href="/list.html">政务公开</a><a href="/list.html">办事服务</a><a href="/news.html">临澜要闻</a><a href="/list.html">互动交流</a></nav></div></div>
<div class="wide">
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/list.html">政务公开</a> &gt; ${column}</div>
<div class="main">
${facts.policy ? indexTable(facts) : `<h1 style="text-align:center">${escapeHtml(title)}</h1>`}
<div class="bar">发布时间：2026-10-19　来源：${escapeHtml(issuer)}　浏览次数：<span id="visits">1024</span>　【字体：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】　<button type="button">打印</button> <button type="button">关闭</button></div>
<div class="text" id="zoom">
${html}
</div>
${facts.policy ? '<p>附件下载：<a href="/files/attachment.docx">附件1：事项目录.docx</a></p>' : ''}
<div class="bar share">分享到：<a href="#">微信</a><a href="#">微博</a>　<a href="#">打印本页</a> <a href="#">关闭窗口</a>　扫一扫在手机打开当前页</div>
<p>相关链接：<a href="/jiedu.html">一图读懂便民利企服务提升行动</a></p>
</div></div>
<footer>主办：${site}办公室　承办：临澜县政务服务中心<br>网站标识码：0000000000　云ICP备00000000号　云公网安备 00000000000000号<br><a href="/map.html">网站地图</a> | <a href="/about.html">关于我们</a></footer>
${script}
</body>
</html>`;
}
