import type { Item } from '../../../lib/domain/standard/item.ts';
import {
  type DepartmentObjectionFacts,
  deriveDepartmentObjection,
  type FiledDepartmentObjection,
  recordDepartmentObjectionFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 记录有关部门对个体工商户简易注销的异议. */
export const recordDepartmentObjection: Item<FiledDepartmentObjection, DepartmentObjectionFacts> = {
  id: 'record-department-objection',
  kind: 'ex-officio',
  name: {
    zh: '记录有关部门对个体工商户简易注销的异议',
    en: 'Record of a department’s objection to the simple cancellation of an individual business',
  },
  filed: recordDepartmentObjectionFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveDepartmentObjection,
  /* Of the day on which the department objected, whenever it is recorded: it counts within that application's days. */
  effect: ({ objectedOn }, _facts, { filing, enterprise }) => ({
    kind: 'amend',
    course: {
      notices: [
        ...(enterprise?.notices ?? []),
        {
          id: filing,
          kind: 'department-objection',
          publishedOn: objectedOn,
          endsOn: objectedOn,
          objections: 1,
        },
      ],
    },
    licence: 'keep',
  }),
};
