import type { Item } from '../../../lib/domain/standard/item.ts';
import { cancelled } from '../../rules/ending.ts';
import { simpleSubjects } from '../../rules/simple-cancellation.ts';
import {
  cancelIndividualBusinessSimpleFacts,
  deriveIndividualSimple,
  type FiledIndividualSimple,
  type IndividualSimpleFacts,
} from './facts.ts';
import { simplePart, standard202502 } from './standard.ts';

/** 个体工商户简易注销登记. */
export const cancelIndividualBusinessSimple: Item<FiledIndividualSimple, IndividualSimpleFacts> = {
  id: 'cancel-individual-business-simple',
  kind: 'registration',
  name: { zh: '个体工商户简易注销登记', en: 'Simple cancellation of an individual business' },
  guidance: [
    {
      zh: '无需公示；登记机关将申请推送至税务等有关部门，10日内没有异议的，办理注销登记',
      en: 'No notice is needed: the tax and other departments are asked, and unless one objects within 10 days it is cancelled',
    },
  ],
  filed: cancelIndividualBusinessSimpleFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveIndividualSimple,
  subjectsAsked: (facts) => simpleSubjects(simplePart, facts),
  lookup: { purpose: 'simple-cancellation', basis: 'simple-cancellation-review' },
  effect: (_filed, _facts, context) => cancelled(context),
};
