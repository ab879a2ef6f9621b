import { DomainError } from '../domain/errors.ts';
import type { MeasureTask } from '../domain/measures/task.ts';
import { type Caller, concerns, isOneself } from '../domain/subject/caller.ts';
import { authorityOf } from './caller-authority.ts';

/** Those who deal with tasks for an authority. */
const isOfficer = ({ roles }: Caller): boolean => roles.includes('regulator') || roles.includes('registrar');

const executes = (caller: Caller, { executor }: MeasureTask): boolean =>
  isOfficer(caller) && caller.authority === executor;

/** Whoever published the record learns what came of it. */
const issued = ({ roles, authority }: Caller, { issuedBy }: MeasureTask): boolean =>
  authority === issuedBy && (roles.includes('publisher') || roles.includes('regulator'));

/** @throws DomainError `not-found` for whoever has nothing to do with it: that it exists is not told either. */
export function requireSightOfTask(caller: Caller, task: MeasureTask | undefined): MeasureTask {
  if (task === undefined) throw new DomainError('not-found');
  const sees = isOneself(caller, task.subject) || executes(caller, task) || issued(caller, task);
  if (!sees) throw new DomainError('not-found');
  return task;
}

/**
 * An officer of the executing authority, and none whom the task is about.
 *
 * @throws DomainError `forbidden`, `concerns-officer`.
 */
export function requireExecuting(caller: Caller, task: MeasureTask): void {
  if (!executes(caller, task)) throw new DomainError('forbidden');
  if (concerns(caller, task.subject)) throw new DomainError('concerns-officer');
}

/** @throws DomainError `forbidden` for everybody but the subject. */
export function requireSubject(caller: Caller, task: MeasureTask): void {
  if (!isOneself(caller, task.subject)) throw new DomainError('forbidden');
}

/** Whose tasks a caller may list: those of the authority they act for, or those about themselves, under all of their keys. */
export const tasksListedFor = (caller: Caller): { readonly authority: string } | 'own' =>
  isOfficer(caller) ? { authority: authorityOf(caller).id } : 'own';
