/** What a page tries in order to act in the reader's name. All of it runs in the page's own world. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Without any click of a person: each tries to press what stands at a point, or whatever has the focus. */
export const made: Readonly<Record<string, (point: Point) => unknown>> = {
  'click on our element': () => document.querySelector<HTMLElement>('dutymark-root')?.click(),
  'click on what stands there': ({ x, y }) => (document.elementFromPoint(x, y) as HTMLElement | null)?.click(),
  'a whole press by events': ({ x, y }) => {
    const at = document.elementFromPoint(x, y);
    const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, button: 0, view: window };
    for (const type of ['pointerover', 'pointerdown', 'pointerup']) at?.dispatchEvent(new PointerEvent(type, init));
    for (const type of ['mousedown', 'mouseup', 'click']) at?.dispatchEvent(new MouseEvent(type, init));
  },
  'touch events': ({ x, y }) => {
    const at = document.elementFromPoint(x, y)!;
    const touch = new Touch({ identifier: 1, target: at, clientX: x, clientY: y });
    for (const type of ['touchstart', 'touchend']) {
      at.dispatchEvent(new TouchEvent(type, { bubbles: true, composed: true, changedTouches: [touch] }));
    }
  },
  'keys to our element': () => {
    const root = document.querySelector<HTMLElement>('dutymark-root');
    root?.focus();
    for (const key of ['Tab', 'Enter', ' ']) {
      for (const type of ['keydown', 'keypress', 'keyup']) {
        root?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
    }
  },
  'keys to what has the focus': () => {
    for (const key of ['Enter', ' ', 'Delete']) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    }
  },
  'focus by tabindex': () => {
    const root = document.querySelector<HTMLElement>('dutymark-root')!;
    root.tabIndex = 0;
    root.focus();
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    root.removeAttribute('tabindex');
  },
  'messages to every frame': () => {
    const acts = ['task', 'undo', 'take', 'removeNote'].map((act) => JSON.stringify({ act, id: '1' }));
    for (const act of acts) {
      window.postMessage(act, '*', [new MessageChannel().port1]);
      for (let at = 0; at < window.length; at++) window[at]?.postMessage(act, '*', [new MessageChannel().port1]);
    }
  },
  'messages that look like the extension’s': () => {
    const call = { id: 1, type: 'callStore', data: { method: 'clear', args: [] }, timestamp: 1 };
    window.postMessage(call, '*');
    const { chrome } = window as unknown as { chrome?: { runtime?: { sendMessage?(...all: unknown[]): unknown } } };
    chrome?.runtime?.sendMessage?.(call);
  },
  'drag and drop': ({ x, y }) => {
    const at = document.elementFromPoint(x, y);
    const init = { bubbles: true, composed: true, clientX: x, clientY: y, dataTransfer: new DataTransfer() };
    for (const type of ['dragstart', 'dragenter', 'dragover', 'drop', 'dragend'])
      at?.dispatchEvent(new DragEvent(type, init));
  },
  'a selection and the release of a mouse': () => {
    getSelection()?.selectAllChildren(document.querySelector('#zoom p')!);
    document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
    document.dispatchEvent(new KeyboardEvent('keyup', { key: 'a', ctrlKey: true, bubbles: true }));
  },
  'editing commands': () => {
    for (const command of ['delete', 'insertText', 'undo', 'redo']) document.execCommand(command, false, 'x');
  },
};

/**
 * Before a click of a person: what is under the pointer is hidden from their eyes. Where it shows through all the same, a
 * click on it is meant.
 */
export const hidden: Readonly<Record<string, (point: Point) => unknown>> = {
  'a popover over it that lets the click through': () => {
    const sheet = document.createElement('div');
    sheet.setAttribute('popover', 'manual');
    sheet.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;margin:0';
    document.body.append(sheet);
    sheet.showPopover();
  },
  'a popover over all but the button': ({ x, y }) => {
    const sheet = document.createElement('div');
    sheet.setAttribute('popover', 'manual');
    sheet.style.cssText = `inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;margin:0;clip-path:polygon(0 0,100% 0,100% 100%,0 100%,0 0,${x - 60}px ${y - 16}px,${x - 60}px ${y + 16}px,${x + 60}px ${y + 16}px,${x + 60}px ${y - 16}px,${x - 60}px ${y - 16}px)`;
    document.body.append(sheet);
    sheet.showPopover();
  },
  'a dialog as high as ours': () => {
    const sheet = document.createElement('dialog');
    sheet.setAttribute('popover', 'manual');
    sheet.style.cssText =
      'inset:0;width:100vw;height:100vh;max-width:none;max-height:none;background:#fff;pointer-events:none';
    document.body.append(sheet);
    sheet.showPopover();
  },
  'a sheet with the highest z-index': () => {
    const sheet = document.createElement('div');
    sheet.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none';
    document.documentElement.append(sheet);
  },
  'no opacity': () => document.documentElement.style.setProperty('opacity', '0', 'important'),
  'no opacity until the focus goes': () => {
    const { style } = document.documentElement;
    style.setProperty('opacity', '0', 'important');
    addEventListener('blur', () => style.removeProperty('opacity'));
    addEventListener('focusout', () => style.removeProperty('opacity'), true);
  },
  'a filter': () => document.documentElement.style.setProperty('filter', 'opacity(0)', 'important'),
  'a mask': () => document.documentElement.style.setProperty('clip-path', 'inset(0 0 100% 0)', 'important'),
  'a transform': () => document.documentElement.style.setProperty('transform', 'scale(0.01)', 'important'),
  'a style for our element': () => {
    const style = document.createElement('style');
    style.textContent = 'dutymark-root, dutymark-root * { opacity: 0 !important; filter: opacity(0) !important }';
    document.head.append(style);
  },
  'another place for our element': () => {
    const box = document.createElement('div');
    box.style.cssText = 'opacity:0;position:fixed;inset:0';
    document.body.append(box);
    box.append(document.querySelector('dutymark-root')!);
  },
  'a view transition': () => {
    const style = document.createElement('style');
    style.textContent =
      '::view-transition{pointer-events:none}::view-transition-old(root),::view-transition-new(root){animation:none;opacity:0}::view-transition-group(*){animation-duration:20s}';
    document.head.append(style);
    (document as unknown as { startViewTransition?(work: () => void): void }).startViewTransition?.(() => {});
  },
  'a popover in a shadow tree of the page': () => {
    const host = document.createElement('div');
    document.body.append(host);
    const sheet = document.createElement('div');
    sheet.setAttribute('popover', 'manual');
    sheet.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;margin:0';
    host.attachShadow({ mode: 'closed' }).append(sheet);
    sheet.showPopover();
  },
  'the backdrop of a popover in a shadow tree of the page': () => {
    const host = document.createElement('div');
    document.body.append(host);
    const shadow = host.attachShadow({ mode: 'closed' });
    shadow.innerHTML =
      '<style>div{pointer-events:none;border:0;width:0;height:0;padding:0}div::backdrop{background:#fff;pointer-events:none}</style><div popover="manual"></div>';
    (shadow.querySelector('div') as HTMLElement).showPopover();
  },
  'a popover that is there only while the page is drawn': () => {
    const sheet = document.createElement('div');
    sheet.setAttribute('popover', 'manual');
    sheet.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;margin:0';
    document.body.append(sheet);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => sheet.hidePopover();
    const draw = () => {
      requestAnimationFrame(draw);
      if (!sheet.matches(':popover-open')) sheet.showPopover();
      port2.postMessage(0);
    };
    requestAnimationFrame(draw);
  },
  'a popover for 70 ms of each 100': () => {
    const sheet = document.createElement('div');
    sheet.setAttribute('popover', 'manual');
    sheet.style.cssText = 'inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none;border:0;margin:0';
    document.body.append(sheet);
    setInterval(() => {
      sheet.showPopover();
      setTimeout(() => sheet.hidePopover(), 70);
    }, 100);
  },
};

/** Styles of the page that hide ours in Firefox, and not all of the time: what the screen shows in one moment proves nothing. */
export const flickering: Readonly<Record<string, () => unknown>> = {
  'no opacity while the page is drawn': () => {
    const { style } = document.documentElement;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => style.removeProperty('opacity');
    const draw = () => {
      requestAnimationFrame(draw);
      style.setProperty('opacity', '0', 'important');
      port2.postMessage(0);
    };
    requestAnimationFrame(draw);
  },
  'a style sheet while the page is drawn': () => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [sheet];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => sheet.cssRules.length && sheet.deleteRule(0);
    const draw = () => {
      requestAnimationFrame(draw);
      if (!sheet.cssRules.length) sheet.insertRule('html { opacity: 0 !important }');
      port2.postMessage(0);
    };
    requestAnimationFrame(draw);
  },
  'an animation without opacity for 70 ms of each 100': () => {
    const style = document.createElement('style');
    style.textContent =
      '@keyframes flicker{0%,70%{opacity:0}70.01%,100%{opacity:1}}html{animation:flicker 100ms infinite steps(1)}';
    document.head.append(style);
  },
};

/** Ways of hiding that ours, above all of the page, does not go along with. */
export const inVain = [
  'a sheet with the highest z-index',
  'no opacity',
  'no opacity until the focus goes',
  'a filter',
  'a mask',
  'a transform',
  'a style for our element',
];
