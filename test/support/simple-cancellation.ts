import { aStep } from './registered-company.ts';

/** What has to be declared for a simple cancellation, nothing standing in its way. */
export const clearDeclarations = {
  debtsSettled: true,
  costsSettled: true,
  frozenOrPledged: false,
  mortgaged: false,
  invests: false,
  underInvestigation: false,
  underCompulsion: false,
  inProceedings: false,
  penaltyPending: false,
  needsApproval: false,
};

/** Both shareholders of the builder's company commit themselves. */
const part = {
  declares: clearDeclarations,
  commitment: [
    { kind: 'person', person: 'p1' },
    { kind: 'person', person: 'p2' },
  ],
};

const handedIn = (code: string) => aStep(code, ['application-form', 'investors-commitment'], ['p1', 'p2']);

/** The notice of a simple cancellation, by the head and the other shareholder of the builder's company. */
export const aSimpleNotice = (code: string, declares: Partial<typeof clearDeclarations> = {}) => ({
  ...handedIn(code),
  notice: { kind: 'simple-cancellation', ...part, declares: { ...clearDeclarations, ...declares } },
});

/** The application after it. */
export const aSimpleCancellation = (code: string) => ({ ...handedIn(code), ...part, licence: 'returned' });
