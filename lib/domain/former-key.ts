/** A key that licences, receipts or the log were signed with before, as settings have it: its public part, and when it was last used. */
export interface FormerKey {
  readonly signs: 'receipt' | 'licence' | 'log';
  readonly kty: 'EC';
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: string;
  readonly retiredAt: string;
}
