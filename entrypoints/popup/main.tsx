import '../../lib/older';
import { render } from 'preact';
import { applyTheme } from '../../components/theme/theme';
import { browser } from '../../lib/browser';
import { settings } from '../../lib/settings';
import { PopupPage } from './PopupPage';

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
document.documentElement.lang = browser.i18n.getUILanguage();

const root = document.getElementById('app');
if (root) render(<PopupPage />, root);
