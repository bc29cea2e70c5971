import { i18n } from '#i18n';
import { panelKeyLines } from '../panel/key-lines';
import { type KeyLine, KeyList } from '../records/KeyList';
import { listKeyLines } from '../tasks/key-lines';
import { Button } from '../ui/Button';
import './help-view.css';

export interface HelpViewProps {
  /** The sample, with what a newcomer has to know. */
  readonly onTour: () => void;
  readonly onTasks: () => void;
  readonly onOptions: () => void;
}

/** What one comes for, each with its steps and, where it has one, its picture; the pictures are made by `npm run screenshots`. */
const ways = [
  { key: 'duties', steps: 5, picture: 'panel' },
  { key: 'month', steps: 4, picture: 'tasks' },
  { key: 'follow', steps: 6, picture: null },
  { key: 'ledger', steps: 5, picture: 'ledger' },
  { key: 'report', steps: 3, picture: null },
  { key: 'page', steps: 5, picture: 'page' },
] as const;

const questions = ['quiet', 'wrong', 'passed', 'unit', 'lost', 'private', 'move', 'versions'] as const;

/** A wording whose key is made of a way and a number; the locales' test makes sure that each has one. */
const word = (key: string): string => i18n.t(key as 'help.title');

/** The help: in the extension, without any network. */
export function HelpView({ onTour, onTasks, onOptions }: HelpViewProps) {
  return (
    <main class="help">
      <header class="help-head">
        <h1>{i18n.t('help.title')}</h1>
        <p>{i18n.t('help.intro')}</p>
        <p class="help-actions">
          <Button variant="primary" icon="bookOpen" onClick={onTour}>
            {i18n.t('help.tour')}
          </Button>
          <Button icon="listTodo" onClick={onTasks}>
            {i18n.t('help.tasks')}
          </Button>
          <Button icon="settings" onClick={onOptions}>
            {i18n.t('help.options')}
          </Button>
        </p>
      </header>
      <nav class="help-nav" aria-label={i18n.t('help.contents')}>
        <ul>
          {ways.map(({ key }) => (
            <li key={key}>
              <a href={`#${key}`}>{word(`help.way.${key}.title`)}</a>
            </li>
          ))}
          <li>
            <a href="#keys">{i18n.t('records.keys.title')}</a>
          </li>
          <li>
            <a href="#questions">{i18n.t('help.questions')}</a>
          </li>
        </ul>
      </nav>
      {ways.map((way) => (
        <Way key={way.key} way={way} />
      ))}
      <section id="keys" class="help-part">
        <h2>{i18n.t('records.keys.title')}</h2>
        <p>{i18n.t('records.keys.note')}</p>
        <div class="help-keys">
          <Keys title={i18n.t('panel.name')} lines={panelKeyLines()} />
          <Keys title={i18n.t('tasks.heading')} lines={listKeyLines()} />
        </div>
      </section>
      <section id="questions" class="help-part">
        <h2>{i18n.t('help.questions')}</h2>
        <dl class="help-questions">
          {questions.map((key) => (
            <div key={key}>
              <dt>{i18n.t(`help.question.${key}.asked`)}</dt>
              <dd>{i18n.t(`help.question.${key}.answer`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </main>
  );
}

function Way({ way }: { readonly way: (typeof ways)[number] }) {
  const { key, steps, picture } = way;
  return (
    <section id={key} class="help-part">
      <h2>{word(`help.way.${key}.title`)}</h2>
      <ol class="help-steps">
        {Array.from({ length: steps }, (_, at) => (
          <li key={at}>{word(`help.way.${key}.step${at + 1}`)}</li>
        ))}
      </ol>
      {picture && (
        <img class="help-picture" src={`/help/${picture}.jpg`} alt={word(`help.picture.${picture}`)} loading="lazy" />
      )}
    </section>
  );
}

function Keys({ title, lines }: { readonly title: string; readonly lines: readonly KeyLine[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <KeyList lines={lines} />
    </section>
  );
}
