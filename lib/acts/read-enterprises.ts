import { type JwsFault, verifyCompact } from '../crypto/jws.ts';
import { isMark, nameDigest, signMark, verifyMark } from '../crypto/licence-mark.ts';
import type { Signer } from '../crypto/signer.ts';
import { isOfRetiredKey } from '../crypto/verification-keys.ts';
import { DomainError } from '../domain/errors.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { LicenceContent } from '../domain/registration/licence.ts';
import {
  CREDENTIAL_TYPE,
  contentOf,
  isLicenceCredential,
  type LicenceCredential,
  licenceUrl,
} from '../domain/registration/licence-credential.ts';
import { type LicenceStatus, licenceStatusOn } from '../domain/registration/licence-status.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import { keepRecent } from './keep-recent.ts';

export interface SignedLicence {
  readonly content: LicenceContent;
  readonly token: string;
  readonly status: LicenceStatus;
  /** False once it was withdrawn (缴回、作废) or another took its place. */
  readonly current: boolean;
}

export type VerifiedLicence =
  | { readonly valid: false; readonly reason: JwsFault }
  | {
      readonly valid: true;
      readonly content: LicenceContent;
      readonly status: LicenceStatus;
      readonly current: boolean;
    };

type Opened =
  | { readonly valid: false; readonly reason: JwsFault }
  | { readonly valid: true; readonly credential: LicenceCredential };

export interface ReadEnterprisesDeps {
  readonly enterprises: EnterpriseStore;
  readonly licenceSigner: Signer;
  readonly publicUrl: string;
}

/** Registered enterprises and their licences, for anyone. */
export function createReadEnterprises({ enterprises, licenceSigner, publicUrl }: ReadEnterprisesDeps) {
  const printedCodes = keepRecent<string>();

  const open = async (token: string): Promise<Opened> => {
    const keys = await licenceSigner.verificationKeys();
    const verified = await verifyCompact(token, CREDENTIAL_TYPE, keys);
    if (!verified.valid) return verified;
    const { payload, keyId } = verified;
    if (!isLicenceCredential(payload)) return { valid: false, reason: 'wrong-type' };
    if (isOfRetiredKey(keys, keyId, payload.validFrom)) return { valid: false, reason: 'bad-signature' };
    return { valid: true, credential: payload };
  };

  const openKept = async (token: string): Promise<LicenceContent> => {
    const opened = await open(token);
    if (!opened.valid) throw new Error(`A kept licence does not verify: ${opened.reason}`);
    return contentOf(opened.credential);
  };

  const standingOf = (enterprise: Enterprise, number: number, on: PlainDate) => ({
    status: licenceStatusOn(enterprise, number, on),
    current: enterprise.licence === number,
  });

  const read = async (code: string, number: number) => {
    const [enterprise, kept] = await Promise.all([
      enterprises.find(code),
      enterprises.findLicence(code, number),
    ]);
    return enterprise === undefined || kept === undefined ? undefined : { enterprise, kept };
  };

  const unknown = { status: 'not-in-register', current: false } as const;

  const verifyToken = async (token: string, on: PlainDate): Promise<VerifiedLicence> => {
    const opened = await open(token);
    if (!opened.valid) return opened;
    const content = contentOf(opened.credential);
    const found = await read(content.code, content.number);
    const standing = found?.kept.token === token ? standingOf(found.enterprise, content.number, on) : unknown;
    return { valid: true, content, ...standing };
  };

  /** What is printed is shown as the register has it, which is to be compared with what is seen on paper. */
  const verifyPrinted = async (text: string, on: PlainDate): Promise<VerifiedLicence> => {
    const verified = verifyMark(text, await licenceSigner.verificationKeys());
    if (!verified.valid) return verified;
    const { code, number, nameDigest: digest, issuedOn } = verified.mark;
    const found = await read(code, number);
    const content = found && (await openKept(found.kept.token));
    if (found === undefined || content === undefined) throw new DomainError('not-found');
    const same = nameDigest(content.name) === digest && content.issuedOn === issuedOn;
    return { valid: true, content, ...(same ? standingOf(found.enterprise, number, on) : unknown) };
  };

  return {
    /** @throws DomainError `not-found`. */
    async get(code: string): Promise<Enterprise> {
      const enterprise = await enterprises.find(code);
      if (enterprise === undefined) throw new DomainError('not-found');
      return enterprise;
    },
    /**
     * The licence issued last.
     *
     * @throws DomainError `not-found`.
     */
    async licence(code: string, on: PlainDate): Promise<SignedLicence> {
      const [enterprise, licence] = await Promise.all([
        enterprises.find(code),
        enterprises.findLatestLicence(code),
      ]);
      if (enterprise === undefined || licence === undefined) throw new DomainError('not-found');
      const { number, token } = licence;
      return { content: await openKept(token), token, ...standingOf(enterprise, number, on) };
    },
    /**
     * The text of the code that is printed on a licence. Signed when it is printed, as issuing a licence has one
     * signature; kept, so that a page asked for over and over does not cost one each time.
     */
    printedCode: ({
      code,
      number,
      issuedOn,
      registeredBy: authority,
      name,
    }: LicenceContent): Promise<string> =>
      printedCodes.get(`${code} ${number}`, () =>
        signMark(licenceSigner, licenceUrl(publicUrl, code), {
          number,
          issuedOn,
          authority,
          nameDigest: nameDigest(name),
        }),
      ),
    /**
     * Checks a licence's token, or the text of its printed code, and tells what the register has of it.
     *
     * @throws DomainError `not-found` where a printed code is rightly signed and the register holds no such licence.
     */
    verify: (licence: string, on: PlainDate): Promise<VerifiedLicence> =>
      isMark(licence) ? verifyPrinted(licence, on) : verifyToken(licence, on),
  };
}

export type ReadEnterprises = ReturnType<typeof createReadEnterprises>;
