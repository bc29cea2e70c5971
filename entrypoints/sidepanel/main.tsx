import '../../lib/older';
import { render } from 'preact';
import { i18n } from '#i18n';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { applyTheme } from '../../components/theme/theme';
import { keepFocus } from '../../components/ui/keepFocus';
import { browser } from '../../lib/browser';
import { note, noteUncaught } from '../../lib/diagnostics';
import { settings } from '../../lib/settings';
import { followTab } from './activeTab';
import { SidePanel } from './SidePanel';
import './sidepanel.css';

noteUncaught('sidepanel');
keepFocus();

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
settings.theme.watch((theme) => applyTheme(theme));

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = i18n.t('app.name');

const root = document.getElementById('app');
if (root)
  followTab(location.search, (tabId) =>
    render(
      <ErrorBoundary onError={(error) => void note('sidepanel', error)}>
        <SidePanel tabId={tabId} />
      </ErrorBoundary>,
      root,
    ),
  );
