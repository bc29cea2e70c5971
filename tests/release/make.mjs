/** Everything a release consists of, as bytes by name: nothing here writes, asks the hour or reads the machine. */
import { createHash } from 'node:crypto';
import { withManifest, zip } from './archive.mjs';
import { extensionId, manifestKey, packCrx } from './crx.mjs';
import { adminGuide, clerkGuide } from './guide.mjs';
import { chromiumPolicy, firefoxPolicy, geckoUpdates, NO_BASE, registryPolicy, updateManifest } from './policies.mjs';

const bytes = (text) => (typeof text === 'string' ? new TextEncoder().encode(text) : new Uint8Array(text));
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/**
 * @param from `chrome`, `firefox`: files of the built extensions; `sources`: files that a store's reviewer builds from;
 *   `pictures`: for the guide; `store`: texts for the stores; `pem`: the key; `base`: where the house will serve the files from, without a slash at its
 *   end; `bill`, `licences`, `changes`: texts.
 * @returns `{files, id, version}`, files by path in the release.
 */
export function makeRelease({
  chrome,
  firefox,
  sources,
  pictures,
  store = {},
  pem,
  base = NO_BASE,
  bill,
  licences,
  changes,
}) {
  const manifest = JSON.parse(new TextDecoder().decode(chrome['manifest.json']));
  const geckoId = JSON.parse(new TextDecoder().decode(firefox['manifest.json'])).browser_specific_settings.gecko.id;
  const { version } = manifest;
  const id = extensionId(pem);
  const name = (ending) => `dutymark-${version}${ending}`;

  // The store gives keys and addresses of its own, and refuses those of others.
  const keyed = withManifest(chrome, (own) => ({ ...own, key: manifestKey(pem) }));
  const hosted = withManifest(keyed, (own) => ({ ...own, update_url: `${base}/update.xml` }));
  const crx = packCrx(zip(hosted), pem);
  const hostedGecko = withManifest(firefox, (own) => ({
    ...own,
    browser_specific_settings: {
      ...own.browser_specific_settings,
      gecko: {
        ...own.browser_specific_settings.gecko,
        ...(base !== NO_BASE && { update_url: `${base}/updates.json` }),
      },
    },
  }));
  const xpi = zip(hostedGecko);
  const where = { id, geckoId, version, base };

  const offline = {
    '安装说明.html': bytes(clerkGuide({ version, crx: name('.crx'), xpi: name('.xpi') })),
    '更新内容.txt': bytes(`${changes}\n`),
    [name('.crx')]: crx,
    [name('.xpi')]: xpi,
    ...inFolder('图片', pictures),
    ...inFolder('dutymark', keyed),
  };
  const files = {
    [name('-chrome.zip')]: zip(chrome),
    [name('-firefox.zip')]: zip(firefox),
    [name('-sources.zip')]: zip(sources),
    [name('.crx')]: crx,
    [name('.xpi')]: xpi,
    [name('-offline.zip')]: zip(inFolder('政笺', offline)),
    ...inFolder('offline', offline),
    'update.xml': bytes(updateManifest({ ...where, file: name('.crx') })),
    'updates.json': bytes(geckoUpdates({ ...where, file: name('.xpi'), digest: sha256(xpi) })),
    'policies/管理员说明.html': bytes(adminGuide({ ...where, known: base !== NO_BASE })),
    'policies/chrome.json': bytes(chromiumPolicy(where)),
    'policies/edge.json': bytes(chromiumPolicy(where)),
    'policies/chrome.reg': bytes(registryPolicy('chrome', where)),
    'policies/edge.reg': bytes(registryPolicy('edge', where)),
    'policies/firefox/policies.json': bytes(firefoxPolicy({ ...where, file: name('.xpi') })),
    'policies/managed-schema.json': chrome['managed-schema.json'],
    ...inFolder('store', store),
    'sbom.cdx.json': bytes(`${JSON.stringify(bill, null, 2)}\n`),
    'licences.txt': bytes(licences),
  };
  return { files: { ...files, SHA256SUMS: bytes(sums(files)) }, id, version };
}

const inFolder = (folder, files) =>
  Object.fromEntries(Object.entries(files).map(([path, data]) => [`${folder}/${path}`, data]));

/** As `sha256sum -c` reads it. */
const sums = (files) =>
  Object.keys(files)
    .sort()
    .map((path) => `${sha256(files[path])}  ${path}\n`)
    .join('');
