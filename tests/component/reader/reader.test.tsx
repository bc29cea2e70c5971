import { fireEvent, render, screen } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { FileDrop } from '../../../components/reader/FileDrop';
import { Hint } from '../../../components/reader/Hint';
import { Message } from '../../../components/reader/Message';
import { OpenButtons } from '../../../components/reader/OpenButtons';
import { ReaderFrame } from '../../../components/reader/ReaderFrame';
import { Sheet } from '../../../components/reader/Sheet';
import { Unlock } from '../../../components/reader/Unlock';
import { Warnings } from '../../../components/reader/Warnings';

const nothing = () => {};

describe('Hint', () => {
  it('begins with setting the unit, and names places that every layout has', () => {
    render(<Hint onClose={nothing} />);
    const lines = screen.getAllByRole('listitem').map((each) => each.textContent);
    expect(lines).toHaveLength(4);
    expect(lines[0]).toBe('先在“我的职责”里选定本单位，以后每份文件都会先列出您单位要做的事。');
    expect(lines[2]).toContain('“举措”里列出');
    expect(lines.join('')).not.toMatch(/左边|右边/);
  });
});

describe('Sheet', () => {
  it('tells when a document is set and when it is taken away', () => {
    const events: string[] = [];
    const onSet = (article: HTMLElement) => {
      const text = article.textContent;
      events.push(`set ${text}`);
      return () => {
        events.push(`end ${text}`);
      };
    };
    const view = render(<Sheet html="<p>甲</p>" onSet={onSet} />);
    view.rerender(<Sheet html="<p>乙</p>" onSet={onSet} />);
    view.unmount();
    expect(events).toEqual(['set 甲', 'end 甲', 'set 乙', 'end 乙']);
  });
});

describe('FileDrop', () => {
  function setUp() {
    const onFile = vi.fn();
    const onFiles = vi.fn();
    const onPaste = vi.fn();
    render(
      <FileDrop onFile={onFile} onFiles={onFiles} onPaste={onPaste}>
        <input aria-label="备注" />
      </FileDrop>,
    );
    return { onFile, onFiles, onPaste };
  }
  const pasted = (data: Record<string, string>) => ({
    files: [] as File[],
    types: Object.keys(data),
    getData: (type: string) => data[type] ?? '',
  });
  const event = (type: string, extra: object) =>
    Object.assign(new Event(type, { bubbles: true, cancelable: true }), extra);

  it('takes a dropped file', () => {
    const { onFile } = setUp();
    const file = new File(['文'], 'a.txt');
    fireEvent(document.body, event('dragover', { dataTransfer: { types: ['Files'], files: [file] } }));
    expect(screen.getByText('松开鼠标，在本机打开')).toBeTruthy();
    fireEvent(document.body, event('drop', { dataTransfer: { types: ['Files'], files: [file] } }));
    expect(onFile).toHaveBeenCalledWith(file);
    expect(screen.queryByText('松开鼠标，在本机打开')).toBeNull();
  });

  it('tells several files and folders from one file', async () => {
    const { onFile, onFiles } = setUp();
    const [one, two] = [new File(['文'], 'a.txt'), new File(['文'], 'b.txt')];
    fireEvent(document.body, event('drop', { dataTransfer: { types: ['Files'], files: [one, two] } }));
    expect(onFiles).toHaveBeenCalledOnce();
    // A dropped folder looks like one file without content, and says what it is as an entry.
    const inner = {
      name: 'b.txt',
      fullPath: '/方案/b.txt',
      isDirectory: false,
      file: (give: (file: File) => void) => give(two),
    };
    const told = [[inner], []];
    const entry = {
      name: '方案',
      fullPath: '/方案',
      isDirectory: true,
      createReader: () => ({ readEntries: (give: (some: object[]) => void) => give(told.shift() ?? []) }),
    };
    const items = [{ kind: 'file', webkitGetAsEntry: () => entry }];
    fireEvent(document.body, event('drop', { dataTransfer: { types: ['Files'], files: [one], items } }));
    expect(onFile).not.toHaveBeenCalled();
    const found = [];
    for await (const each of onFiles.mock.lastCall![0]()) found.push(each);
    expect(found).toEqual([{ file: two, path: '方案/b.txt' }]);
  });

  it('leaves a dragged selection to the page', () => {
    const { onFile } = setUp();
    const drop = event('drop', { dataTransfer: { types: ['text/plain'], files: [] } });
    fireEvent(document.body, drop);
    expect(onFile).not.toHaveBeenCalled();
    expect(drop.defaultPrevented).toBe(false);
  });

  it('takes what is pasted, but not into a text field', () => {
    const { onPaste } = setUp();
    fireEvent(screen.getByLabelText('备注'), event('paste', { clipboardData: pasted({ 'text/plain': '备注' }) }));
    expect(onPaste).not.toHaveBeenCalled();
    fireEvent(
      document.body,
      event('paste', { clipboardData: pasted({ 'text/plain': '甲', 'text/html': '<p>甲</p>' }) }),
    );
    expect(onPaste).toHaveBeenCalledWith({ html: '<p>甲</p>', text: '甲' });
  });
});

describe('OpenButtons', () => {
  it('opens a picked file, the same one twice if need be', () => {
    const onFile = vi.fn();
    const onSample = vi.fn();
    const onFiles = vi.fn();
    render(
      <OpenButtons
        accept=".html"
        primary
        onFile={onFile}
        onFiles={onFiles}
        onFolder={nothing}
        onLibrary={nothing}
        onSample={onSample}
      />,
    );
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    expect(input.accept).toBe('.html');
    const file = new File(['文'], 'a.html');
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    fireEvent.change(input);
    fireEvent.change(input);
    expect(onFile).toHaveBeenCalledTimes(2);
    Object.defineProperty(input, 'files', { value: [file, file] });
    fireEvent.change(input);
    expect(onFiles).toHaveBeenCalledWith([file, file]);
    fireEvent.click(screen.getByText('示例'));
    expect(onSample).toHaveBeenCalledOnce();
  });
});

describe('Message', () => {
  it.each([
    [{ state: 'nothing' }, '打开一份政策文件'],
    [{ state: 'loading', progress: 0 }, '正在打开'],
    [{ state: 'loading', progress: 0.429 }, '42%'],
    [{ state: 'failed', code: 'unsupported', detail: 'wps' }, '.wps'],
    [{ state: 'failed', code: 'too-large', detail: '' }, '50 MB'],
    [{ state: 'failed', code: 'empty', detail: '' }, '没有可以阅读的文字'],
    [{ state: 'failed', code: 'empty', detail: 'no-bytes' }, '可能没有下载完整'],
    [{ state: 'failed', code: 'damaged', detail: '' }, '已损坏'],
    [{ state: 'failed', code: 'no-document', detail: '' }, '找不到'],
    [{ state: 'failed', code: 'nothing-pasted', detail: '' }, '剪贴板'],
    [{ state: 'gone', name: '方案.txt', address: null }, '方案.txt'],
  ] as const)('words %o', (shown, words) => {
    const { container } = render(<Message shown={shown} actions={null} />);
    expect(container.textContent).toContain(words);
    expect(container.querySelector('[role=alert]') !== null).toBe(shown.state === 'failed');
  });

  it('leads to the web page a task came from', () => {
    render(<Message shown={{ state: 'gone', name: '方案', address: 'https://www.linlan.gov.cn/' }} actions={null} />);
    expect((screen.getByRole('link') as HTMLAnchorElement).href).toBe('https://www.linlan.gov.cn/');
  });
});

describe('Unlock', () => {
  it('asks for a password and says when it was wrong', () => {
    const onUnlock = vi.fn();
    render(<Unlock name="方案.pdf" wrong onUnlock={onUnlock} actions={<button type="button">打开别的文件</button>} />);
    expect(document.activeElement).toBe(screen.getByLabelText('密码'));
    expect(screen.getByRole('button', { name: '打开别的文件' })).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('密码不对');
    fireEvent.input(screen.getByLabelText('密码'), { target: { value: '一二三' } });
    fireEvent.submit(screen.getByLabelText('密码').closest('form') as HTMLFormElement);
    expect(onUnlock).toHaveBeenCalledWith('一二三');
  });
});

describe('Warnings', () => {
  it('words what could not be read, and is absent when there is nothing to say', () => {
    const { container, rerender } = render(<Warnings warnings={[]} />);
    expect(container.textContent).toBe('');
    rerender(
      <Warnings
        warnings={[
          { code: 'pages-without-text', count: 3 },
          { code: 'page-unreadable', page: 7 },
          { code: 'truncated' },
        ]}
      />,
    );
    expect(container.textContent).toContain('3 处需要留意');
    expect(container.textContent).toContain('有 3 页没有文字');
    expect(container.textContent).toContain('第 7 页读不出来');
  });
});

describe('ReaderFrame', () => {
  it('shows one of text and panel on a narrow screen, and no panel without a document', () => {
    const onHelp = vi.fn();
    const frame = (panel: boolean) => (
      <ReaderFrame
        title={panel ? '方案' : null}
        opening={null}
        paper={<p>正文</p>}
        panel={panel ? <p>举措一</p> : null}
        onPrint={nothing}
        onTasks={nothing}
        onHelp={onHelp}
        onOptions={nothing}
      />
    );
    const { container, rerender } = render(frame(true));
    const root = container.querySelector('.reader') as HTMLElement;
    fireEvent.click(screen.getByText('举措'));
    expect(root.dataset.shown).toBe('panel');
    // The panel leads to the help.
    expect(screen.queryByRole('button', { name: '帮助' })).toBeNull();
    expect(screen.getByText('举措').closest('button')?.getAttribute('aria-pressed')).toBe('true');
    rerender(frame(false));
    expect(root.dataset.shown).toBe('paper');
    expect(container.querySelector('.reader-panel')).toBeNull();
    expect(screen.getByRole('main').textContent).toBe('正文');
    fireEvent.click(screen.getByRole('button', { name: '帮助' }));
    expect(onHelp).toHaveBeenCalledOnce();
  });
});
