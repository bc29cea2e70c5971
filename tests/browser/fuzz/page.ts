import { type Dice, dice } from '../../lib/random';

const WORDS = [
  ...[
    '一、重点任务',
    '（一）完善机制。',
    '1.',
    '12．',
    '①',
    '第三条',
    '六月底前完成',
    '2027年12月31日前',
    '每季度一次',
  ],
  ...[
    '牵头单位：',
    '责任单位：县财政局、县水务局',
    '（县民政局牵头，各乡镇配合）',
    '由县司法局会同有关部门负责',
    '参加单位：',
  ],
  ...[
    '，',
    '。',
    '；',
    '、',
    '〔2026〕7号',
    '县人民政府办公室',
    '各乡镇（街道）',
    '\u3000\u3000',
    '\u200b',
    '\u202e',
    '\ufeff',
    '👩‍👩‍👧',
    '\ud800',
  ],
  ...['&#x0;', '&lt;b&gt;', '&nbsp;&nbsp;', '<', '>', '-->', ']]>', '\u0000', 'ﬀ', '⼈⺠', '縣財政局牽頭'],
];
const TAGS = [
  'p',
  'div',
  'span',
  'b',
  'table',
  'tr',
  'td',
  'th',
  'ul',
  'ol',
  'li',
  'h1',
  'h3',
  'font',
  'section',
  'svg',
  'math',
  'pre',
  'details',
  'summary',
  'a',
  'center',
  'ruby',
  'rt',
  'dl',
  'dt',
  'template',
  'select',
  'option',
  'noscript',
  'x-foo',
  'frameset',
  'textarea',
  'marquee',
];
const ATTRIBUTES = [
  ...[
    'style="display:none"',
    'style="position:absolute;left:-9999px"',
    'rowspan="65535"',
    'colspan="1000"',
    'rowspan="0"',
    'start="-5"',
    'class="a"',
  ],
  ...[
    'hidden',
    'contenteditable',
    'dir="rtl"',
    'style="writing-mode:vertical-rl"',
    'style="all:revert"',
    'id="dutymark-root"',
    'type="a"',
  ],
];
/** What would run, were it let. */
const SCRIPTS = [
  '<script>top.dutymarkFuzz=1</script>',
  '<img src=x onerror="top.dutymarkFuzz=1">',
  '<svg onload="top.dutymarkFuzz=1"></svg>',
  '<a href="javascript:top.dutymarkFuzz=1">x</a>',
  '<iframe srcdoc="<script>top.dutymarkFuzz=1</script>"></iframe>',
  '<style>@import url("https://elsewhere.invalid/x.css");</style>',
];

const text = (roll: Dice): string => Array.from({ length: 1 + roll.below(12) }, () => roll.one(WORDS)).join('');

function node(roll: Dice, depth: number): string {
  if (depth === 0 || roll.likely(0.3)) return text(roll);
  if (roll.likely(0.04)) return roll.one(SCRIPTS);
  const tag = roll.one(TAGS);
  const attribute = roll.likely(0.25) ? ` ${roll.one(ATTRIBUTES)}` : '';
  const inside = Array.from({ length: roll.below(6) }, () => node(roll, depth - 1)).join('');
  // Tags left open, or closed by another's name: parsers mend them in ways of their own.
  const end = roll.likely(0.85) ? `</${tag}>` : roll.likely(0.5) ? '' : `</${roll.one(TAGS)}>`;
  return `<${tag}${attribute}>${inside}${end}`;
}

/** A page that nobody would write, the same for the same seed; one in twenty is very deep, one in twenty very long. */
export function oddPage(seed: number): string {
  const roll = dice(seed);
  if (seed % 20 === 7) return `${'<div>'.repeat(400 + roll.below(400))}${text(roll)}${'</div>'.repeat(300)}`;
  if (seed % 20 === 13) return Array.from({ length: 1500 }, () => `<p>${text(roll)}</p>`).join('');
  return Array.from({ length: 4 + roll.below(20) }, () => node(roll, 1 + roll.below(7))).join('\n');
}

/** A file's bytes, hurt the same way for the same seed: bits turned, parts cut out, doubled, moved, or filled. */
export function hurt(bytes: Uint8Array, seed: number): Uint8Array {
  const roll = dice(seed);
  let data = [...bytes];
  for (let turn = 1 + roll.below(6); turn > 0; turn--) {
    const at = roll.below(data.length || 1);
    const length = 1 + roll.below(Math.min(200, data.length));
    const way = roll.below(5);
    if (way === 0) for (let bit = 0; bit < 8; bit++) data[roll.below(data.length)]! ^= 1 << roll.below(8);
    else if (way === 1) data.splice(at, length);
    else if (way === 2) data.splice(at, 0, ...data.slice(at, at + length));
    else if (way === 3) data.splice(at, length, ...Array.from({ length }, () => roll.below(256)));
    else data = [...data.slice(at), ...data.slice(0, at)].slice(0, roll.likely(0.5) ? undefined : data.length - length);
  }
  return Uint8Array.from(data);
}
