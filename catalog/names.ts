import type { ClaimedName } from '../lib/domain/registration/register-change.ts';
import type { NameDeclaration, NameFacts } from './items/filed-name.ts';

/**
 * The whole name out of its parts (企业名称登记管理规定 第六条、第十二条第三款、第十四条). A division word that does not
 * head the name stands in full-width brackets.
 */
export function fullName({
  division = '',
  divisionPosition = 'head',
  zone = '',
  tradeName,
  industry,
  china,
  group,
  form,
}: NameFacts): string {
  const place = division + zone;
  const bracketed = (position: 'after-trade-name' | 'before-form'): string =>
    (place !== '' && divisionPosition === position ? `（${place}）` : '') +
    (china === position ? '（中国）' : '');
  const headed = divisionPosition === 'head' ? place : '';
  const middle = bracketed('after-trade-name') + (industry?.word ?? '') + bracketed('before-form');
  return headed + tradeName + middle + (group ?? '') + form;
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
