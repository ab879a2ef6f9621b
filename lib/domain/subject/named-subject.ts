import type { DocumentKind, IdentityDocument } from './identity-document.ts';
import { maskDocumentNumber } from './mask.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';
import { classifyUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/** A credit subject as a caller names it. */
export type NamedSubject =
  | { readonly kind: 'organisation'; readonly code: string }
  | { readonly kind: 'person'; readonly document: IdentityDocument };

/** A credit subject as answers show it; `codeCheck` marks a code that fails its own check. */
export type ShownSubject =
  | { readonly kind: 'organisation'; readonly code: string; readonly codeCheck: 'passed' | 'failed' }
  | { readonly kind: 'person'; readonly documentKind: DocumentKind; readonly maskedNumber: string };

export function showSubject(named: NamedSubject): ShownSubject {
  if (named.kind === 'person') {
    const { kind, number } = named.document;
    return {
      kind: 'person',
      documentKind: kind,
      maskedNumber: maskDocumentNumber(normaliseIdentifier(number)),
    };
  }
  const { code, state } = classifyUnifiedSocialCreditCode(named.code);
  return { kind: 'organisation', code, codeCheck: state === 'valid' ? 'passed' : 'failed' };
}
