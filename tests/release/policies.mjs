/** Samples of what an administrator puts on the computers: where the extension comes from, and what is set in it. */

/** Where nothing better is known; the pages that go with it say to replace it. */
export const NO_BASE = 'https://dutymark.invalid';

/** An invented office: to be replaced by the house's own. The fields are those of `public/managed-schema.json`. */
export const SAMPLE = {
  unit: '临澜县司法局',
  region: '清河市临澜县',
  aliases: ['县司法局'],
  sites: ['oa.linlan.example'],
  keepFiles: 'yes',
};

/** Chromium's list of what there is: the newest version, and where. */
export const updateManifest = ({ id, version, base, file }) => `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${base}/${file}" version="${version}" />
  </app>
</gupdate>
`;

/** Firefox's. */
export const geckoUpdates = ({ geckoId, version, base, file, digest }) =>
  json({
    addons: { [geckoId]: { updates: [{ version, update_link: `${base}/${file}`, update_hash: `sha256:${digest}` }] } },
  });

/**
 * The policy for Chrome, Chromium and Edge as those of Linux read it, in a file of the managed folder. `override_update_url`:
 * newer versions come from the same place as the first.
 */
export const chromiumPolicy = ({ id, base, managed = SAMPLE }) =>
  json({
    ExtensionInstallForcelist: [`${id};${base}/update.xml`],
    ExtensionSettings: settingsFor(id, base),
    '3rdparty': { extensions: { [id]: managed } },
  });

const settingsFor = (id, base) => ({
  [id]: {
    installation_mode: 'force_installed',
    update_url: `${base}/update.xml`,
    override_update_url: true,
    toolbar_pin: 'force_pinned',
  },
});

const KEYS = { chrome: 'Google\\Chrome', edge: 'Microsoft\\Edge' };

/** The same for Windows, as a file of the registry: UTF-16 with a mark at its head, or Chinese is lost. */
export function registryPolicy(browser, { id, base, managed = SAMPLE }) {
  const root = `HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${KEYS[browser]}`;
  const quoted = (text) => `"${String(text).replace(/[\\"]/g, '\\$&')}"`;
  const settings = settingsFor(id, base);
  if (browser === 'edge') for (const each of Object.values(settings)) delete each.toolbar_pin;
  const lines = ['Windows Registry Editor Version 5.00', ''];
  const key = (path, values) => lines.push(`[${root}${path}]`, ...values, '');
  key('', [`"ExtensionSettings"=${quoted(JSON.stringify(settings))}`]);
  key('\\ExtensionInstallForcelist', [`"1"=${quoted(`${id};${base}/update.xml`)}`]);
  const policy = `\\3rdparty\\extensions\\${id}\\policy`;
  const single = Object.entries(managed).filter(([, value]) => !Array.isArray(value));
  key(
    policy,
    single.map(([name, value]) =>
      typeof value === 'boolean' ? `"${name}"=dword:0000000${Number(value)}` : `"${name}"=${quoted(value)}`,
    ),
  );
  for (const [name, value] of Object.entries(managed)) {
    if (Array.isArray(value))
      key(
        `${policy}\\${name}`,
        value.map((each, at) => `"${at + 1}"=${quoted(each)}`),
      );
  }
  return Buffer.from(`\ufeff${lines.join('\r\n')}`, 'utf16le');
}

/** Firefox's `policies.json`, with what is set in the extension. */
export const firefoxPolicy = ({ geckoId, base, file, managed = SAMPLE }) =>
  json({
    policies: {
      ExtensionSettings: {
        [geckoId]: { installation_mode: 'force_installed', install_url: `${base}/${file}`, default_area: 'navbar' },
      },
      '3rdparty': { Extensions: { [geckoId]: managed } },
    },
  });

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
