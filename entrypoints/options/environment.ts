import { i18n } from '#i18n';
import type { Environment } from '../../components/options/Diagnostics';
import { browser } from '../../lib/browser';
import type { Fault } from '../../lib/diagnostics';

interface Brands {
  readonly brands: readonly { readonly brand: string; readonly version: string }[];
}

/** What this copy runs on. Names of functions stand as they do in the browsers' own manuals. */
export function environment(): Environment {
  const { version } = browser.runtime.getManifest();
  const { brands = [] } = (navigator as { userAgentData?: Brands }).userAgentData ?? { brands: [] };
  const kernel = /(?:Chrome|Firefox)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? navigator.userAgent;
  const named = brands
    .filter(({ brand }) => !/Not.?A.?Brand/i.test(brand))
    .map((each) => `${each.brand} ${each.version}`);
  const scope = globalThis as unknown as Record<string, unknown>;
  const api = browser as unknown as Record<string, unknown>;
  return {
    facts: [
      [i18n.t('diagnostics.version'), version],
      [i18n.t('diagnostics.kernel'), kernel],
      [i18n.t('diagnostics.browser'), named.join(', ') || navigator.userAgent],
      [i18n.t('diagnostics.system'), navigator.platform],
      [i18n.t('diagnostics.language'), browser.i18n.getUILanguage()],
    ],
    features: [
      ['Side panel', 'sidePanel' in api || 'sidebarAction' in api],
      ['CSS Custom Highlight', 'Highlight' in scope],
      ['Popover', 'popover' in HTMLElement.prototype],
      ['Container queries', CSS.supports('container-type: inline-size')],
      ['color-mix()', CSS.supports('color: color-mix(in srgb, red, blue)')],
      ['IntersectionObserver v2', 'isVisible' in IntersectionObserverEntry.prototype],
      ['WebAssembly', 'WebAssembly' in scope],
    ],
  };
}

/** What is saved to be attached: all that the page shows of it, and nothing else. */
export const report = (faults: readonly Fault[]): Blob =>
  new Blob([JSON.stringify({ format: 'dutymark-diagnostics', ...environment(), faults }, null, 2)], {
    type: 'application/json',
  });
