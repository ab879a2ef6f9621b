import type { DocumentKind, IdentityDocument } from './identity-document.ts';
import { isLegacyCode, normaliseCode } from './legacy-code.ts';
import { maskDocumentNumber } from './mask.ts';
import { normaliseIdentifier } from './normalise-identifier.ts';
import { classifyUnifiedSocialCreditCode } from './unified-social-credit-code.ts';

/** A credit subject as a caller names it. */
export type NamedSubject =
  | { readonly kind: 'organisation'; readonly code: string }
  | { readonly kind: 'person'; readonly document: IdentityDocument };

/** `failed`: its own check; `legacy`: a code of before the unified ones (注册号、组织机构代码). */
export type CodeCheck = 'passed' | 'failed' | 'legacy';

/** A credit subject as answers show it; `codeCheck` marks a code that is not as it should be. */
export type ShownSubject =
  | { readonly kind: 'organisation'; readonly code: string; readonly codeCheck: CodeCheck }
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
  const legacy = normaliseCode(named.code);
  if (isLegacyCode(legacy)) return { kind: 'organisation', code: legacy, codeCheck: 'legacy' };
  const { code, state } = classifyUnifiedSocialCreditCode(named.code);
  return { kind: 'organisation', code, codeCheck: state === 'valid' ? 'passed' : 'failed' };
}
