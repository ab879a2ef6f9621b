import type { FiledBranch } from '../../catalog/items/establish-branch/facts.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson, citizenNumber } from './a-filing.ts';

/** Somebody who is to be the head of a branch. */
export const aHead = () =>
  aPerson({
    ref: 'p4',
    name: '安若素',
    document: { kind: 'citizen-id', number: citizenNumber('511602', '1992-05-01', '213') },
    phone: '13800000004',
  });

/**
 * A filing that lacks nothing but proofs: the company of `aCompanyFiling`, whose legal representative is `p1`, has a
 * branch in the county 500231. `code` is the one it was registered under.
 */
export const aBranchFiling = (code: string, overrides: Partial<FiledBranch> = {}): FiledBranch => ({
  parent: { code, name: '邻水县禾岚科技有限公司', type: 'limited-company' },
  name: '邻水县禾岚科技有限公司垫江分公司',
  decidedOn: plainDate('2026-11-16'),
  placeOfBusiness: { division: '500231', detail: '桂溪街道工农路 8 号', premises: 'rented' },
  businessScope: [{ text: '软件开发' }],
  head: 'p4',
  liaison: 'p4',
  signedBy: 'p1',
  persons: [aPerson(), aHead()],
  materials: [aMaterial('application-form'), aMaterial('address-document'), aMaterial('head-appointment')],
  ...overrides,
});
