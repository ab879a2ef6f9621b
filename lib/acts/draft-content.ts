import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PersonalData } from '../crypto/personal-data.ts';
import type { DraftContent } from '../domain/registration/draft.ts';

const contextOf = (id: string): string => `draft/${id}`;

/** Sealed whole: what a draft names of people stands anywhere in it. Deflated first, as an item holds 400 KB. */
export const sealContent = (personalData: PersonalData, id: string, content: DraftContent): Promise<string> =>
  personalData.seal(deflateRawSync(JSON.stringify(content)).toString('base64'), contextOf(id));

export async function unsealContent(
  personalData: PersonalData,
  id: string,
  sealed: string,
): Promise<DraftContent> {
  const packed = (await personalData.unseal(sealed, contextOf(id))) as string;
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as DraftContent;
}
