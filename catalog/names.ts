import type { NameDeclaration, NameFacts } from './items/filed-name.ts';

/**
 * The whole name out of its parts (企业名称登记管理规定 第六条). A division word that does not head the name stands
 * in full-width brackets.
 */
export function fullName({
  division = '',
  divisionPosition = 'head',
  zone = '',
  tradeName,
  industry,
  form,
}: NameFacts): string {
  const place = division + zone;
  const trade = industry?.word ?? '';
  if (place === '' || divisionPosition === 'head') return place + tradeName + trade + form;
  return divisionPosition === 'after-trade-name'
    ? `${tradeName}（${place}）${trade}${form}`
    : `${tradeName}${trade}（${place}）${form}`;
}

export const declares = (name: NameFacts, declaration: NameDeclaration): boolean =>
  name.declares?.includes(declaration) ?? false;
