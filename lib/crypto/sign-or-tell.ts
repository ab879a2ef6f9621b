import { DomainError } from '../domain/errors.ts';

/**
 * Signs, and tells whatever keeps the key from signing as what it is: whoever signs has written nothing yet.
 *
 * @throws DomainError `signing-unavailable`.
 */
export async function signOrTell<Signed>(sign: () => Promise<Signed>): Promise<Signed> {
  try {
    return await sign();
  } catch (cause) {
    throw new DomainError('signing-unavailable', { cause });
  }
}
