import { KMSClient } from '@aws-sdk/client-kms';
import type { SignerSetting } from './key-setting.ts';
import { kmsSigner } from './kms-signer.ts';
import { lazy } from './lazy.ts';
import { loadOrCreateLocalKeys } from './local-keys.ts';
import { localSigner } from './local-signer.ts';
import type { Signer } from './signer.ts';

/** Apart, so that no key can be made to sign what another one vouches for. */
export interface Signers {
  readonly receiptSigner: Signer;
  readonly licenceSigner: Signer;
  readonly logSigner: Signer;
}

/** Nothing is read or called before its first use. */
export function createSigners(setting: SignerSetting): Signers {
  if (setting.kind === 'file') {
    const keys = lazy(() => loadOrCreateLocalKeys(setting.path));
    return {
      receiptSigner: localSigner(() => keys().receipt),
      licenceSigner: localSigner(() => keys().licence),
      logSigner: localSigner(() => keys().log),
    };
  }
  const client = lazy(() => new KMSClient());
  return {
    receiptSigner: kmsSigner(client, setting.receiptKey),
    licenceSigner: kmsSigner(client, setting.licenceKey),
    logSigner: kmsSigner(client, setting.logKey),
  };
}
