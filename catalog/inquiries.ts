import type { Inquiry, InquiryRest } from '../lib/domain/registration/enterprise.ts';
import type { RegisterContext } from '../lib/domain/registration/register-change.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';

/** The inquiries of an enterprise with one more, accepted the day it is registered. */
export const withInquiry = (
  { enterprise, filing, on }: RegisterContext,
  concerns: string,
): readonly Inquiry[] => [...(enterprise?.inquiries ?? []), { id: filing, concerns, acceptedOn: on }];

/** The same with a day told of one of them. */
export const inquiriesWith = (
  { enterprise, on }: RegisterContext,
  id: string,
  day: 'extendedOn' | 'closedOn',
): readonly Inquiry[] =>
  (enterprise?.inquiries ?? []).map((inquiry) =>
    inquiry.id === id ? { ...inquiry, [day]: on satisfies PlainDate } : inquiry,
  );

/** The same with what becomes of the times in which one of them rests. */
export const inquiriesResting = (
  { enterprise }: RegisterContext,
  id: string,
  change: (rests: readonly InquiryRest[]) => readonly InquiryRest[],
): readonly Inquiry[] =>
  (enterprise?.inquiries ?? []).map((inquiry) =>
    inquiry.id === id ? { ...inquiry, rests: change(inquiry.rests ?? []) } : inquiry,
  );
