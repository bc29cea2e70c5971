/** The two pages that go with a release: one for the clerk, one for the administrator. Chinese, without script, on one sheet. */

const STYLE = `
  :root { color-scheme: light; }
  body { max-width: 46em; margin: 1.6em auto; padding: 0 1.2em; color: #26231f; background: #fffdf8;
    font: 15px/1.65 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
  h1 { margin: 0 0 .2em; font: 600 1.7em/1.3 "Noto Serif CJK SC", SimSun, serif; }
  h2 { margin: 1.3em 0 .4em; font-size: 1.1em; border-bottom: 1px solid #d8d2c4; }
  .lead { margin: 0 0 1em; color: #5f5a52; }
  ol.steps { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1em; margin: 0; padding: 0; list-style: none; }
  ol.steps svg, img { width: 100%; height: auto; border: 1px solid #d8d2c4; }
  ol.steps b { display: block; color: #b3261e; }
  table { width: 100%; border-collapse: collapse; }
  th, td { padding: .3em .5em; border: 1px solid #d8d2c4; text-align: left; vertical-align: top; }
  code { padding: 0 .25em; background: #f1ece0; font-family: Consolas, "Noto Sans Mono CJK SC", monospace; overflow-wrap: anywhere; }
  .steps code, td code { white-space: nowrap; }
  .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1em; }
  @media print { body { margin: 0; font-size: 12.5px; } }
  @media (max-width: 640px) { ol.steps, .pair { grid-template-columns: 1fr; } }
`;

const page = (title, body) => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`;

const drawing = (label, inner) =>
  `<svg viewBox="0 0 240 150" role="img" aria-label="${label}" font-family="Noto Sans CJK SC, Microsoft YaHei, sans-serif" font-size="11">` +
  `<rect width="240" height="150" fill="#fff"/>${inner}</svg>`;

/** A hand's ring around what is to be clicked. */
const ring = (x, y, width, height) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" fill="none" stroke="#b3261e" stroke-width="2.5"/>`;

const PICTURES = [
  drawing(
    '把压缩包里的 dutymark 文件夹放到 D 盘',
    '<path d="M70 58v-12q0-5 5-5h28l9 9h52q6 0 6 6v48q0 6-6 6H76q-6 0-6-6z" fill="#e8c877" stroke="#a88b3f"/>' +
      '<text x="120" y="84" text-anchor="middle" font-size="13">dutymark</text>' +
      '<text x="120" y="134" text-anchor="middle" fill="#5f5a52">D:\\政笺\\dutymark</text>',
  ),
  drawing(
    '扩展管理页右上角的开发者模式开关',
    '<rect x="8" y="8" width="224" height="20" rx="10" fill="#eee9df"/><text x="20" y="22">chrome://extensions</text>' +
      '<text x="14" y="52" font-size="13">扩展程序</text><text x="148" y="52">开发者模式</text>' +
      '<rect x="208" y="42" width="22" height="12" rx="6" fill="#3a6ea5"/><circle cx="224" cy="48" r="5" fill="#fff"/>' +
      `${ring(141, 37, 95, 22)}<rect x="14" y="72" width="66" height="60" rx="4" fill="#f4f1ea"/>` +
      '<rect x="87" y="72" width="66" height="60" rx="4" fill="#f4f1ea"/><rect x="160" y="72" width="66" height="60" rx="4" fill="#f4f1ea"/>',
  ),
  drawing(
    '点加载未打包的扩展程序，选 dutymark 文件夹',
    '<text x="14" y="24" font-size="13">扩展程序</text>' +
      '<rect x="14" y="38" width="134" height="24" rx="4" fill="#fff" stroke="#3a6ea5"/>' +
      `<text x="81" y="54" text-anchor="middle" fill="#3a6ea5">加载未打包的扩展程序</text>${ring(8, 32, 146, 36)}` +
      '<rect x="14" y="80" width="120" height="60" rx="4" fill="#f4f1ea"/><rect x="22" y="90" width="22" height="22" rx="4" fill="#b3261e"/>' +
      '<text x="33" y="106" text-anchor="middle" fill="#fff" font-size="13">笺</text><text x="52" y="105">政笺</text>' +
      '<text x="22" y="130" fill="#5f5a52">已启用</text>',
  ),
];

const STEPS = [
  [
    '把文件夹放好',
    '把整个 <code>dutymark</code> 文件夹复制到不会删除的地方，例如 <code>D:\\政笺</code>。装好以后也不要删，浏览器每次启动都从那里读。',
  ],
  [
    '打开开发者模式',
    '在地址栏输入 <code>chrome://extensions</code>（Edge 输入 <code>edge://extensions</code>），回车，打开右上角“开发者模式”。以后也不要再关：关了，新版浏览器会把它停用。',
  ],
  [
    '加载',
    '点“加载未打包的扩展程序”（较旧的版本叫“加载已解压的扩展程序”，Edge 叫“加载解压缩的扩展”），选中那个 <code>dutymark</code> 文件夹。随即打开一份示例文件，就是装好了。',
  ],
];

/** @param names Of the packages beside the page. */
export function clerkGuide({ version, crx, xpi }) {
  const steps = STEPS.map(([title, text], at) => `<li>${PICTURES[at]}<b>${at + 1}. ${title}</b>${text}</li>`).join(
    '\n',
  );
  return page(
    `政笺 ${version} 安装说明`,
    `<h1>政笺 ${version} 安装说明</h1>
<p class="lead">政笺在政策文件里标出每一条举措、牵头和参加单位、完成时限，找出本单位的职责，勾一勾就成任务清单。不用联网，不用账号，内容只留在这台电脑里。</p>
<h2>Chrome、Edge 和多数国产浏览器：三步</h2>
<ol class="steps">
${steps}
</ol>
<p>国产浏览器：从菜单进入“扩展程序”或“扩展管理”，步骤相同；没有这样的按钮的，把 <code>${crx}</code> 拖进扩展管理页试试。浏览器内核须在 Chromium 102 以上（地址栏输入 <code>chrome://version</code> 可查）。若提示“已被管理员禁止”，请找本单位的管理员。</p>
<h2>火狐（Firefox 128 以上）</h2>
<p>在地址栏输入 <code>about:addons</code>，点齿轮，选“从文件安装附加组件”，选 <code>${xpi}</code>。若提示“未通过验证”，请管理员按《管理员说明》处理。</p>
<h2>装好以后</h2>
<div class="pair">
<div><img src="图片/page.png" alt="网页里的标记"><p>打开 gov.cn 上的政策文件，页面角上出现“政策文件 · N 项举措”，点它打开面板。其他网站点工具栏上的政笺图标，选“识读本页”。看不到图标的，点工具栏上拼图形的按钮，再点政笺旁边的图钉。</p></div>
<div><img src="图片/reader.png" alt="阅读器"><p>手头的 Word、PDF、OFD、Excel 等文件，拖进“阅读器”。在设置里填“本单位”，自己的职责就排在最前面。</p></div>
</div>
<h2>换新版本</h2>
<p>先在“设置 · 数据”里备份一次。关闭政笺的页面，用新版本的 <code>dutymark</code> 文件夹整个替换旧的，在扩展管理页点政笺的“重新加载”图标（圆箭头）。任务和批注都还在。不要点“移除”：移除会连同任务和批注一起删掉；已经移除的，重新加载后在“设置 · 数据”里“从备份恢复”。新旧两版须出自同一处（同一把签名私钥），否则浏览器当作另一个扩展，里面是空的，也从备份恢复。</p>`,
  );
}

/** Addresses to be written in where the release was made for no house; one that was has them already. */
const addresses = (base, known) =>
  known
    ? `各文件里的网址已经是 <code>${base}</code>，就放在这里；换了地方，请重新生成。`
    : `把 <code>update.xml</code>、<code>updates.json</code> 和策略样例中的 <code>${base}</code> 全部改成这个目录的网址（改过的文件，校验值自然不同）。`;

/** A downloaded `.xpi` cannot know where its updates will lie. */
const firefoxUpdates = (known) =>
  known
    ? ''
    : '本包生成时没有给网址（<code>--base</code>），火狐里的政笺不会自己找新版本：把策略 <code>install_url</code> 改成新 <code>.xpi</code> 的网址，重启火狐即更新；要自动更新，请用 <code>--base</code> 重新生成。';

/** @param where id, geckoId, version, base, as the policies beside the page have them; `known`: the base is a house's own. */
export function adminGuide({ id, geckoId, version, base, known }) {
  return page(
    `政笺 ${version} 管理员说明`,
    `<h1>政笺 ${version} 管理员说明</h1>
<p class="lead">用组策略为全单位的浏览器统一安装、统一填写本单位。以下两个编号与本包中的文件对应：<br>Chromium 系扩展编号 <code>${id}</code>；火狐扩展编号 <code>${geckoId}</code>。</p>
<h2>一、放到内网服务器</h2>
<p>把 <code>.crx</code>、<code>.xpi</code>、<code>update.xml</code>、<code>updates.json</code> 放在同一目录，浏览器能用网址取到即可（http 也行）。先核对 <code>SHA256SUMS</code>（Linux：<code>sha256sum -c SHA256SUMS</code>；Windows：<code>certutil -hashfile 文件名 SHA256</code>，逐个对照）。${addresses(base, known)}</p>
<h2>二、下发策略</h2>
<table>
<tr><th>浏览器</th><th>文件</th><th>放在哪里</th></tr>
<tr><td>Chrome、Edge（Windows）</td><td><code>chrome.reg</code>、<code>edge.reg</code></td><td>双击导入，或按其中的键用域组策略下发。Windows 上的 Chrome、Edge 只在加入域（或由云管理）的电脑上接受商店以外的强制安装；没有域的，用 <code>offline</code> 文件夹手工加载。</td></tr>
<tr><td>Chrome、Chromium（Linux、统信、麒麟）</td><td><code>chrome.json</code></td><td><code>/etc/opt/chrome/policies/managed/</code> 或 <code>/etc/chromium/policies/managed/</code></td></tr>
<tr><td>Edge（Linux）</td><td><code>edge.json</code></td><td><code>/etc/opt/edge/policies/managed/</code></td></tr>
<tr><td>火狐</td><td><code>firefox/policies.json</code></td><td>安装目录下的 <code>distribution</code> 文件夹，或 <code>/etc/firefox/policies/</code></td></tr>
</table>
<p>重启浏览器后在 <code>chrome://policy</code>、<code>edge://policy</code>、<code>about:policies</code> 里可以看到是否生效；政笺的“设置”里，由策略定下的各项标明“由管理员设定”。</p>
<p>火狐的 <code>.xpi</code> 没有 Mozilla 签名时，正式版火狐不接受；延长支持版（ESR）可以在 <code>policies.json</code> 中加 <code>"Preferences": {"xpinstall.signatures.required": {"Value": false}}</code>，或把 <code>.xpi</code> 交 Mozilla 作“自行分发”签名。</p>
<h2>三、统一设置</h2>
<p>样例中的临澜县是虚构的，请改成本单位。每一项都可以不写；全部字段见 <code>managed-schema.json</code>。</p>
<table>
<tr><th>字段</th><th>意思</th></tr>
<tr><td><code>unit</code>、<code>region</code>、<code>aliases</code></td><td>本单位名称、所在地区、别称</td></tr>
<tr><td><code>sites</code></td><td>gov.cn 以外要自动识读的网站（域名或 IP 地址，如办公系统）。浏览器要求由使用者本人同意：打开政笺“设置 · 网站”，点一次“全部允许”。</td></tr>
<tr><td><code>keepFiles</code></td><td><code>yes</code> 保留打开过的文件，<code>no</code> 不保留</td></tr>
<tr><td><code>pill</code></td><td>网页角落的提示：<code>shown</code> 显示，<code>hidden</code> 不显示</td></tr>
<tr><td><code>ocr</code></td><td><code>false</code> 关闭图片文字识别</td></tr>
</table>
<h2>四、更新与卸载</h2>
<p>新版本：换上新的 <code>.crx</code>、<code>.xpi</code>、<code>update.xml</code>、<code>updates.json</code>，浏览器几小时内自行更新，任务和批注不变。${firefoxUpdates(known)}各版本必须用同一把私钥签名，编号才不变。卸载：从策略中删去本扩展；卸载会连同其中的数据一起删除，请先让使用者备份。</p>
<h2>五、它能做什么、不能做什么</h2>
<p>不联网、不上传、没有统计、不加载远程代码；只有使用者点开的附件才从原网站取来。权限逐项的用途和对应的测试见项目 <code>SECURITY.md</code>；所含开源软件见 <code>sbom.cdx.json</code>（CycloneDX）和 <code>licences.txt</code>。最低版本：Chromium 102，火狐 128。</p>`,
  );
}
