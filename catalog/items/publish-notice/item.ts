import { noticeEnd } from '../../../lib/domain/registration/notice.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { rolesOf } from '../../roles.ts';
import { simpleSubjects } from '../../rules/simple-cancellation.ts';
import { LIQUIDATION_ROLES } from '../filed-winding-up.ts';
import { deriveNotice, type FiledNotice, type NoticeFacts, publishNoticeFacts } from './facts.ts';
import { simplePart, standard202502 } from './standard.ts';
import { daysOf } from './terms.ts';

/** 公告. */
export const publishNotice: Item<FiledNotice, NoticeFacts> = {
  id: 'publish-notice',
  kind: 'announcement',
  name: { zh: '公告', en: 'Notice in the publicity system' },
  filed: publishNoticeFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveNotice,
  subjectsAsked: (facts) => simpleSubjects(simplePart, facts),
  lookup: { purpose: 'simple-cancellation', basis: 'simple-cancellation-review' },
  /* Of a liquidation group the register keeps who is in it, so that its head may sign what follows. */
  effect: ({ notice }, { persons }, { filing, on, enterprise }) => {
    const { notices = [], roles = [], type = 'limited-company' } = enterprise ?? {};
    const endsOn = noticeEnd(on, daysOf(notice.kind, type));
    const published = { id: filing, kind: notice.kind, publishedOn: on, endsOn, objections: 0 };
    return {
      kind: 'amend',
      ...(notice.kind === 'liquidation-group' && {
        content: {
          roles: [
            ...roles.filter(({ role }) => !LIQUIDATION_ROLES.includes(role)),
            ...rolesOf(persons, [
              { kind: 'person', person: notice.head, role: 'liquidation-head' },
              ...notice.members.map((person) => ({
                kind: 'person' as const,
                person,
                role: 'liquidation-member',
              })),
            ]),
          ],
        },
      }),
      course: { notices: [...notices, published] },
      licence: 'keep',
    };
  },
};
