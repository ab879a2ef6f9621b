import type { IssueStatement } from '../../lib/acts/issue-statement.ts';
import type { LookUpDetails } from '../../lib/acts/look-up-details.ts';
import { issueStatement } from '../../lib/contract/credit-statements.ts';
import { lookUpDetails } from '../../lib/contract/lookup-details.ts';
import { repairConditions } from '../../lib/domain/credit/repair.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentDetailed } from './present-details.ts';

export interface CreditStatementActs {
  readonly issue: IssueStatement;
  readonly details: LookUpDetails;
}

export const createHandler = ({ issue, details }: CreditStatementActs) =>
  surfaceHandler([
    httpHandler(issueStatement, async ({ caller, body, moment }) => {
      /* As it was signed: the shape only says less exactly what it holds. */
      const issued = await issue(caller, body, moment);
      return { status: 200, body: issued as unknown as ResponseOf<typeof issueStatement>['body'] };
    }),
    httpHandler(lookUpDetails, async ({ caller, body, moment }) => {
      const { records, ...told } = await details(caller, body, moment);
      return {
        status: 200,
        body: {
          ...told,
          at: moment.at,
          repairConditions: [...repairConditions],
          records: records.map(presentDetailed),
        },
      };
    }),
  ]);
