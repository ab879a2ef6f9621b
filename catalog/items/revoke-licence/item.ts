import type { Consequence } from '../../../lib/domain/registration/register-change.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { addYears } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, penaltyLaw, registrationRegulation } from '../../laws.ts';
import { deriveRevocation, type FiledRevocation, type RevocationFacts, revokeLicenceFacts } from './facts.ts';
import { groundsFor, groundsInLaw } from './grounds.ts';
import { standard202502 } from './standard.ts';

const told = ({ law, article }: { readonly law: string; readonly article: string }) => ({ law, article });

/** 行政处罚法 第四十八条: the penalty is on record; the person responsible may hold no office for three years. */
function consequencesOf(
  { enterprise, ground, decision, responsible }: RevocationFacts,
  persons: RevocationFacts['persons'],
  type: Parameters<typeof groundsFor>[1],
): readonly Consequence[] {
  const { documentNumber, decidedOn } = decision;
  const grounds =
    ground.kind === 'other-law'
      ? [{ law: ground.law, article: ground.article }]
      : groundsFor(groundsInLaw[ground.kind], type).map(({ article }) => told(article));
  const person = persons.find(({ ref }) => ref === responsible);
  return [
    {
      class: 'penalty',
      subject: organisationKey(enterprise),
      documentNumber,
      decidedOn,
      severity: 'serious',
      basis: grounds.length > 0 ? grounds : [told(penaltyLaw('第九条'))],
    },
    ...(person === undefined
      ? []
      : [
          {
            class: 'licence-revoked-responsible',
            subject: person.subject,
            documentNumber,
            decidedOn,
            basis: [
              told(companyLaw('第一百七十八条第一款第四项')),
              told(registrationRegulation('第十二条第四项')),
            ],
          },
        ]),
  ];
}

/** 吊销营业执照、责令关闭. Either leaves the enterprise to be wound up; a revoked licence is none any more. */
export const revokeLicence: Item<FiledRevocation, RevocationFacts> = {
  id: 'revoke-licence',
  kind: 'ex-officio',
  name: { zh: '吊销营业执照、责令关闭', en: 'Revocation of a licence, or order to close' },
  filed: revokeLicenceFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveRevocation,
  effect: (_, facts, { enterprise, on }) => {
    const { decision, penalty } = facts;
    /* What was decided so long ago bars nobody any more, and the classes of records may not reach back to it. */
    const counts = addYears(decision.decidedOn, 3) >= on && decision.decidedOn <= on;
    return {
      kind: 'amend',
      course: { status: penalty, statusSince: decision.decidedOn },
      licence: penalty === 'licence-revoked' ? 'withdraw' : 'keep',
      ...(counts && enterprise && { consequences: consequencesOf(facts, facts.persons, enterprise.type) }),
    };
  },
};
