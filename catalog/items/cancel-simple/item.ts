import type { Item } from '../../../lib/domain/standard/item.ts';
import { cancelled } from '../../rules/ending.ts';
import { simpleSubjects } from '../../rules/simple-cancellation.ts';
import { cancelSimpleFacts, deriveSimple, type FiledSimple, type SimpleFacts } from './facts.ts';
import { simplePart, standard202502 } from './standard.ts';

/** 简易注销登记. */
export const cancelSimple: Item<FiledSimple, SimpleFacts> = {
  id: 'cancel-simple',
  kind: 'registration',
  name: { zh: '简易注销登记', en: 'Simple cancellation' },
  filed: cancelSimpleFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveSimple,
  subjectsAsked: (facts) => simpleSubjects(simplePart, facts),
  lookup: { purpose: 'simple-cancellation', basis: 'simple-cancellation-review' },
  effect: (_filed, _facts, context) => cancelled(context),
};
