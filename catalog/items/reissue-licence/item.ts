import type { Item } from '../../../lib/domain/standard/item.ts';
import { deriveReissue, type FiledReissue, type ReissueFacts, reissueLicenceFacts } from './facts.ts';
import { standard202502 } from './standard.ts';

/** 营业执照补领、换发 (条例 第三十七条第二款): the licence held until now is no longer the current one. */
export const reissueLicence: Item<FiledReissue, ReissueFacts> = {
  id: 'reissue-licence',
  kind: 'registration',
  name: { zh: '营业执照补领、换发', en: 'A licence issued anew' },
  filed: reissueLicenceFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveReissue,
  effect: () => ({ kind: 'amend', licence: 'reissue' }),
};
