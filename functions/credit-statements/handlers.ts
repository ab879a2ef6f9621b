import type { IssueStatement } from '../../lib/acts/issue-statement.ts';
import { issueStatement } from '../../lib/contract/credit-statements.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export const createHandler = ({ issue }: { readonly issue: IssueStatement }) =>
  surfaceHandler([
    httpHandler(issueStatement, async ({ caller, body, moment }) => {
      /* As it was signed: the shape only says less exactly what it holds. */
      const issued = await issue(caller, body, moment);
      return { status: 200, body: issued as unknown as ResponseOf<typeof issueStatement>['body'] };
    }),
  ]);
