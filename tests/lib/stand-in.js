/**
 * The browser's API for extensions, as far as the main way needs it, in a browser that takes no extension: an old engine that comes
 * without that part. Surfaces, background and page stand in tabs of one origin and talk over a channel. Plain script, put first
 * into each; who serves it fills in the manifest and the words.
 */
(() => {
  const manifest = __MANIFEST__;
  const words = __WORDS__;
  const home = `${location.origin}/ext/`;
  const isPage = !location.pathname.startsWith('/ext/');
  const tabId = Number(/[?&]own=(\d+)/.exec(location.search)?.[1] ?? (isPage ? 1 : 2));
  const channel = new BroadcastChannel('stand-in');
  const me = `${Date.now()}-${Math.random()}`;

  const event = () => {
    const all = new Set();
    return {
      addListener: (each) => all.add(each),
      removeListener: (each) => all.delete(each),
      hasListener: (each) => all.has(each),
      all,
    };
  };
  /** What nobody asks for here: a function that answers nothing, whose events never come. */
  const nothing = () =>
    new Proxy(() => Promise.resolve(undefined), {
      get: (target, name) => {
        if (name === 'then') return undefined;
        if (!(name in target) || name === 'name') target[name] = /^on[A-Z]/.test(String(name)) ? event() : nothing();
        return target[name];
      },
    });
  const over = (known) =>
    new Proxy(known, {
      get: (target, name) => {
        if (!(name in target) && name !== 'then') target[name] = nothing();
        return target[name];
      },
    });

  const sender = () => ({
    id: 'stand-in',
    url: location.href,
    origin: location.origin,
    frameId: 0,
    documentId: me,
    tab: { id: tabId, windowId: 1, url: location.href },
  });

  const onMessage = event();
  const onConnect = event();
  const waiting = new Map();
  const ports = new Map();
  const send = (kind, more) => channel.postMessage({ kind, from: me, ...more });

  async function answer({ id, message, sender: who }) {
    for (const listener of onMessage.all) {
      const reply = await new Promise((resolve) => {
        const value = listener(message, who, resolve);
        if (value && typeof value.then === 'function') value.then(resolve, () => resolve(undefined));
        else if (value !== true) resolve(undefined);
      });
      if (reply !== undefined) send('reply', { id, reply });
    }
  }
  const ask = (message, tab) =>
    new Promise((resolve, reject) => {
      const id = `${me}-${waiting.size}-${Math.random()}`;
      const end = setTimeout(() => {
        waiting.delete(id);
        reject(new Error('Could not establish connection. Receiving end does not exist.'));
      }, 5000);
      waiting.set(id, (reply) => {
        clearTimeout(end);
        waiting.delete(id);
        resolve(reply);
      });
      send('message', { id, message, tab, sender: sender() });
    });

  /** Callers wait by promise or by callback; one of these hears nothing where nobody is there. */
  const answered = (asked, then) => {
    if (!then) return asked;
    asked.then(then, () => then(undefined));
  };

  const portOf = (id, name, who) => {
    const port = {
      name,
      sender: who,
      onMessage: event(),
      onDisconnect: event(),
      postMessage: (data) => send('port', { id, data }),
      disconnect: () => send('unport', { id }),
    };
    ports.set(id, port);
    return port;
  };

  async function run({ id, script }) {
    if (script.func) {
      // biome-ignore lint/security/noGlobalEval: The browser does no other with the function that a background sends.
      const result = globalThis.eval(`(${script.func})`)(...(script.args ?? []));
      return send('reply', { id, reply: [{ result }] });
    }
    for (const file of script.files) {
      const element = document.createElement('script');
      element.src = `/${file.replace(/^\//, '')}`;
      await new Promise((resolve) => {
        element.onload = element.onerror = resolve;
        document.documentElement.append(element);
      });
      element.remove();
    }
    send('reply', { id, reply: [{}] });
  }

  channel.onmessage = ({ data }) => {
    if (data.from === me) return;
    if (data.kind === 'message' && (data.tab === undefined ? !isPage : data.tab === tabId && isPage)) void answer(data);
    if (data.kind === 'reply') waiting.get(data.id)?.(data.reply);
    if (data.kind === 'run' && isPage && data.tab === tabId) void run(data);
    if (data.kind === 'connect' && onConnect.all.size > 0) {
      const port = portOf(data.id, data.name, data.sender);
      for (const each of onConnect.all) each(port);
    }
    if (data.kind === 'port') for (const each of ports.get(data.id)?.onMessage.all ?? []) each(data.data);
    if (data.kind === 'stored') for (const each of stored.all) each(data.changes, data.area);
  };

  const stored = event();
  const area = (name) => {
    const read = () => JSON.parse(localStorage.getItem(`stand-in:${name}`) ?? '{}');
    const own = event();
    stored.addListener((changes, at) => {
      if (at === name) for (const each of own.all) each(changes, at);
    });
    const write = (next, keys) => {
      const before = read();
      localStorage.setItem(`stand-in:${name}`, JSON.stringify(next));
      const changes = Object.fromEntries(keys.map((key) => [key, { oldValue: before[key], newValue: next[key] }]));
      for (const each of stored.all) each(changes, name);
      send('stored', { changes, area: name });
    };
    return over({
      onChanged: own,
      async get(keys) {
        const all = read();
        if (keys === null || keys === undefined) return all;
        if (typeof keys === 'object' && !Array.isArray(keys))
          return {
            ...keys,
            ...Object.fromEntries(
              Object.keys(keys)
                .filter((key) => key in all)
                .map((key) => [key, all[key]]),
            ),
          };
        return Object.fromEntries(
          [keys]
            .flat()
            .filter((key) => key in all)
            .map((key) => [key, all[key]]),
        );
      },
      async set(values) {
        write({ ...read(), ...values }, Object.keys(values));
      },
      async remove(keys) {
        const next = read();
        for (const key of [keys].flat()) delete next[key];
        write(next, [keys].flat());
      },
    });
  };

  const filled = (message, values = []) =>
    [values].flat().reduce((text, value, at) => text.replaceAll(`$${at + 1}`, value), message);
  globalThis.chrome = over({
    runtime: over({
      id: 'stand-in',
      getURL: (path) => home + String(path).replace(/^\//, ''),
      getManifest: () => manifest,
      lastError: undefined,
      sendMessage: (message, then) => answered(ask(message), then),
      onMessage,
      onConnect,
      connect: ({ name }) => {
        const id = `${me}-port-${ports.size}`;
        const port = portOf(id, name, undefined);
        send('connect', { id, name, sender: sender() });
        return port;
      },
    }),
    storage: over({
      local: area('local'),
      session: area('session'),
      managed: area('managed'),
      sync: area('sync'),
      onChanged: stored,
    }),
    i18n: over({
      getMessage: (key, values) => filled(words[key]?.message ?? '', values),
      getUILanguage: () => 'zh-CN',
    }),
    permissions: over({ contains: async () => true, getAll: async () => ({ origins: [], permissions: [] }) }),
    tabs: over({
      get: async (id) => ({ id, windowId: 1, url: `${location.origin}/site/policy.html`, status: 'complete' }),
      query: async () => [{ id: 1, windowId: 1, url: `${location.origin}/site/policy.html`, active: true }],
      create: async ({ url }) => void open(url),
      sendMessage: (tab, message, _, then) => answered(ask(message, tab), then),
      getCurrent: async () => ({ id: tabId }),
    }),
    scripting: over({
      insertCSS: async () => undefined,
      executeScript: ({ target, func, args, files }) =>
        new Promise((resolve) => {
          const id = `${me}-run-${Math.random()}`;
          waiting.set(id, (reply) => resolve(reply));
          send('run', { id, tab: target.tabId, script: { func: func?.toString(), args, files } });
        }),
      getRegisteredContentScripts: async () => [],
    }),
    extension: over({ isAllowedFileSchemeAccess: async () => false, getViews: () => [] }),
  });
  globalThis.standIn = true;
})();
