import { DomainError } from '../domain/errors.ts';
import type { Material } from '../domain/registration/material.ts';
import type { Caller } from '../domain/subject/caller.ts';

/** Whoever uploaded it; what a window took in, everybody who serves there. */
export const ownsMaterial = (caller: Caller, { owner, window }: Material): boolean =>
  owner === caller.id || (window !== undefined && window === caller.window);

/** @throws DomainError `not-found` for a material of others: that it exists is not told either. */
export function requireOwnMaterial(caller: Caller, material: Material | undefined): Material {
  if (material === undefined || !ownsMaterial(caller, material)) throw new DomainError('not-found');
  return material;
}
