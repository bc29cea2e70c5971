import { mathText } from '../docx/math';
import { textOf, type XmlElement } from '../xml';

/** A formula of rich text: groups named as the elements of Office Math are, with an m before (`{\mf{\mnum…}{\mden…}}`). */
export class RtfMath {
  private readonly stack: { name: string; children: XmlElement[] }[] = [{ name: 'oMath', children: [] }];

  open(): void {
    this.stack.push({ name: '', children: [] });
  }

  /** The first word of a group is its name; further ones say how it looks. */
  word(word: string): void {
    const group = this.stack.at(-1)!;
    if (group.name === '') group.name = word.slice(1);
  }

  text(text: string): void {
    this.stack.at(-1)!.children.push({ name: 't', attributes: {}, children: [text] });
  }

  /** @returns the whole in a line, at the end of its own group; null before */
  close(): string | null {
    const { name, children } = this.stack.pop()!;
    const parent = this.stack.at(-1);
    const group: XmlElement = { name, attributes: {}, children };
    if (!parent) return mathText(group);
    // What a property holds is its value.
    parent.children.push(/Pr$/.test(parent.name) ? { ...group, attributes: { val: textOf(group).trim() } } : group);
    return null;
  }
}
