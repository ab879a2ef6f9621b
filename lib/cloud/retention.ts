import { Duration } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import type { Settings } from './environments.ts';

type Kept = Pick<Settings, 'retention'>;

/** A year: 180 days, which CloudWatch also knows, fall up to four days short of six months. */
const LOG_DAYS = 365;
/** Three years and a day (个人信息保护法 第五十六条). */
const LOCK_DAYS = 1096;

export const logDaysOf = ({ retention }: Kept): RetentionDays => retention?.logDays ?? LOG_DAYS;

export function lockOf({ retention }: Kept): ObjectLockRetention {
  const days = Duration.days(retention?.lockDays ?? LOCK_DAYS);
  return retention?.lock === 'compliance'
    ? ObjectLockRetention.compliance(days)
    : ObjectLockRetention.governance(days);
}
