import { inboxKeeping } from '../../catalog/inbox.ts';
import { type AddressedNotice, noticeOfHandover, noticesOf } from '../domain/registration/inbox-notice.ts';
import { filingStepFrom } from '../store/filing-step-item.ts';
import { handedOverFrom, type InboxStore } from '../store/inbox-store.ts';
import type { Projection } from './fan-out.ts';

const DAY_SECONDS = 86_400;

function noticesIn(image: Readonly<Record<string, unknown>>): readonly AddressedNotice[] {
  const step = filingStepFrom(image);
  if (step !== undefined) return noticesOf(step);
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
