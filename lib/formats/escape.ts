export { escapeHtml } from '../text/escape';
