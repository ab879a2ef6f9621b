import { companyLaw, registrationRegulation } from '../../laws.ts';
import { type AskedMaterial, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { simpleMaterials } from '../../rules/simple-materials.ts';
import { agentAuthorisation } from '../../rules/step.ts';
import type { materialKinds, NoticeFacts } from './facts.ts';
import { isSignedByGroup } from './group.ts';

export const askedMaterials: readonly AskedMaterial<NoticeFacts, (typeof materialKinds)[number]>[] = [
  ...simpleMaterials<NoticeFacts>(({ notice }) => notice.kind === 'simple-cancellation', {
    zh: '公示简易注销的',
    en: 'for a simple cancellation',
  }),
  {
    id: 'group-appointment',
    name: {
      zh: '成立清算组的决议、决定或者人民法院指定文件（由清算组负责人签署的提交）',
      en: 'Document that forms the liquidation group, where its head signs',
    },
    articles: [registrationRegulation('第三十二条第一款'), companyLaw('第二百三十二条')],
    needed: (facts, enterprise) => enterprise !== undefined && isSignedByGroup(facts, enterprise),
    when: { zh: '清算组公告由清算组负责人签署的', en: 'where the head of the group signs for it' },
  },
  agentAuthorisation,
];

export const materials = materialsOf(askedMaterials, [citizenIdentity]);
