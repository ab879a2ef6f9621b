import type {
  AttributeValue,
  Context,
  DynamoDBBatchResponse,
  DynamoDBStreamEvent,
  SQSBatchResponse,
  SQSEvent,
  SQSRecord,
} from 'aws-lambda';
import * as z from 'zod/mini';
import { logFault } from './faults.ts';
import { count } from './metrics.ts';
import { tracedAs } from './trace.ts';

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

/** What a stream set aside, as its queue brings it: places in the stream, and keys where they were known. */
const setAsideShape = z.object({
  DDBStreamBatchInfo: z.object({
    streamArn: z.string(),
    shardId: z.string(),
    startSequenceNumber: z.string().check(z.regex(/^[0-9]{1,40}$/)),
    endSequenceNumber: z.string().check(z.regex(/^[0-9]{1,40}$/)),
  }),
  keys: z.optional(z.array(z.object({ pk: z.string(), sk: z.string() }))),
});
type SetAside = z.output<typeof setAsideShape>;

type SendAgain = (place: SetAside['DDBStreamBatchInfo'], keys?: SetAside['keys']) => Promise<boolean>;

/** Answers the messages that are not done with: those are kept. */
async function takeUpAgain(messages: readonly SQSRecord[], sendAgain: SendAgain): Promise<SQSBatchResponse> {
  const left: string[] = [];
  for (const { messageId, body } of messages) {
    const isDone = await Promise.resolve()
      .then(() => z.parse(setAsideShape, JSON.parse(body)))
      .then(({ DDBStreamBatchInfo, keys }) => sendAgain(DDBStreamBatchInfo, keys))
      .catch((fault: unknown) => {
        logFault(fault, { redrive: messageId });
        return false;
      });
    if (!isDone) left.push(messageId);
  }
  count({ ChangesSetAside: left.length });
  return { batchItemFailures: left.map((itemIdentifier) => ({ itemIdentifier })) };
}

/**
 * The Lambda handler of one table's stream, and of the queue of what that stream set aside. Hands over the new images in
 * order and reports what failed, so that only from there on the batch comes again; removals carry no new image and are
 * passed over.
 *
 * @param project answers the sequence numbers that failed; it must bear seeing an item twice.
 * @param sendAgain tells whether what was set aside is now done.
 */
export function streamHandler(
  project: (
    items: readonly { readonly sequence: string; readonly image: Image }[],
  ) => Promise<readonly string[]>,
  sendAgain?: SendAgain,
) {
  const take = async (event: DynamoDBStreamEvent | SQSEvent): Promise<DynamoDBBatchResponse> => {
    const messages = event.Records.filter((record): record is SQSRecord => 'body' in record);
    if (messages.length > 0) {
      if (sendAgain === undefined) throw new Error('Nothing takes up what was set aside');
      return takeUpAgain(messages, sendAgain);
    }
    const items = (event as DynamoDBStreamEvent).Records.flatMap(({ dynamodb }) =>
      dynamodb?.NewImage === undefined || dynamodb.SequenceNumber === undefined
        ? []
        : [{ sequence: dynamodb.SequenceNumber, image: plainImage(dynamodb.NewImage) }],
    );
    const failed = await project(items);
    if (failed.length > 0) count({ ChangesFailed: failed.length });
    return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
  };
  return (event: DynamoDBStreamEvent | SQSEvent, { awsRequestId }: Partial<Context> = {}) =>
    tracedAs(awsRequestId === undefined ? {} : { requestId: awsRequestId }, () => take(event));
}
