import { RemovalPolicy } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { KeyName } from '../right.ts';

/** Six keys apart: none can be made to do what another one vouches for, and each is a right of its own. */
export class KeyRing extends Construct implements Readonly<Record<KeyName, Key>> {
  readonly receipt: Key;
  readonly licence: Key;
  readonly log: Key;
  readonly subjectHash: Key;
  readonly seal: Key;
  readonly materials: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.receipt = this.signingKey('Receipt', 'Signs receipts of decisions');
    this.licence = this.signingKey('Licence', 'Signs licences');
    this.log = this.signingKey('Log', 'Signs the roots of the log of look-ups');
    this.subjectHash = this.macKey('SubjectHash', 'Derives the secret that keys natural persons');
    this.seal = this.macKey('Seal', 'Derives the key that seals personal identifiers');
    this.materials = new Key(this, 'Materials', {
      description: 'Encrypts the files of materials at rest',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }

  private signingKey(id: string, description: string): Key {
    return this.key(id, description, KeySpec.ECC_NIST_P256, KeyUsage.SIGN_VERIFY);
  }

  private macKey(id: string, description: string): Key {
    return this.key(id, description, KeySpec.HMAC_256, KeyUsage.GENERATE_VERIFY_MAC);
  }

  /** KMS rotates neither kind by itself. There is one key of each kind; what a former one signed is checked by `formerKeys`. */
  private key(id: string, description: string, keySpec: KeySpec, keyUsage: KeyUsage): Key {
    return new Key(this, id, { description, keySpec, keyUsage, removalPolicy: RemovalPolicy.RETAIN });
  }
}
