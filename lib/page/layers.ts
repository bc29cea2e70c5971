import type { Mark } from '../paint/types';
import type { DomText, Span } from '../text/types';

/** The same text printed a second time (the original pages beside the reading text); its offsets are the session's. */
export interface PageLayer {
  /** The text was read anew: offsets of before are void. Null: there is none any more. */
  setText(text: DomText | null): void;
  /** Replaces all marks of the layer. */
  paint(marks: readonly Mark[]): void;
  /** Brings a passage into view, unless it is. */
  bring(span: Span): void;
  /** Brings a passage into view and flashes it; false where the layer does not print it. */
  reveal(span: Span): boolean;
  /** The passage selected in the layer; null where the selection is elsewhere or there is none. */
  selected(): Span | null;
  /** Offset of the character printed at a point of the viewport; null where there is none of the layer's. */
  characterAt(x: number, y: number): number | null;
}

/** The layers on a session; with none of them everything here does nothing. */
export class Layers {
  private readonly all = new Set<PageLayer>();
  private text: DomText | null = null;
  private marks: readonly Mark[] = [];

  /** @returns takes the layer off again. */
  add(layer: PageLayer): () => void {
    this.all.add(layer);
    layer.setText(this.text);
    layer.paint(this.marks);
    return () => {
      if (this.all.delete(layer)) layer.setText(null);
    };
  }

  setText(text: DomText | null): void {
    this.text = text;
    this.marks = [];
    for (const layer of this.all) layer.setText(text);
  }

  paint(marks: readonly Mark[]): void {
    this.marks = marks;
    for (const layer of this.all) layer.paint(marks);
  }

  bring(span: Span): void {
    for (const layer of this.all) layer.bring(span);
  }

  reveal(span: Span): boolean {
    let shown = false;
    for (const layer of this.all) shown = layer.reveal(span) || shown;
    return shown;
  }

  selected(): Span | null {
    return this.first((layer) => layer.selected());
  }

  characterAt(x: number, y: number): number | null {
    return this.first((layer) => layer.characterAt(x, y));
  }

  private first<T>(ask: (layer: PageLayer) => T | null): T | null {
    for (const layer of this.all) {
      const found = ask(layer);
      if (found !== null) return found;
    }
    return null;
  }
}
