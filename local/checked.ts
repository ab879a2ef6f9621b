import type { JwsFault } from '../lib/crypto/jws.ts';

/** One thing that was checked: it holds, it does not, or it cannot be known from what is at hand. */
export interface Checked {
  readonly mark: '✓' | '✗' | '?';
  readonly zh: string;
  readonly en: string;
}

export const holds = (zh: string, en: string): Checked => ({ mark: '✓', zh, en });
export const fails = (zh: string, en: string): Checked => ({ mark: '✗', zh, en });
export const unknown = (zh: string, en: string): Checked => ({ mark: '?', zh, en });

export const faults: Readonly<Record<JwsFault, Checked>> = {
  malformed: fails('不是可以核验的凭证', 'this is nothing that can be verified'),
  'wrong-type': fails('不是营业执照或办理凭证', 'this is neither a licence nor a receipt'),
  'unknown-key': unknown('所给公钥中没有签名所用的密钥', 'the key that signed is not among the keys given'),
  'bad-signature': fails(
    '签名不符：内容被改动，或者不是登记机关签发',
    'the signature does not hold: it was changed, or was not issued by the registering authority',
  ),
};
