import { expect, it } from 'vitest';
import { isWeb, placeWord } from '../../components/places';

it('a place is named as a person says it', () => {
  expect(placeWord('dutymark:sample')).toBe('示例文件');
  expect(placeWord('dutymark:pasted')).toBe('粘贴的文字');
  expect(placeWord(`file:///${encodeURIComponent('实施方案.docx')}`)).toBe('实施方案.docx');
  expect(placeWord('https://www.linlan.gov.cn/a.html')).toBe('https://www.linlan.gov.cn/a.html');
});

it('only what is on the web is a link', () => {
  const urls = [
    'https://a.cn/',
    'HTTP://a.cn/',
    'javascript:alert(1)',
    'file:///a',
    'dutymark:sample',
    'data:text/html,x',
  ];
  expect(urls.filter(isWeb)).toEqual(['https://a.cn/', 'HTTP://a.cn/']);
});
