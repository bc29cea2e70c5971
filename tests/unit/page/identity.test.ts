import { describe, expect, it } from 'vitest';
import { bare, documentIdentity } from '../../../lib/page/identity';
import { fromPlain } from '../../../lib/text/plain';
import { read } from '../../../lib/text/read';
import type { LinearText } from '../../../lib/text/types';
import { emptyPolicy, parseSimple } from '../../lib/policies';
import { page } from '../text/dom';

const BODY = '清河市河道管理工作方案\n1. 加强巡查，及时清理。\n牵头单位：市水务局\n2. 加强宣传。\n责任单位：市教育局';

const policyOf = (text: LinearText) => {
  const steps = parseSimple(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const identify = (text: LinearText, facts = {}) => documentIdentity({ ...policyOf(text), ...facts }, text);
const facts = { title: '清河市河道管理工作方案', docNumber: '清政办〔2031〕4号' };

describe('documentIdentity', () => {
  const plain = fromPlain(BODY);
  const html = `<nav>首页 政务公开 信息公开目录 依申请公开</nav>${BODY.split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('')}<footer>版权所有 清河市人民政府办公室</footer>`;

  it('is the same for the same policy as a file, as a page and on another site', () => {
    const file = identify(plain, facts);
    expect(identify(read(page(html)), facts)).toEqual(file);
    expect(identify(read(page(`<div>${html}</div>`)), facts)).toEqual(file);
  });

  it('does not mind widths, blanks and PDF radicals', () => {
    const pdf = fromPlain(BODY.replaceAll('，', ',').replace('工作', '⼯作').replace('加强', '加 强'));
    expect(identify(pdf, facts).fingerprint).toBe(identify(plain, facts).fingerprint);
    expect(identify(plain, { ...facts, docNumber: '清政办[2031] 4号' }).id).toBe(identify(plain, facts).id);
  });

  it('keeps its id and changes its fingerprint when the text is revised', () => {
    const revised = fromPlain(BODY.replace('及时清理', '每周清理'));
    expect(identify(revised, facts).id).toBe(identify(plain, facts).id);
    expect(identify(revised, facts).fingerprint).not.toBe(identify(plain, facts).fingerprint);
  });

  it('is another for another policy, and for one whose number or title is not known', () => {
    expect(identify(plain, { ...facts, docNumber: '清政办〔2031〕5号' }).id).not.toBe(identify(plain, facts).id);
    const unnamed = identify(plain, { docNumber: null });
    expect(unnamed.id).toBe(`text-${unnamed.fingerprint}`);
    expect(identify(fromPlain(`${BODY}、市财政局`), { docNumber: null }).id).not.toBe(unnamed.id);
  });

  it('knows a text without measures by its longer paragraphs', () => {
    const a = fromPlain('各部门要结合实际认真抓好贯彻落实工作。\n浏览次数：12');
    const b = fromPlain('各部门要结合实际认真抓好贯彻落实工作。\n浏览次数：13');
    expect(documentIdentity(emptyPolicy, a)).toEqual(documentIdentity(emptyPolicy, b));
  });

  it('reduces a text to what it says', () => {
    expect(bare('《清河市》 ２０３１年，⺠政局')).toBe('清河市2031年民政局');
  });
});
