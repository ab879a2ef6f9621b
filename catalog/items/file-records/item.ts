import type { Item } from '../../../lib/domain/standard/item.ts';
import { deriveRecords, type FiledRecords, fileRecordsFacts, type RecordsFacts } from './facts.ts';
import { recordsAfter } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 备案 (条例 第二十九条). */
export const fileRecords: Item<FiledRecords, RecordsFacts> = {
  id: 'file-records',
  kind: 'record-filing',
  name: { zh: '变更备案', en: 'Filing of a change' },
  filed: fileRecordsFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveRecords,
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { enterprise }) => ({
    kind: 'amend',
    ...recordsAfter(filed, facts, enterprise),
    licence: 'keep',
  }),
};
