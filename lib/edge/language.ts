export type Language = 'zh-CN' | 'en';

/** The better liked of the two languages we speak (RFC 9110 §12.5.4); Chinese where nothing is said. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const liked = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { tag: tag.trim(), quality: quality === undefined ? 1 : Number(quality) };
  });
  const likes = (language: string): number =>
    Math.max(
      0,
      ...liked
        .filter(({ tag }) => tag === language || tag.startsWith(`${language}-`))
        .map(({ quality }) => quality || 0),
    );
  return likes('en') > likes('zh') ? 'en' : 'zh-CN';
}

export const inLanguage = (text: { readonly zh: string; readonly en: string }, language: Language): string =>
  language === 'en' ? text.en : text.zh;

/** Puts values into a text: `{name}` becomes the value called `name`, a list is joined as the language does. */
export const fillIn = (
  template: string,
  values: Readonly<Record<string, unknown>>,
  language: Language = 'zh-CN',
): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return whole;
    return Array.isArray(value) ? value.join(language === 'en' ? ', ' : '、') : String(value);
  });
