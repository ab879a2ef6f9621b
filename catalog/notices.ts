import { type Notice, type NoticeKind, noticeEnd } from '../lib/domain/registration/notice.ts';
import type { RegisterContext } from '../lib/domain/registration/register-change.ts';

/** The notices of an enterprise with one more, published the day it is registered. */
export const withNotice = (
  { enterprise, filing, on }: RegisterContext,
  kind: NoticeKind,
  days: number,
): readonly Notice[] => [
  ...(enterprise?.notices ?? []),
  { id: filing, kind, publishedOn: on, endsOn: noticeEnd(on, days), objections: 0 },
];
