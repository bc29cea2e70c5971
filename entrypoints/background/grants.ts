import { browser } from '../../lib/browser';

const scriptId = 'granted-sites';

/**
 * Has the detector run on the sites that the reader granted beside the government's own. Called when the background
 * starts to work and whenever a grant comes or goes.
 */
export async function followGrants(): Promise<void> {
  const { host_permissions: own = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !own.includes(origin));
  const [there] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const same = there?.matches?.slice().sort().join() === matches.slice().sort().join();
  if (there && !same) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (!matches.length || (there && same)) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      js: ['content-scripts/detector.js'],
      matches,
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
