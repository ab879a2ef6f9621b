/** 第四十七条, 第四十七条第一款, 第六条第一项, 第八条第一款第三项: one article, a paragraph or an item of it. */
const ARTICLE =
  /^第[一二三四五六七八九十百千零]+条(?:第[一二三四五六七八九十]+款)?(?:第[一二三四五六七八九十]+项)?$/;

/** True for a text that names one article of a law, or a paragraph or an item of one. */
export const isArticle = (text: string): boolean => ARTICLE.test(text);

const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** The number of the article that a text names: 178 for `第一百七十八条第一款`. */
export function articleNumber(text: string): number {
  let number = 0;
  let digit = 0;
  for (const character of text.slice(1, text.indexOf('条'))) {
    const unit = UNITS[character];
    if (unit === undefined) digit = '零一二三四五六七八九'.indexOf(character);
    else {
      /* 十五 is written without the one before its ten. */
      number += (digit || 1) * unit;
      digit = 0;
    }
  }
  return number + digit;
}

/** An item without a paragraph stands in the only paragraph its article has. */
const inFull = (text: string): string =>
  text.replace(/条(第.+项)$/, (rest, item: string) => (item.includes('款') ? rest : `条第一款${item}`));

/** True where one text names the same as the other, or the whole of which the other names a part. */
export const overlap = (one: string, other: string): boolean =>
  inFull(one).startsWith(inFull(other)) || inFull(other).startsWith(inFull(one));
