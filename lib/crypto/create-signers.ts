import { KMSClient } from '@aws-sdk/client-kms';
import type { SignerSetting } from './key-setting.ts';
import { kmsSigner } from './kms-signer.ts';
import { lazy } from './lazy.ts';
import { loadOrCreateLocalKeys } from './local-keys.ts';
import { localSigner } from './local-signer.ts';
import type { Signer } from './signer.ts';
import { formerOf } from './verification-keys.ts';

/** Apart, so that no key can be made to sign what another one vouches for. */
export interface Signers {
  readonly receiptSigner: Signer;
  readonly licenceSigner: Signer;
  readonly logSigner: Signer;
}

/** Nothing is read or called before its first use. */
export function createSigners(setting: SignerSetting): Signers {
  const former = setting.former ?? [];
  const [formerReceipt, formerLicence, formerLog] = (['receipt', 'licence', 'log'] as const).map((purpose) =>
    formerOf(former, purpose),
  );
  if (setting.kind === 'file') {
    const keys = lazy(() => loadOrCreateLocalKeys(setting.path));
    return {
      receiptSigner: localSigner(() => keys().receipt, formerReceipt),
      licenceSigner: localSigner(() => keys().licence, formerLicence),
      logSigner: localSigner(() => keys().log, formerLog),
    };
  }
  const client = lazy(() => new KMSClient());
  return {
    receiptSigner: kmsSigner(client, setting.receiptKey, formerReceipt),
    licenceSigner: kmsSigner(client, setting.licenceKey, formerLicence),
    logSigner: kmsSigner(client, setting.logKey, formerLog),
  };
}
