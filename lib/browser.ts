/** The one seam to the browser's API: everything else imports `browser` from here, and tests replace this module. */
export { browser } from 'wxt/browser';
