import { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';

/** Where changes leave the service as CloudEvents: rules of subscribers hang on it, and take them on from there. */
export class ChangesBus extends Construct {
  readonly name: string;
  /** The right to put events on it, and no other. */
  readonly mayPut: PolicyStatement;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const bus = new EventBus(this, 'Bus', {
      description: 'Changes as CloudEvents 1.0, without personal data',
    });
    this.name = bus.eventBusName;
    this.mayPut = new PolicyStatement({ actions: ['events:PutEvents'], resources: [bus.eventBusArn] });
  }
}
