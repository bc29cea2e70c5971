import '../../lib/older';
import { render } from 'preact';
import { i18n } from '#i18n';
import { applyTheme } from '../../components/theme/theme';
import { browser } from '../../lib/browser';
import { settings } from '../../lib/settings';
import { followTab } from './activeTab';
import { SidePanel } from './SidePanel';
import './sidepanel.css';

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
settings.theme.watch((theme) => applyTheme(theme));

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = i18n.t('app.name');

const root = document.getElementById('app');
if (root) followTab(location.search, (tabId) => render(<SidePanel tabId={tabId} />, root));
