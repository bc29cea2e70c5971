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
