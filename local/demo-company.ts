import { createHash } from 'node:crypto';
import { addYears, type PlainDate } from '../lib/domain/time/plain-date.ts';
import type { InventedPerson } from './personas.ts';

/** An invented company as it is filed: who founds it, who holds its offices, and where. */
export interface DemoCompany {
  /** County-level division of its address, and the word of it that heads the name. */
  readonly division: string;
  readonly placeWord: string;
  readonly tradeName: string;
  readonly founder: InventedPerson;
  readonly supervisor: InventedPerson;
}

const document = (kind: string, title: string) => ({
  kind,
  title,
  sha256: createHash('sha256').update(title).digest('hex'),
});

const MILLION_YUAN = 100_000_000;

/**
 * A complete filing for a company with one founder, who is its sole director and legal representative, and one
 * supervisor. `proofs` are their real-name proofs, in that order; without them the filing lacks them.
 */
export function demoFiling(company: DemoCompany, on: PlainDate, proofs: readonly string[] = []) {
  const { division, placeWord, tradeName, founder, supervisor } = company;
  const person = (ref: string, { name, document }: InventedPerson, proof?: string) => ({
    ref,
    name,
    document,
    ...(proof !== undefined && { proof: { kind: 'token', token: proof } }),
  });
  const office = (ref: string, kind: string) => ({ person: ref, office: kind, qualificationDeclared: true });
  return {
    item: 'establish-company',
    facts: {
      name: {
        division: placeWord,
        tradeName,
        industry: { word: '软件', class: 'I65' },
        form: '有限公司',
      },
      address: { division, detail: '创新路8号2幢301室', premises: 'rented' },
      businessScope: [{ text: '软件开发' }, { text: '信息技术咨询服务' }],
      registeredCapitalFen: MILLION_YUAN,
      term: { kind: 'indefinite' },
      stateInvestor: 'none',
      shareholders: [
        {
          kind: 'person',
          person: 'founder',
          subscribedFen: MILLION_YUAN,
          methods: ['money'],
          payBy: addYears(on, 5),
        },
      ],
      persons: [person('founder', founder, proofs[0]), person('supervisor', supervisor, proofs[1])],
      offices: [
        office('founder', 'director'),
        office('founder', 'legal-representative'),
        office('founder', 'manager'),
        office('supervisor', 'supervisor'),
        office('founder', 'liaison'),
      ],
      governance: { board: 'sole-director', supervision: 'sole-supervisor' },
      beneficialOwners: { kind: 'persons', persons: ['founder'] },
      materials: [
        document('application-form', '公司登记（备案）申请书'),
        document('articles-of-association', '公司章程'),
        document('address-document', '住所使用相关文件'),
        document('appointment-documents', '董事、监事、经理任职文件'),
      ],
    },
  };
}
