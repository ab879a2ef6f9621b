import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { KeyName } from '../rights.ts';

/** Five keys apart: none can be made to do what another one vouches for, and each is a right of its own. */
export class KeyRing extends Construct implements Readonly<Record<KeyName, Key>> {
  readonly receipt: Key;
  readonly licence: Key;
  readonly log: Key;
  readonly subjectHash: Key;
  readonly seal: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.receipt = this.signingKey('Receipt', 'Signs receipts of decisions');
    this.licence = this.signingKey('Licence', 'Signs licences');
    this.log = this.signingKey('Log', 'Signs the roots of the log of look-ups');
    this.subjectHash = this.macKey('SubjectHash', 'Derives the secret that keys natural persons');
    this.seal = this.macKey('Seal', 'Derives the key that seals personal identifiers');
  }

  private signingKey(id: string, description: string): Key {
    return this.key(id, description, KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
  }

  private macKey(id: string, description: string): Key {
    return this.key(id, description, KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
  }

  /** KMS rotates neither kind by itself. Settings know one key of each kind; a second one beside it is still to come. */
  private key(id: string, description: string, keySpec: KeySpec, keyUsage: KeyUsage): Key {
    return new Key(this, id, { description, keySpec, keyUsage, removalPolicy: RemovalPolicy.RETAIN });
  }
}
