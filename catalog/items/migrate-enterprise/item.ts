import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import {
  deriveMigration,
  type FiledMigration,
  type MigrationFacts,
  migrateEnterpriseFacts,
  newPlace,
} from './facts.ts';
import { moved } from './outcome.ts';
import { asked, standard202502 } from './standard.ts';

/** 迁移登记: one application to the authority of the new place, which alone decides. */
export const migrateEnterprise: Item<FiledMigration, MigrationFacts> = {
  id: 'migrate-enterprise',
  kind: 'registration',
  name: { zh: '企业跨登记机关迁移登记（云迁移）', en: 'Move of an enterprise to another authority' },
  guidance: [
    {
      zh: '向迁入地登记机关提交一次申请，即办理迁移、调档和变更登记；无需迁出地登记机关同意，统一社会信用代码不变',
      en: 'One application to the authority of the new place covers move, file and change; the authority it leaves is not asked, and the code stays',
    },
    {
      zh: '名称含有原所在地行政区划名称的，应当一并变更名称（企业名称登记管理规定第七条、第二十条）',
      en: 'A name that shows a division of the old place has to change with it (企业名称登记管理规定 第七条, 第二十条)',
    },
    {
      zh: '除法律、法规、规章另有规定外，迁移后持有的有效许可证件不再重复办理（优化营商环境条例第十九条）',
      en: 'Unless law says otherwise, valid permits are not applied for again after the move (优化营商环境条例 第十九条)',
    },
    {
      zh: '提交申请时一并缴回纸质营业执照；拒不缴回或者无法缴回的，由登记机关公告作废（实施细则第二十三条）',
      en: 'The paper licence is handed back with the application; one that is not is announced void (实施细则 第二十三条)',
    },
  ],
  filed: migrateEnterpriseFacts,
  standards: [standard202502],
  matter: (filed) => ({
    about: 'enterprise',
    code: filed.enterprise,
    movesTo: newPlace(filed)?.[1].division ?? '',
  }),
  derive: deriveMigration,
  claimedName: ({ name }) => claimedNameOf(name.parts),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, _, context) => moved(filed, context),
};
