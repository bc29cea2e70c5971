import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { keepFocus } from '../../../components/ui/keepFocus';

let stop: () => void;
beforeEach(() => {
  stop = keepFocus();
});
afterEach(() => {
  stop();
  cleanup();
});

const focused = () => (document.activeElement === document.body ? 'body' : document.activeElement?.textContent);

async function enter(name: string) {
  screen.getByRole('button', { name }).focus();
  await userEvent.keyboard('{Enter}');
}

function Entries() {
  const [names, setNames] = useState(['甲', '乙', '丙']);
  return (
    <main>
      <button type="button">别处</button>
      <div tabIndex={-1} data-testid="list">
        <ul>
          {names.map((name) => (
            <li key={name} data-row={name}>
              <button type="button" onClick={() => setNames(names.filter((each) => each !== name))}>
                删{name}
              </button>
              <Turned name={name} />
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}

/** A button that is gone once it was pressed. */
function Turned({ name }: { readonly name: string }) {
  const [on, setOn] = useState(true);
  return on ? (
    <span>
      <button type="button" onClick={() => setOn(false)}>
        领{name}
      </button>
    </span>
  ) : null;
}

it('goes to the control beside a button that is gone', async () => {
  render(<Entries />);
  await enter('领乙');
  await waitFor(() => expect(focused()).toBe('删乙'));
});

it('goes to the list where a whole row is gone, so that no other row becomes the current one', async () => {
  render(<Entries />);
  await enter('删乙');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('list')));
});

it('goes back to where it was before what tells of something and goes', async () => {
  function Told() {
    const [told, setTold] = useState(true);
    return (
      <main>
        <button type="button">做事</button>
        <div class="toasts">
          {told && (
            <button type="button" onClick={() => setTold(false)}>
              撤销
            </button>
          )}
        </div>
      </main>
    );
  }
  render(<Told />);
  screen.getByRole('button', { name: '做事' }).focus();
  await enter('撤销');
  await waitFor(() => expect(focused()).toBe('做事'));
});

it('leaves a button that is turned off by what it did', async () => {
  function Off() {
    const [off, setOff] = useState(false);
    return (
      <p>
        <button type="button" disabled={off} onClick={() => setOff(true)}>
          全部领取
        </button>
        <button type="button">下一个</button>
      </p>
    );
  }
  render(<Off />);
  await enter('全部领取');
  await waitFor(() => expect(focused()).toBe('下一个'));
});

it('lets alone whoever moves the focus, and whoever has clicked beside everything', async () => {
  function Moves() {
    const [open, setOpen] = useState(false);
    return open ? (
      <p>
        <button type="button">先</button>
        <button type="button" ref={(button) => button?.focus()}>
          后
        </button>
      </p>
    ) : (
      <button type="button" onClick={() => setOpen(true)}>
        打开
      </button>
    );
  }
  render(<Moves />);
  await enter('打开');
  await waitFor(() => expect(focused()).toBe('后'));
  (document.activeElement as HTMLElement).blur();
  const more = document.createElement('i');
  document.body.append(more);
  for (let turn = 0; turn < 4; turn++) await new Promise(requestAnimationFrame);
  expect(focused()).toBe('body');
  more.remove();
});

it('goes to what has come in place of a form that was closed', async () => {
  function Unit() {
    const [open, setOpen] = useState(true);
    return (
      <section>
        {open ? (
          <form>
            <button type="button" onClick={() => setOpen(false)}>
              取消
            </button>
          </form>
        ) : (
          <p>
            <button type="button">修改</button>
          </p>
        )}
      </section>
    );
  }
  render(<Unit />);
  await enter('取消');
  await waitFor(() => expect(focused()).toBe('修改'));
});
