import { opensAt } from '../text/chars';
import type { Stretch } from '../text/strand';
import { type AskedPerson, askedPersons, inHisStead } from './asked-persons';
import { asksForUnits, isKnown, takesPart, type Word, wordsOf } from './closing-words';
import { closingsOf } from './closings';
import { type LabelMeaning, labelByForm, labelMeaning } from './labels';
import { type Legend, legendOf } from './legend';
import { suggestedRole } from './morphemes';
import type { Paragraph } from './paragraphs';
import { recordLabels } from './record-labels';
import type { Role } from './types';

/** A role word that a document uses and no list holds. */
export interface LearnedRole {
  readonly role: Role;
  /** 0 to 1: how sure, by how often the document says so and by what its morphemes say. */
  readonly certainty: number;
}

/**
 * The words by which one document divides its work, beside those of the genre: whatever closes three or more items in the
 * same way and holds organs *is* its division of work. Built once for a document, before anything is read.
 */
export interface Grammar {
  /** Words before a colon or its like: 承接单位. */
  readonly labels: ReadonlyMap<string, LabelMeaning>;
  /** Words behind units: 跟进, 抓总. */
  readonly tails: ReadonlyMap<string, LearnedRole>;
  /** Signs that it explains: ☆为牵头单位. */
  readonly legend: Legend;
}

/** The genre's own words and no others. */
export const genre: Grammar = { labels: new Map(), tails: new Map(), legend: new Map() };

/** What a label means here: by the genre's lists, else by the document's own use. */
export function meaningOf(label: string, grammar: Grammar): LabelMeaning | null {
  const own = labelMeaning(label);
  // 责任人 asks for a person, but where a paper names units behind it.
  return own && own.kind !== 'person' ? own : (grammar.labels.get(label.replace(/\s/g, '')) ?? own);
}

/** A word seen fewer times than this is no habit of a document. */
const habit = 3;
/** A label that asks for units by its form needs to be seen only so often. */
const formed = 2;

/** What closings say, counted: each word once a paragraph. */
class Tally {
  private readonly labels = new Map<string, number>();
  private readonly tails = new Map<string, number>();
  /** How often a word stands where who leads is said: see `Word`. */
  private readonly ahead = new Map<string, number>();
  /** How often a word stands behind who leads. */
  private readonly behind = new Map<string, number>();

  /** Closings in brackets or behind a sign that divide work. */
  private setOff = 0;
  /** Words that stand in such closings. */
  private readonly inSetOff = new Set<string>();
  /** Labels of persons with units behind them, and whether the document has labels for units beside. */
  private readonly persons: AskedPerson[] = [];
  private hasUnits = false;
  /** The label of the line before, where nothing but its list stood there. */
  private above: string | null = null;

  see(paragraph: Paragraph): void {
    const { above } = this;
    this.above = null;
    const seen = new Set<string>();
    for (const label of recordLabels(paragraph.strand)) this.count(this.labels, label);
    this.persons.push(...askedPersons(paragraph.strand));
    for (const closing of closingsOf(paragraph)) {
      this.hasUnits ||= asksForUnits(closing);
      const known = isKnown(closing);
      const words = known ? [] : wordsOf(closing);
      if (isSetOff(closing) && (known || words.length)) this.setOff++;
      if (!known) this.learn(closing, words, { above, seen });
      else if (above !== null && closing.start === 0 && takesPart(closing)) this.count(this.ahead, above);
    }
  }

  /** Counts the unknown words of a closing, each once a paragraph. */
  private learn(
    closing: Stretch,
    words: readonly Word[],
    { above, seen }: { readonly above: string | null; readonly seen: Set<string> },
  ): void {
    for (const { word, isLabel, isAhead, isBehind } of words) {
      if (closing.start === 0 && isLabel) {
        this.above = word;
        // 先行单位：甲局 over 搭手单位：乙局: where the line below says who takes part, this one says who leads.
        if (above !== null && above !== word && helps(word)) this.count(this.ahead, above);
      }
      if (seen.has(word)) continue;
      seen.add(word);
      this.count(isLabel ? this.labels : this.tails, word);
      if (isSetOff(closing)) this.inSetOff.add(word);
      if (isAhead) this.count(this.ahead, word);
      if (isBehind) this.count(this.behind, word);
    }
  }

  private count(counts: Map<string, number>, word: string): void {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }

  grammar(legend: Legend): Grammar {
    const labels = new Map<string, LabelMeaning>();
    for (const [label, times] of this.labels) {
      const meaning = labelByForm(label);
      if (times < (meaning ? formed : habit)) continue;
      const { role, clear } = this.roleOf(label, times);
      const guessed = sureness(times, clear);
      const kind = clear || !meaning ? role : meaning.kind;
      labels.set(label, meaning ? { ...meaning, kind, guessed } : { kind, mixed: false, persons: false, guessed });
    }
    const persons = { mixed: false, persons: true, guessed: inHisStead };
    if (!this.hasUnits && this.persons.length >= formed)
      for (const { label, role } of this.persons) labels.set(label, { ...persons, kind: role });
    const tails = this.tailsOf();
    return labels.size || tails.size || legend.size ? { labels, tails, legend } : genre;
  }

  /** Words behind units with what they mean here. */
  private tailsOf(): Map<string, LearnedRole> {
    const tails = new Map<string, LearnedRole>();
    for (const [tail, times] of this.tails) {
      const { role, clear } = this.roleOf(tail, times);
      if (role === 'none') continue;
      if (times >= (clear ? formed : habit)) tails.set(tail, { role, certainty: sureness(times, clear) });
      // Where all items close in brackets or behind a dash, what stands in one of them divides work, whatever the word.
      else if (this.setOff >= habit && this.inSetOff.has(tail) && (clear || takesOn.test(tail)))
        tails.set(tail, { role, certainty: clear ? sureness(1, true) : once });
    }
    return tails;
  }

  /**
   * By its morphemes; where they say nothing, a word that mostly stands ahead of who takes part says who leads, and one that mostly stands
   * behind who leads says who takes part.
   */
  private roleOf(word: string, times: number): { role: Role | 'none'; clear: boolean } {
    const said = suggestedRole(word);
    const mostly = (count = 0): boolean => !said.clear && count >= formed && count * 3 >= times * 2;
    if (mostly(this.ahead.get(word))) return { role: 'lead', clear: true };
    return mostly(this.behind.get(word)) ? { role: 'participant', clear: false } : said;
  }
}

/** How sure a word is that a document uses once, where its like divide work throughout. */
const once = 0.65;
/** 管, 共同担: of words whose parts say no role those by which somebody takes a thing on; 免报 and 数据 are none. */
const takesOn = /^(?:共同?|具体|分头|一起|一同)?[管抓办做担扛]$/;

/** In a bracket, or behind a dash or an arrow: …，9月底前建成——县财政局管. */
const isSetOff = ({ strand: { text }, start }: Stretch): boolean =>
  start > 0 && (opensAt(text, start - 1) || '—–→⇒➔…|'.includes(text[start - 1]!));

/** The parts of a word say that whoever stands behind it takes part. */
function helps(word: string): boolean {
  const { role, clear } = suggestedRole(word);
  return clear && role === 'participant';
}

/** A habit is nearly as sure as a word of the lists where its morphemes say the role; a word by itself is so at 0.8. */
const sureness = (times: number, clear: boolean): number =>
  clear ? Math.min(0.95, 0.8 + 0.02 * times) : Math.min(0.78, 0.6 + 0.04 * times);

/** Paragraphs that are looked at in one step. */
const STEP = 64;

/** The grammar of a document, in steps. Cost: linear in its closings. */
export function* grammarOf(paragraphs: readonly Paragraph[]): Generator<void, Grammar, void> {
  const tally = new Tally();
  for (const [at, paragraph] of paragraphs.entries()) {
    if (!paragraph.cell && !paragraph.furniture) tally.see(paragraph);
    if (at % STEP === STEP - 1) yield;
  }
  return tally.grammar(legendOf(paragraphs.map(({ strand }) => strand)));
}
