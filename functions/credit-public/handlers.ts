import type { ReadPublicRecords } from '../../lib/acts/read-public-records.ts';
import { getPublicList, getPublicSubject } from '../../lib/contract/credit-public.ts';
import { showSubject } from '../../lib/domain/subject/named-subject.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentOtherCodes } from '../../lib/edge/present-codes.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentPublicRecord } from './present-public-record.ts';

export interface CreditPublicActs {
  readonly read: ReadPublicRecords;
}

const subject = ({ read }: CreditPublicActs) =>
  httpHandler(getPublicSubject, async ({ params, query, moment: { on } }) => {
    const shown = showSubject({ kind: 'organisation', code: params.code });
    const { entries, linked, next } = await read.ofOrganisation(params.code, on, query.cursor);
    return {
      status: 200,
      body: {
        code: params.code,
        codeCheck: shown.kind === 'organisation' ? shown.codeCheck : 'failed',
        on,
        ...presentOtherCodes(linked),
        records: entries.map(presentPublicRecord),
        ...(next !== undefined && { next }),
      },
    };
  });

const list = ({ read }: CreditPublicActs) =>
  httpHandler(getPublicList, async ({ params, query, moment: { on } }) => {
    const { of, entries, next } = await read.ofList({ ...params, ...query }, on);
    return {
      status: 200,
      body: {
        list: of.id,
        name: of.name,
        on,
        members: entries.map(presentPublicRecord),
        ...(next !== undefined && { next }),
      },
    };
  });

export const createHandler = (acts: CreditPublicActs) => surfaceHandler([subject(acts), list(acts)]);
