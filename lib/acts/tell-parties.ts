import { inboxKeeping } from '../../catalog/inbox.ts';
import {
  type AddressedNotice,
  noticeOfHandover,
  noticesOf,
  noticesOfFollowUp,
} from '../domain/registration/inbox-notice.ts';
import { filingStepFrom } from '../store/filing-step-item.ts';
import { type FollowUpReminder, followUpOfImage, reminderOfImage } from '../store/follow-up-store.ts';
import { handedOverFrom, type InboxStore } from '../store/inbox-store.ts';
import type { Projection } from './fan-out.ts';

const DAY_SECONDS = 86_400;

/** A reminder comes once before the day and once after it. */
function noticeOfReminder({ submittedBy, overdue, on: _on, ...told }: FollowUpReminder): AddressedNotice {
  const kind = overdue ? 'materials-overdue' : 'materials-due';
  return { owner: submittedBy, notice: { kind, version: 1, ...told } };
}

function noticesIn(image: Readonly<Record<string, unknown>>): readonly AddressedNotice[] {
  const step = filingStepFrom(image);
  if (step !== undefined) return noticesOf(step);
  const followUp = followUpOfImage(image);
  if (followUp !== undefined) return noticesOfFollowUp(followUp, followUp.changedAt);
  const reminder = reminderOfImage(image);
  if (reminder !== undefined) return [noticeOfReminder(reminder)];
  const moved = handedOverFrom(image);
  return moved === undefined ? [] : [noticeOfHandover(moved)];
}

/** Tells whoever filed, and those whom a step by office concerns, what happened to a filing. */
export const createTellParties = ({ inbox }: { readonly inbox: InboxStore }): Projection => ({
  name: 'notices',
  project: async (image) => {
    const { keptDays } = inboxKeeping();
    await Promise.all(
      noticesIn(image).map((addressed) => {
        const toldAt = Math.floor(Date.parse(addressed.notice.at) / 1_000);
        return inbox.add(addressed, toldAt + keptDays * DAY_SECONDS);
      }),
    );
  },
});
