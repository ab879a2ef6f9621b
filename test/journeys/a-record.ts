import type * as z from 'zod/mini';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import type { recordToPublishShape } from '../../lib/contract/credit-records.ts';
import type { questionShape } from '../../lib/contract/lookup-question.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import type { InventedPerson } from '../../local/personas.ts';
import type { LocalService } from '../support/local-service.ts';
import { today } from './a-filing.ts';

export type RecordToPublish = z.input<typeof recordToPublishShape>;
export type Question = z.input<typeof questionShape>;
export type Subject = Question['subjects'][number];

export const subjectOf = ({ document }: InventedPerson): Subject => ({ kind: 'person', document });

let documents = 0;

/** A judgment debtor of Chongqing, listed 30 days ago: it bars the person from office in a company. */
export function recordOf(person: InventedPerson, overrides: Partial<RecordToPublish> = {}): RecordToPublish {
  documents += 1;
  return {
    class: 'dishonest-debtor',
    subject: subjectOf(person),
    issuedBy: 'court-500231',
    documentNumber: `（2026）渝0231执虚构${documents}号`,
    decidedOn: addDays(today(), -30),
    basis: [{ law: '最高人民法院关于公布失信被执行人名单信息的若干规定', article: '第一条' }],
    ...overrides,
  };
}

/** What a regulator of Sichuan learns of people for the purpose of registration. */
export const lookUpOf = async (
  service: Pick<LocalService, 'ask'>,
  people: readonly InventedPerson[],
  more: Partial<Question> = {},
) =>
  (
    await service.ask(lookUp, {
      as: 'regulator-sc',
      body: {
        purpose: 'registration',
        basis: 'registration-review',
        subjects: people.map(subjectOf),
        ...more,
      },
    })
  ).body;
