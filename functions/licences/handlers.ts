import { getAuthority } from '../../catalog/authorities.ts';
import type { ReadEnterprises } from '../../lib/acts/read-enterprises.ts';
import type { createVerifyReceipt } from '../../lib/acts/verify-receipt.ts';
import { getEnterprise, getLicence, verifyLicence, verifyReceipt } from '../../lib/contract/licences.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentEnterprise, presentLicence } from '../../lib/edge/present-enterprise.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface LicenceActs {
  readonly enterprises: ReadEnterprises;
  readonly verifyReceipt: ReturnType<typeof createVerifyReceipt>;
}

const enterprise = ({ enterprises }: LicenceActs) =>
  httpHandler(getEnterprise, async ({ params, moment }) => {
    const found = await enterprises.get(params.code);
    const { name } = getAuthority(found.registeredBy);
    return { status: 200, body: presentEnterprise(found, name, moment.on) };
  });

const licence = ({ enterprises }: LicenceActs) =>
  httpHandler(getLicence, async ({ params }) => {
    const { content, token, current } = await enterprises.licence(params.code);
    return { status: 200, body: { content: presentLicence(content), licence: token, current } };
  });

const verify = ({ enterprises }: LicenceActs) =>
  httpHandler(verifyLicence, async ({ body }) => {
    const verified = await enterprises.verify(body.licence);
    if (!verified.valid) return { status: 200, body: verified };
    return { status: 200, body: { ...verified, content: presentLicence(verified.content) } };
  });

const receipt = ({ verifyReceipt: verifyAgain }: LicenceActs) =>
  httpHandler(verifyReceipt, async ({ body }) => {
    const verified = await verifyAgain(body.receipt);
    if (!verified.valid) return { status: 200, body: verified };
    const { receipt, erasedOn, factsMatch, sameFindings, sameAdmissible } = verified;
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
        ...(erasedOn !== undefined && { erasedOn }),
        factsMatch,
        sameFindings,
        sameAdmissible,
      },
    };
  });

export const createHandler = (acts: LicenceActs) =>
  surfaceHandler([enterprise(acts), licence(acts), verify(acts), receipt(acts)]);
