import type * as z from 'zod/mini';
import type { followUpShape } from '../contract/follow-ups.ts';
import type { Filing } from '../domain/registration/filing.ts';
import { type FollowUp, followUpDue, followUpStateOf } from '../domain/registration/follow-up.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';

/** What was promised with a filing, as of a day and by the calendar in force. */
export function presentFollowUp(
  { followUp, filing }: { readonly followUp: FollowUp; readonly filing: Pick<Filing, 'state'> },
  { on, calendar }: { readonly on: PlainDate; readonly calendar: WorkingCalendar },
): z.output<typeof followUpShape> {
  const { filing: id, version, item, authority, promised, handedIn, closed } = followUp;
  const state = followUpStateOf(followUp, filing);
  const { dueOn, provisional } = followUpDue(followUp, calendar);
  return {
    filing: id,
    version,
    item,
    authority,
    state,
    due: { dueOn, provisional, overdue: state === 'awaited' && on > dueOn },
    materials: promised.map((kind) => {
      const came = handedIn.find((material) => material.kind === kind);
      if (came === undefined) return { kind };
      const { on: day, at, sha256, upload, late } = came;
      return {
        kind,
        handedIn: {
          on: day,
          at,
          sha256,
          ...(upload && { upload: upload.material }),
          ...(late && { late }),
        },
      };
    }),
    ...(closed && { closed: { on: closed.on, at: closed.at, by: closed.by, reason: closed.reason } }),
  };
}
