/**
 * What a page tries in order to read what is not its own. Each function runs in the page's own world, so it holds all that it
 * needs; `spy` before anything else, `reads` when there is something to be read.
 */

/** What a hostile page has overheard since it was loaded. */
interface Overheard {
  readonly log: string[];
  /** What the browser hands to elements of the page's own under our name. */
  readonly internals: ElementInternals[];
}

/** Listens to all that a page can listen to. */
export function spy(): void {
  const heard: Overheard = { log: [], internals: [] };
  (window as unknown as { overheard: Overheard }).overheard = heard;
  const note = (what: string, value: unknown) => heard.log.push(`${what}: ${String(value)}`);
  const types = ['keydown', 'keyup', 'beforeinput', 'input', 'compositionupdate', 'copy', 'cut', 'paste', 'dragstart'];
  for (const type of types) {
    addEventListener(
      type,
      (event) => {
        const { key, data } = event as KeyboardEvent & InputEvent;
        note(type, [key, data, (event as ClipboardEvent).clipboardData?.getData('text')].join(' '));
        note(
          type,
          event
            .composedPath()
            .map((node) => (node as Element).textContent ?? '')
            .join('|')
            .slice(0, 200_000),
        );
      },
      true,
    );
  }
  for (const type of ['focusin', 'focusout', 'selectionchange', 'click', 'pointerdown', 'toggle', 'beforetoggle']) {
    addEventListener(type, (event) => note(type, (event as FocusEvent).relatedTarget ?? event.target), true);
  }
  addEventListener('message', (event) => note('message', `${event.origin} ${JSON.stringify(event.data)}`), true);
  addEventListener('error', (event) => note('error', `${event.filename} ${event.message}`), true);
  addEventListener('beforeprint', () => note('print', document.documentElement.innerText), true);
  document.addEventListener('DOMContentLoaded', () => {
    new MutationObserver((records) => {
      for (const { target, addedNodes, attributeName } of records) {
        const value = attributeName ? (target as Element).getAttribute(attributeName) : '';
        const added = [...addedNodes].map((each) => (each as Element).outerHTML ?? each.nodeValue).join('');
        if ((target as Element).localName !== 'body') note('mutation', `${attributeName}=${value} ${added}`);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  // An element of the page's own under our name: the browser hands its class what belongs to it.
  class Ours extends HTMLElement {
    constructor() {
      super();
      heard.internals.push(this.attachInternals());
    }
  }
  customElements.define('dutymark-root', Ours);
  for (const type of ['layout-shift', 'resource', 'element', 'largest-contentful-paint', 'event']) {
    try {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) note(type, JSON.stringify(entry));
      }).observe({ type, buffered: true });
    } catch {
      // Not in this browser.
    }
  }
}

/** The names under which units are marked for everybody; any other highlight of ours tells something of the reader. */
const publicNames = ['measure', 'lead', 'participant', 'responsible', 'deadline'].map((name) => `dutymark-${name}`);

/**
 * Tries to read.
 *
 * @param words What must not be found.
 * @param open The highlights that are there for everybody.
 * @returns Every attempt with what it brought.
 */
export async function reads({
  words,
  open,
}: {
  readonly words: readonly string[];
  readonly open: readonly string[];
}): Promise<Record<string, string>> {
  const got: Record<string, string> = {};
  const attempt = async (name: string, work: () => unknown) => {
    try {
      got[name] = String((await work()) ?? '');
    } catch (error) {
      got[name] = `refused: ${(error as Error).message.slice(0, 80)}`;
    }
  };
  const root = document.querySelector('dutymark-root') as HTMLElement;
  const find = (text: string) => {
    getSelection()?.removeAllRanges();
    const seek = (window as unknown as { find(text: string, ...more: boolean[]): boolean }).find;
    return seek(text, true, false, true) && !document.body.textContent?.includes(text);
  };
  const found = (all: readonly string[]) => all.filter(find).join(' ');
  await attempt('find words', () => found(words));
  await attempt('find letter by letter', () =>
    words.map((word) => [...word].reduce((sofar, sign) => (find(sofar + sign) ? sofar + sign : sofar), '')).join(' '),
  );
  await attempt('find backwards', () =>
    words
      .filter((word) => (window as never as { find(...a: unknown[]): boolean }).find(word, false, true, true))
      .join(' '),
  );
  await attempt('select all', () => {
    getSelection()?.selectAllChildren(document.documentElement);
    return String(getSelection());
  });
  await attempt('select all by command', () => {
    document.execCommand('selectAll');
    return String(getSelection());
  });
  await attempt('select the root', () => {
    getSelection()?.selectAllChildren(root);
    return String(getSelection());
  });
  await attempt('extend by document boundary', () => {
    getSelection()?.setPosition(document.body, 0);
    getSelection()?.modify('extend', 'forward', 'documentboundary');
    return String(getSelection());
  });
  await attempt('composed ranges', () => {
    const selection = getSelection() as unknown as { getComposedRanges?(...a: unknown[]): object[] };
    return JSON.stringify(selection.getComposedRanges?.({ shadowRoots: [] })?.map(String));
  });
  await attempt('copy by command', () => {
    getSelection()?.selectAllChildren(document.documentElement);
    document.execCommand('copy');
  });
  getSelection()?.removeAllRanges();
  await attempt('inner text', () => document.documentElement.innerText);
  await attempt('text content', () => document.documentElement.textContent);
  await attempt('outer html', () => document.documentElement.outerHTML);
  await attempt('serializable shadow', () =>
    (document.documentElement as never as { getHTML(o: object): string }).getHTML({ serializableShadowRoots: true }),
  );
  await attempt('serializer', () => new XMLSerializer().serializeToString(document));
  await attempt('clone', () => (document.documentElement.cloneNode(true) as Element).outerHTML);
  await attempt('shadow root', () => root.shadowRoot?.textContent);
  await attempt('internals', () => root.attachInternals().shadowRoot?.textContent);
  await attempt('an element of the page’s own under our name', () => {
    const { internals } = (window as unknown as { overheard: Overheard }).overheard;
    return internals
      .map(({ shadowRoot }) => {
        const painted = [...(shadowRoot?.querySelectorAll('canvas') ?? [])].map((sheet) => sheet.toDataURL());
        return shadowRoot ? `${shadowRoot.innerHTML} ${painted}` : '';
      })
      .join('');
  });
  await attempt('second shadow root', () => root.attachShadow({ mode: 'open' }).textContent);
  await attempt('every element', () => [...document.querySelectorAll('*')].map((each) => each.textContent).join());
  await attempt(
    'xpath',
    () => document.evaluate('string(/)', document, null, XPathResult.STRING_TYPE, null).stringValue,
  );
  await attempt('attributes of the root', () => [...root.attributes].map(({ name, value }) => name + value).join());
  await attempt('computed style', () => {
    const { content, cssText } = getComputedStyle(root);
    return content + cssText + getComputedStyle(root, '::before').content;
  });
  await attempt('size of the root', () => `${root.innerText}${root.scrollWidth}${root.getClientRects().length}`);
  await attempt('highlight names', () =>
    [...CSS.highlights.keys()].filter((name) => name.startsWith('dutymark') && !open.includes(name)).join(),
  );
  await attempt('highlights that part ours from others', () =>
    [...CSS.highlights]
      .filter(([name]) => !open.includes(name))
      .map(([name, ranges]) => `${name}=${[...ranges].map(String).join('|')}`)
      .join(),
  );
  await attempt('style sheets', () =>
    [...document.styleSheets, ...document.adoptedStyleSheets]
      .map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join())
      .join(),
  );
  const grid = () => {
    const points: [number, number][] = [];
    for (let x = 5; x < innerWidth; x += 40) for (let y = 5; y < innerHeight; y += 20) points.push([x, y]);
    return points;
  };
  await attempt('elements at points', () =>
    grid()
      .flatMap(([x, y]) => document.elementsFromPoint(x, y))
      .filter((each) => each.getRootNode() !== document)
      .map((each) => each.outerHTML)
      .join(),
  );
  await attempt('carets at points', () =>
    grid()
      .map(([x, y]) => document.caretPositionFromPoint?.(x, y)?.offsetNode)
      .filter((node) => node && node.getRootNode() !== document)
      .map((node) => node?.textContent)
      .join(),
  );
  await attempt('caret ranges at points', () =>
    grid()
      .map(([x, y]) => document.caretRangeFromPoint?.(x, y)?.startContainer)
      .filter((node) => node && node.getRootNode() !== document)
      .map((node) => node?.textContent)
      .join(),
  );
  await attempt('frames', () =>
    Array.from({ length: window.length }, (_, at) => {
      try {
        return window[at]?.document.documentElement.innerText;
      } catch {
        return `frame ${at}`;
      }
    }).join(),
  );
  await attempt('named frames', () =>
    Object.keys(window)
      .filter((name) => /dutymark|guest/i.test(name))
      .join(),
  );
  await attempt('resource timing', () =>
    performance
      .getEntries()
      .map(({ name }) => name)
      .join(' '),
  );
  await attempt('animations', () =>
    document
      .getAnimations()
      .map((each) => (each.effect as KeyframeEffect | null)?.target?.textContent)
      .join(),
  );
  await attempt('what is covered', async () => {
    const targets = [...document.querySelectorAll('[data-unit]')];
    const visible = await new Promise<[string, boolean][]>((resolve) => {
      const options = { trackVisibility: true, delay: 100, threshold: [0, 1] } as IntersectionObserverInit;
      const seen: [string, boolean][] = [];
      const observer = new IntersectionObserver((entries) => {
        for (const { target, intersectionRatio, ...more } of entries.map((entry) => ({
          target: entry.target,
          intersectionRatio: entry.intersectionRatio,
          isVisible: (entry as unknown as { isVisible?: boolean }).isVisible ?? true,
        }))) {
          if (intersectionRatio === 1) seen.push([(target as HTMLElement).dataset.unit ?? '', more.isVisible]);
        }
      }, options);
      for (const target of targets) observer.observe(target);
      setTimeout(() => {
        observer.disconnect();
        resolve(seen);
      }, 600);
    });
    return visible.length > 1 && new Set(visible.map(([, seen]) => seen)).size > 1 ? `parted: ${visible}` : '';
  });
  await attempt('databases', async () => JSON.stringify(await indexedDB.databases()));
  await attempt('storages', () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  await attempt('caches', async () => (await caches.keys()).join());
  await attempt('globals', () =>
    Object.getOwnPropertyNames(window)
      .filter((name) => /dutymark/i.test(name))
      .join(),
  );
  await attempt('extension messaging', async () => {
    const { chrome } = window as unknown as { chrome?: { runtime?: { sendMessage?(...a: unknown[]): unknown } } };
    return chrome?.runtime?.sendMessage?.({ type: 'callStore', data: { method: 'dump', args: [] } });
  });
  await attempt('the element with the focus', () => document.activeElement?.textContent);
  await attempt('accessible names', () => [...document.querySelectorAll('*')].map((each) => each.ariaLabel).join(''));
  await attempt('fragment to text', async () => {
    const before = scrollY;
    location.hash = `:~:text=${encodeURIComponent(words[0] ?? '')}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return scrollY === before ? '' : '';
  });
  await attempt('range over all', () => {
    const range = document.createRange();
    range.selectNode(document.documentElement);
    return String(range);
  });
  await attempt('text under an editable root', () => {
    document.designMode = 'on';
    document.execCommand('selectAll');
    const text = String(getSelection());
    document.designMode = 'off';
    return text;
  });
  await attempt('drag of everything', () => {
    getSelection()?.selectAllChildren(document.documentElement);
    root.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: new DataTransfer() }));
  });
  await attempt('printing', () => dispatchEvent(new Event('beforeprint')));
  getSelection()?.removeAllRanges();
  await new Promise((resolve) => setTimeout(resolve, 50));
  await attempt('overheard', () => (window as unknown as { overheard: Overheard }).overheard.log.join('\n'));
  return got;
}

/** What leaked of what must not be known: the attempts that brought it. */
export function leaks(got: Readonly<Record<string, string>>, words: readonly string[]): string[] {
  const spoken = Object.entries(got).flatMap(([name, value]) => {
    const heard = words.filter((word) => value.includes(word));
    return heard.length > 0 ? [`${name}: ${heard.join(' ')}`] : [];
  });
  const parting = [
    ...['highlight names', 'highlights that part ours from others', 'what is covered', 'named frames'],
    'an element of the page’s own under our name',
  ]
    .filter((name) => (got[name] ?? '') !== '' && !got[name]!.startsWith('refused'))
    .map((name) => `${name}: ${got[name]!.slice(0, 200)}`);
  const ids = Object.entries(got)
    .filter(([, value]) => /(?:chrome|moz)-extension:/.test(value))
    .map(([name]) => `${name}: the extension's address`);
  return [...spoken, ...parting, ...ids];
}

export const open = publicNames;
