import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { Sheet } from '../../../components/reader/Sheet';

afterEach(cleanup);

// In a browser: the purifier needs a DOM that keeps to the standard.
describe('Sheet', () => {
  it('never wipes away what was painted into the document', () => {
    const view = render(<Sheet html="<p>甲</p>" onSet={() => undefined} />);
    const article = screen.getByRole('article');
    article.querySelector('p')!.innerHTML = '<mark>甲</mark>';
    view.rerender(<Sheet html="<p>甲</p>" onSet={() => undefined} />);
    expect(article.innerHTML).toBe('<p><mark>甲</mark></p>');
  });

  it('copies without the addresses of our own pages', () => {
    const html =
      '<h2 id="a">甲</h2><p>见<a href="#a">第一章</a>和<a href="https://www.linlan.gov.cn/">县政府</a><b>乙</b></p>';
    render(<Sheet html={html} onSet={() => undefined} />);
    const article = screen.getByRole('article');
    document.getSelection()!.selectAllChildren(article);
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true });
    article.querySelector('p')!.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    const copied = clipboardData.getData('text/html');
    expect(copied).not.toContain(location.origin);
    expect(copied).not.toMatch(/href="#/);
    for (const part of ['<a>第一章</a>', 'href="https://www.linlan.gov.cn/"', '<b>乙</b>'])
      expect(copied).toContain(part);
    expect(clipboardData.getData('text/plain')).toContain('见第一章和县政府乙');
  });

  it('cleans a document of any format once more', () => {
    render(
      <Sheet
        html={'<p>甲<img src="x" onerror="1"><script>1</script><a href="tasks.html">乙</a></p>'}
        onSet={() => undefined}
      />,
    );
    expect(screen.getByRole('article').innerHTML).toBe('<p>甲<a>乙</a></p>');
  });
});
