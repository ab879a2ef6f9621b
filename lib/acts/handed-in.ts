import { findWindow } from '../../catalog/windows.ts';
import type { AcceptedBy, Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';

function acceptedBy(caller: Caller): AcceptedBy {
  const window = caller.window === undefined ? undefined : findWindow(caller.window);
  return window === undefined
    ? { channel: 'online' }
    : { channel: 'window', window: window.id, authority: window.authority };
}

/** Who hands a filing in, and where. At a window it is the clerk, who files for somebody else. */
export function handedInBy(caller: Caller): Pick<Filing, 'submittedBy' | 'submitterKey' | 'acceptedBy'> {
  const own = caller.recusalKey ?? caller.subjectKey;
  const forThemselves = caller.window === undefined && own !== undefined;
  return {
    submittedBy: caller.id,
    ...(forThemselves && { submitterKey: own }),
    acceptedBy: acceptedBy(caller),
  };
}
