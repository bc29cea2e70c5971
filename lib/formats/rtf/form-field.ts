/** A form field of the old kind, as its group tells it part by part (`\*\formfield`). */
export class FormField {
  private kind = 0;
  private result = 25;
  private first = 0;
  private readonly entries: string[] = [];
  private text = '';

  /** Numbers: its kind (0 text, 1 box, 2 list), what is chosen, what was at first. */
  word(word: string, value: number | null): boolean {
    if (word === 'fftype') this.kind = value ?? 0;
    else if (word === 'ffres') this.result = value ?? 0;
    else if (word === 'ffdefres') this.first = value ?? 0;
    else return false;
    return true;
  }

  /** @param part `ffl` of an entry, `ffdeftext` of the text that it begins with */
  add(part: string, text: string): void {
    if (part === 'ffl') this.entries.push(text.trim());
    else if (part === 'ffdeftext') this.text = text.trim();
  }

  get value(): string {
    // 25: as it was at first.
    const chosen = this.result === 25 ? this.first : this.result;
    if (this.kind === 2) return this.entries[chosen] ?? '';
    return this.kind === 1 ? (chosen ? '☑' : '□') : this.text;
  }
}
