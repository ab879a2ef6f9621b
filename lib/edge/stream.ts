import type { AttributeValue, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

type Image = Readonly<Record<string, unknown>>;

/** A value as DynamoDB writes it in stream events. Sets are of no use here and are refused. */
function plain(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.B !== undefined) return Buffer.from(value.B as string, 'base64');
  if (value.L !== undefined) return value.L.map(plain);
  if (value.M !== undefined) return plainImage(value.M);
  throw new TypeError(`A stream image holds ${Object.keys(value)}`);
}

const plainImage = (image: Record<string, AttributeValue>): Image =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]));

/**
 * The Lambda handler of one table's stream. Hands over the new images in order and reports what failed, so that
 * only from there on the batch comes again; removals carry no new image and are passed over.
 *
 * @param project answers the sequence numbers that failed; it must bear seeing an item twice.
 */
export function streamHandler(
  project: (
    items: readonly { readonly sequence: string; readonly image: Image }[],
  ) => Promise<readonly string[]>,
) {
  return async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const items = event.Records.flatMap(({ dynamodb }) =>
      dynamodb?.NewImage === undefined || dynamodb.SequenceNumber === undefined
        ? []
        : [{ sequence: dynamodb.SequenceNumber, image: plainImage(dynamodb.NewImage) }],
    );
    const failed = await project(items);
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
}
