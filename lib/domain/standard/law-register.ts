import type { PlainDate } from '../time/plain-date.ts';
import { articleNumber, isArticle, overlap } from './article-text.ts';
import type { Article, Bilingual, Confidence } from './provenance.ts';

/** One text of a law as it held for a time; `validTo` is exclusive. */
export interface LawText {
  readonly law: string;
  readonly edition: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  /** The article by which it ended. */
  readonly endedBy?: Article;
  /** Days from which amendments of this text hold; an article they touched holds from such a day. */
  readonly amended?: readonly PlainDate[];
  /** The number of its last article, where that is known. */
  readonly articles?: number;
  /** The last article our copy holds, where that is not all of them. */
  readonly readTo?: number;
  readonly confidence: Confidence;
}

/** An article that stands in its law but gives way to a higher or newer one. */
export interface SupersededArticle {
  readonly law: string;
  readonly article: string;
  readonly since: PlainDate;
  readonly by: readonly Article[];
  /** For whom it gives way. */
  readonly subjectTypes: readonly string[];
  readonly what: Bilingual;
  readonly confidence: Confidence;
}

export interface LawRegister {
  readonly laws: readonly LawText[];
  readonly superseded: readonly SupersededArticle[];
}

export type ArticleFault =
  | 'malformed'
  | 'unregistered-law'
  | 'no-such-article'
  | 'marked-seen-but-not-read'
  | 'starts-on-another-day'
  | 'not-in-force'
  | 'lapsed'
  | 'superseded';

/** For whom and when articles are cited. */
export interface Citing {
  /** The day on which they have to hold. */
  readonly on: PlainDate;
  /** The day until which they have to hold on, `undefined` for good. */
  readonly until?: PlainDate | undefined;
  /** The subject types they are cited for, `undefined` for any. */
  readonly subjectTypes?: readonly string[] | undefined;
}

const textOf = ({ laws }: LawRegister, { law, validFrom }: Article): LawText | undefined =>
  laws.find(
    (text) =>
      text.law === law &&
      text.validFrom <= validFrom &&
      (text.validTo === undefined || validFrom < text.validTo),
  );

function numberFault({ article, confidence }: Article, text: LawText): ArticleFault | undefined {
  const number = articleNumber(article);
  if (text.articles !== undefined && number > text.articles) return 'no-such-article';
  const read = text.confidence === 'memory' ? 0 : (text.readTo ?? text.articles ?? 0);
  return confidence === 'seen' && number > read ? 'marked-seen-but-not-read' : undefined;
}

function timeFault(article: Article, text: LawText, { on, until }: Citing): ArticleFault | undefined {
  const { validFrom } = article;
  if (validFrom !== text.validFrom && !text.amended?.includes(validFrom)) return 'starts-on-another-day';
  if (validFrom > on) return 'not-in-force';
  const ends = [article.validTo, text.validTo].filter((day) => day !== undefined);
  return ends.some((end) => end <= on || until === undefined || end < until) ? 'lapsed' : undefined;
}

/** Who cites the whole cites the part that gave way, so either has to have its successor beside it. */
const isSuperseded = (
  { law, article }: Article,
  beside: readonly Article[],
  { superseded }: LawRegister,
  { on, until, subjectTypes }: Citing,
): boolean =>
  superseded.some(
    (entry) =>
      entry.law === law &&
      overlap(entry.article, article) &&
      (entry.since <= on || until === undefined || entry.since < until) &&
      (subjectTypes === undefined || entry.subjectTypes.some((type) => subjectTypes.includes(type))) &&
      !entry.by.some((heir) =>
        beside.some((other) => other.law === heir.law && overlap(other.article, heir.article)),
      ),
  );

/**
 * What is wrong with articles that are cited together, as the register of laws knows it; empty where nothing is.
 * For the catalog's tests: a rule that rests on a lapsed article must not be published.
 */
export const articleFaults = (
  cited: readonly Article[],
  register: LawRegister,
  citing: Citing,
): readonly (readonly [Article, ArticleFault])[] =>
  cited.flatMap((article) => {
    const faultsOf = (): readonly (ArticleFault | undefined)[] => {
      if (!isArticle(article.article)) return ['malformed'];
      const text = textOf(register, article);
      if (text === undefined)
        return [
          register.laws.some(({ law }) => law === article.law) ? 'starts-on-another-day' : 'unregistered-law',
        ];
      return [
        numberFault(article, text),
        timeFault(article, text, citing),
        isSuperseded(article, cited, register, citing) ? 'superseded' : undefined,
      ];
    };
    return faultsOf()
      .filter((fault) => fault !== undefined)
      .map((fault) => [article, fault] as const);
  });
