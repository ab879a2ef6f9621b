import type { ClaimedName } from '../lib/domain/registration/register-change.ts';
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

export const claimedNameOf = (name: NameFacts): ClaimedName => ({
  tradeName: name.tradeName,
  name: fullName(name),
  ...(name.industry !== undefined && { industry: name.industry.class }),
});

export const declares = (name: NameFacts, declaration: NameDeclaration): boolean =>
  name.declares?.includes(declaration) ?? false;

/** The name as the register keeps it with the enterprise. */
export const registeredName = (name: NameFacts) => ({
  name: fullName(name),
  tradeName: name.tradeName,
  ...(name.industry !== undefined && { industry: name.industry.class }),
});
