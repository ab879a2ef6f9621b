import { createHash } from 'node:crypto';

export interface TaskIdentity {
  readonly record: string;
  readonly row: string;
  readonly executor: string;
  readonly round: number;
}

/** A task's id: 128 bits over what it is, so that the same is proposed once, however often it is proposed. */
export const taskIdOf = ({ record, row, executor, round }: TaskIdentity): string =>
  createHash('sha256')
    .update(JSON.stringify([record, row, executor, round]))
    .digest()
    .subarray(0, 16)
    .toString('base64url');
