import type { Enterprise } from '../../lib/domain/registration/enterprise.ts';
import { evidenceOf } from '../../lib/domain/registration/evidence-of.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const key = (name: string): SubjectKey => `P:test:${name.padEnd(43, 'x')}` as SubjectKey;

/** An invented company in the register; what is given as evidence stands in it too. */
export function anEnterprise(overrides: Partial<Enterprise> | Partial<EnterpriseEvidence> = {}): Enterprise {
  const {
    heads,
    members,
    handover: _handover,
    ...rest
  } = overrides as Omit<Partial<EnterpriseEvidence>, 'members'> & Pick<Partial<Enterprise>, 'members'>;
  const named = (subject: SubjectKey) => ({ subject, name: '林晓岚' });
  return {
    code: '91511623MY0000017F',
    type: 'limited-company',
    typeName: '有限责任公司',
    name: '子丑县禾岚科技有限公司',
    tradeName: '禾岚',
    industry: 'M75',
    capitalFen: 100_000_000,
    address: '甲省寅市子丑县鼎新路 12 号',
    businessScope: ['软件开发'],
    roles: [{ subject: key('p1-'), role: 'legal-representative' }],
    status: 'registered',
    statusSince: plainDate('2025-03-10'),
    establishedOn: plainDate('2025-03-10'),
    suspensions: [],
    notices: [],
    inquiries: [],
    division: '511623',
    registeredBy: 'reg-511623',
    registeredAt: '2025-03-10T02:00:00.000Z' as Instant,
    licence: 1,
    licences: 1,
    steps: [],
    version: 1,
    ...rest,
    heads: (heads ?? [key('p1-')]).map((head) => (typeof head === 'string' ? named(head) : head)),
    members: (
      members ?? [{ subject: key('p1-'), as: 'shareholder' as const, subscribedFen: 100_000_000 }]
    ).map((member) => ({ name: '林晓岚', ...member })),
  };
}

/** The same as rules see it. */
export const enterpriseEvidence = (overrides: Partial<Enterprise> = {}): EnterpriseEvidence =>
  evidenceOf(anEnterprise(overrides), { holdings: [], branches: [] }, 'reg-511623');
