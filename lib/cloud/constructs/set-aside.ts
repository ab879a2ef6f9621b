import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

const NOTHING_BEHIND =
  'It is itself where is set aside what could not be delivered; nothing consumes it by itself, and an alarm tells that something waits.';

/** Where something is set aside that could not be done, for fourteen days. */
export class SetAside extends Queue {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-SQS3', reason: NOTHING_BEHIND },
      { id: 'Serverless-SQSRedrivePolicy', reason: NOTHING_BEHIND },
    );
  }
}
