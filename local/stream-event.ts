import type { AttributeValue, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord, AttributeValue as LambdaValue } from 'aws-lambda';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** In a Lambda event binary values are base64 text, where the SDK gives bytes. */
function lambdaValue(value: AttributeValue): LambdaValue {
  if (value.B !== undefined) return { B: base64(value.B) };
  if (value.BS !== undefined) return { BS: value.BS.map(base64) };
  if (value.L !== undefined) return { L: value.L.map(lambdaValue) };
  if (value.M !== undefined) return { M: imageOf(value.M) };
  return value as LambdaValue;
}

const imageOf = (image: Readonly<Record<string, AttributeValue>>): Record<string, LambdaValue> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, lambdaValue(value)]));

/** A stream record as Lambda hands it to a function. */
export function lambdaRecord(record: StreamRecord, streamArn: string): DynamoDBRecord {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime: at, ...change } = record.dynamodb ?? {};
  return {
    eventID: record.eventID ?? '',
    eventName: record.eventName ?? 'MODIFY',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion ?? '',
    eventSourceARN: streamArn,
    ...(record.userIdentity !== undefined && { userIdentity: record.userIdentity }),
    dynamodb: {
      ...(change as object),
      ...(at !== undefined && { ApproximateCreationDateTime: Math.floor(at.getTime() / 1_000) }),
      ...(Keys !== undefined && { Keys: imageOf(Keys) }),
      ...(NewImage !== undefined && { NewImage: imageOf(NewImage) }),
      ...(OldImage !== undefined && { OldImage: imageOf(OldImage) }),
    },
  } as DynamoDBRecord;
}
