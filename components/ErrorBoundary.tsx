import { Component, type ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Button } from './ui/Button';
import './error-boundary.css';

export interface ErrorBoundaryProps {
  readonly onError: (error: unknown) => void;
  readonly children: ComponentChildren;
}

interface State {
  /** null: all is well; else what stood in fields of the page when it broke, by label. */
  readonly typed: readonly { readonly label: string; readonly text: string }[] | null;
}

/** Round a whole surface: should drawing it fail, it says so and shows what was typed and perhaps not kept, to be copied. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { typed: null };

  override componentDidCatch(error: unknown): void {
    // The page still stands as it was: what broke has not been taken out yet.
    this.setState({ typed: typedOn(document) });
    this.props.onError(error);
  }

  override render() {
    const { typed } = this.state;
    if (typed === null) return this.props.children;
    return (
      <main class="broken">
        <h1>{i18n.t('diagnostics.broken')}</h1>
        <p role="alert">{i18n.t('diagnostics.brokenWhy')}</p>
        {typed.length > 0 && <h2>{i18n.t('diagnostics.typed')}</h2>}
        {typed.map(({ label, text }, index) => (
          <label key={`${index}${label}`}>
            <span class="field-label">{label}</span>
            <textarea class="input" readOnly rows={3} value={text} />
          </label>
        ))}
        <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
          {i18n.t('diagnostics.again')}
        </Button>
      </main>
    );
  }
}

function typedOn(page: Document): { label: string; text: string }[] {
  const fields = page.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(
    'textarea, input:not([type]), input[type="text"], input[type="search"]',
  );
  return [...fields]
    .filter(({ value }) => value.trim() !== '')
    .map((field) => ({
      label: field.getAttribute('aria-label') ?? field.labels?.[0]?.textContent ?? field.placeholder,
      text: field.value,
    }));
}
