import { getAuthority } from '../../catalog/authorities.ts';
import type { ReadEnterprises } from '../../lib/acts/read-enterprises.ts';
import type { createVerifyReceipt } from '../../lib/acts/verify-receipt.ts';
import { getEnterprise, getLicence, verifyLicence, verifyReceipt } from '../../lib/contract/licences.ts';
import type { LicenceContent } from '../../lib/domain/registration/enterprise.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface LicenceActs {
  readonly enterprises: ReadEnterprises;
  readonly verifyReceipt: ReturnType<typeof createVerifyReceipt>;
}

const shown = (content: LicenceContent) => ({ ...content, businessScope: [...content.businessScope] });

const enterprise = ({ enterprises }: LicenceActs) =>
  httpHandler(getEnterprise, async ({ params }) => {
    const found = await enterprises.get(params.code);
    const { code, name, type, status, legalRepresentative, capitalFen, address, establishedOn, termEnds } =
      found;
    const { name: registeredByName } = getAuthority(found.registeredBy);
    return {
      status: 200,
      body: {
        code,
        name,
        type,
        status,
        legalRepresentative,
        capitalFen,
        address,
        businessScope: [...found.businessScope],
        establishedOn,
        ...(termEnds !== undefined && { termEnds }),
        shareholders: [...found.shareholders],
        registeredBy: found.registeredBy,
        registeredByName,
      },
    };
  });

const licence = ({ enterprises }: LicenceActs) =>
  httpHandler(getLicence, async ({ params }) => {
    const { content, token } = await enterprises.licence(params.code);
    return { status: 200, body: { content: shown(content), licence: token } };
  });

const verify = ({ enterprises }: LicenceActs) =>
  httpHandler(verifyLicence, async ({ body }) => {
    const verified = await enterprises.verify(body.licence);
    if (!verified.valid) return { status: 200, body: verified };
    return { status: 200, body: { ...verified, content: shown(verified.content) } };
  });

const receipt = ({ verifyReceipt: verifyAgain }: LicenceActs) =>
  httpHandler(verifyReceipt, async ({ body }) => {
    const verified = await verifyAgain(body.receipt);
    if (!verified.valid) return { status: 200, body: verified };
    const { receipt, factsMatch, sameFindings, sameAdmissible } = verified;
    const { filing, item, standardVersion, event, issuedAt } = receipt;
    return {
      status: 200,
      body: {
        valid: true as const,
        filing,
        item,
        standardVersion,
        event,
        issuedAt,
        factsMatch,
        sameFindings,
        sameAdmissible,
      },
    };
  });

export const createHandler = (acts: LicenceActs) =>
  surfaceHandler([enterprise(acts), licence(acts), verify(acts), receipt(acts)]);
