import '../../lib/older';
import { render } from 'preact';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { applyTheme } from '../../components/theme/theme';
import { browser } from '../../lib/browser';
import { note, noteUncaught } from '../../lib/diagnostics';
import { settings } from '../../lib/settings';
import { PopupPage } from './PopupPage';

noteUncaught('popup');

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
document.documentElement.lang = browser.i18n.getUILanguage();

const root = document.getElementById('app');
if (root)
  render(
    <ErrorBoundary onError={(error) => void note('popup', error)}>
      <PopupPage />
    </ErrorBoundary>,
    root,
  );
