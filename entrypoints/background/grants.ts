import { browser } from '../../lib/browser';

const scriptId = 'granted-sites';
const js = ['content-scripts/detector.js'];

/**
 * Has the detector run on the sites that the reader granted beside the government's own. Called when the background
 * starts to work and whenever a grant comes or goes.
 */
export function followGrants(): Promise<void> {
  following = following.then(follow, follow);
  return following;
}

/** Grants come and go in quick succession, and a registration takes a while: one after another. */
let following: Promise<void> = Promise.resolve();

async function follow(): Promise<void> {
  const { host_permissions: own = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !own.includes(origin));
  const [there] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  const same = there?.matches?.slice().sort().join() === matches.slice().sort().join();
  if (there && !matches.length) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
  else if (there && !same) await browser.scripting.updateContentScripts([{ id: scriptId, js, matches }]);
  if (there || !matches.length) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      js,
      matches,
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
  ]);
}
