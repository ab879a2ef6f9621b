import type { RegisterChange, RegisterContext } from '../../lib/domain/registration/register-change.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { implementingRules, partnershipLaw, registrationRegulation, soleProprietorshipLaw } from '../laws.ts';
import { onEnterprise } from './enterprise.ts';
import { defect, note, when } from './rule.ts';

/** What every cancellation (注销登记) has alike. */

/** 条例 第三十二条第二款, its second sentence; in its first two types go by the laws that stand beside it. */
export const branchesFirst = <Facts>(): Rule<Facts> =>
  defect({
    id: 'cancellation.branches',
    articles: [
      registrationRegulation('第三十二条第二款'),
      partnershipLaw('第九十条'),
      soleProprietorshipLaw('第三十二条'),
    ],
    zh: '申请注销登记前，应当依法办理分支机构注销登记：{codes}',
    en: 'Its branches have to be cancelled first: {codes}',
    check: onEnterprise(({ branches }) => when(branches.length > 0, '/enterprise', { codes: branches })),
  });

export const licenceUnreturned = <Facts extends { readonly licence: string }>(): Rule<Facts> =>
  note({
    id: 'cancellation.licence-unreturned',
    articles: [registrationRegulation('第三十七条第三款'), implementingRules('第二十三条第三款')],
    zh: '营业执照无法缴回的，登记机关在注销登记后公告作废',
    en: 'A licence that cannot be returned is announced void after the cancellation',
    check: ({ facts: { licence } }) => when(licence === 'cannot-be-returned', '/licence'),
  });

/** The enterprise ends (条例 第三十一条第一款); its name is kept from others for a year (企业名称登记管理规定 第十七条). */
export const cancelled = ({ on }: Pick<RegisterContext, 'on'>): RegisterChange => ({
  kind: 'amend',
  course: { status: 'cancelled', statusSince: on },
  licence: 'withdraw',
  name: { leaves: 'given-up' },
});
