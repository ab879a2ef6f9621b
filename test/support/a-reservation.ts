import type { FiledReservation } from '../../catalog/items/reserve-name/facts.ts';
import { aPerson } from './a-filing.ts';

/** A name that its investor declares for a company to be in the county 511623: nothing lacks but the proof. */
export const aReservation = (overrides: Partial<FiledReservation> = {}): FiledReservation => ({
  type: 'limited-company',
  division: '511623',
  stateInvestor: 'none',
  name: {
    division: '邻水县',
    tradeName: '禾岚',
    industry: { word: '科技', class: 'M75' },
    form: '有限公司',
  },
  businessScope: [
    { text: '软件开发' },
    { text: '技术服务、技术开发、技术咨询、技术交流、技术转让、技术推广' },
  ],
  investors: [{ kind: 'person', person: 'p1' }],
  commitment: true,
  signedBy: 'p1',
  persons: [aPerson()],
  materials: [],
  ...overrides,
});
