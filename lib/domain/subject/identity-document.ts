/** Documents by which a natural person is known; only the citizen number can be checked by itself. */
export const documentKinds = [
  'citizen-id',
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'foreign-permanent-residence',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

export interface IdentityDocument {
  readonly kind: DocumentKind;
  readonly number: string;
}
