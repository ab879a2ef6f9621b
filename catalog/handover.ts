import type { FileHandover } from '../lib/domain/registration/enterprise.ts';
import type { RegisterContext } from '../lib/domain/registration/register-change.ts';
import { addMonths } from '../lib/domain/time/plain-date.ts';

/** 实施细则 第六十二条. */
const HANDOVER_MONTHS = 3;

/** The file lies where an earlier move has left it; back at its own authority nothing is handed over. */
export function handoverOf({ enterprise, authority, on, filing }: RegisterContext): FileHandover | undefined {
  const open = enterprise?.handover?.doneOn === undefined ? enterprise?.handover : undefined;
  const from = open?.from ?? enterprise?.registeredBy;
  return from === undefined || from === authority
    ? undefined
    : { from, to: authority, dueOn: addMonths(on, HANDOVER_MONTHS), filing };
}
