import { getAuthority } from '../../catalog/authorities.ts';
import type { createDescribeIssuer } from '../../lib/acts/describe-issuer.ts';
import type { ReadEnterprises } from '../../lib/acts/read-enterprises.ts';
import type { TellStatusList } from '../../lib/acts/tell-status-list.ts';
import type { createVerifyReceipt } from '../../lib/acts/verify-receipt.ts';
import { getIssuer, getStatusList } from '../../lib/contract/licence-status.ts';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentEnterprise, presentLicence } from '../../lib/edge/present-enterprise.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface LicenceActs {
  readonly enterprises: ReadEnterprises;
  readonly statusList: TellStatusList;
  readonly issuers: ReturnType<typeof createDescribeIssuer>;
  readonly verifyReceipt: ReturnType<typeof createVerifyReceipt>;
}

const enterprise = ({ enterprises }: LicenceActs) =>
  httpHandler(getEnterprise, async ({ params, moment }) => {
    const found = await enterprises.get(params.code);
    const { name } = getAuthority(found.registeredBy);
    return { status: 200, body: presentEnterprise(found, name, moment.on) };
  });

const licence = ({ enterprises }: LicenceActs) =>
  httpHandler(getLicence, async ({ params, moment, accepts }) => {
    const { content, token, status, current } = await enterprises.licence(params.code, moment.on);
    if (accepts === 'application/vc+jwt') return { status: 200, type: accepts, text: token };
    if (accepts === 'text/html') {
      const { licencePage, pagePolicy } = await import('../../lib/edge/licence-page.ts');
      const text = licencePage({
        content,
        status,
        on: moment.on,
        printedCode: await enterprises.printedCode(content),
      });
      return { status: 200, type: accepts, text, headers: { 'content-security-policy': pagePolicy } };
    }
    return { status: 200, body: { content: presentLicence(content), licence: token, status, current } };
  });

const statusList = ({ statusList: tell }: LicenceActs) =>
  httpHandler(getStatusList, async ({ params, moment }) => {
    const { token, keepFor } = await tell(params.list, moment);
    return {
      status: 200,
      type: 'application/vc+jwt' as const,
      text: token,
      headers: { 'cache-control': `public, max-age=${keepFor}` },
    };
  });

const issuer = ({ issuers }: LicenceActs) =>
  httpHandler(getIssuer, async ({ params }) => {
    const document = await issuers(params.issuer);
    return {
      status: 200,
      body: {
        ...document,
        '@context': [...document['@context']],
        verificationMethod: document.verificationMethod.map((method) => ({ ...method })),
        assertionMethod: [...document.assertionMethod],
      },
    };
  });

const verify = ({ enterprises }: LicenceActs) =>
  httpHandler(verifyLicence, async ({ body, moment }) => {
    const verified = await enterprises.verify(body.licence, moment.on);
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
  surfaceHandler([
    enterprise(acts),
    licence(acts),
    verify(acts),
    statusList(acts),
    issuer(acts),
    receipt(acts),
  ]);
