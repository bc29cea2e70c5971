import '../../lib/older';
import { render } from 'preact';
import { i18n } from '#i18n';
import { HelpView } from '../../components/help/HelpView';
import { applyTheme } from '../../components/theme/theme';
import { browser } from '../../lib/browser';
import { settings } from '../../lib/settings';

settings.theme.getValue().then(
  (theme) => applyTheme(theme),
  () => undefined,
);
settings.theme.watch((theme) => applyTheme(theme));

document.documentElement.lang = browser.i18n.getUILanguage();
document.title = `${i18n.t('help.title')} · ${i18n.t('app.name')}`;

/** The tour is the sample with its hints, which stand there again. */
const openTour = async () => {
  await settings.readerHint.setValue(true);
  location.assign('/reader.html?sample');
};

const root = document.getElementById('root');
if (root) {
  render(
    <HelpView
      onTour={() => void openTour()}
      onTasks={() => location.assign('/tasks.html')}
      onOptions={() => void browser.runtime.openOptionsPage()}
    />,
    root,
  );
}
