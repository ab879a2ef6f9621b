import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const NOTHING_BEHIND =
  'It is itself where is set aside what could not be delivered; what fails again goes back to it, and an alarm stands as long as anything is in it.';

/** Where something is set aside that could not be done, for fourteen days. */
export class SetAside extends Queue {
  /** What the alarm says while anything is in it. */
  readonly says: string;

  constructor(
    scope: Construct,
    id: string,
    says = 'A change was set aside: it has to be looked at and sent again',
  ) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      /* Where a function takes it up again, it is tried so often. */
      visibilityTimeout: Duration.hours(1),
    });
    this.says = says;
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: NOTHING_BEHIND },
      { id: 'Serverless-SQSRedrivePolicy', reason: NOTHING_BEHIND },
    );
  }
}
