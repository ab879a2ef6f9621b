import { setTimeout as pause } from 'node:timers/promises';
import type { EventBridgeClient, PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import type { CloudEvent } from '../domain/changes/cloud-event.ts';

/** What the bus takes at once. Ten of ours are some 10 kB, far below the megabyte that it takes. */
const ENTRIES_AT_ONCE = 10;
const ATTEMPTS = 3;

const entryOf = (bus: string, event: CloudEvent): PutEventsRequestEntry => ({
  EventBusName: bus,
  Source: 'tongbiao',
  DetailType: event.type,
  Time: new Date(event.time),
  Detail: JSON.stringify(event),
});

/**
 * Puts events on a bus of EventBridge, each whole as the detail. The bus may refuse some and take the others: those are
 * sent again a few times. What fails as a whole has failed for these ten alone.
 */
export function createEventBus(bus: string, connect: () => Promise<Pick<EventBridgeClient, 'send'>>) {
  async function putSome(events: readonly CloudEvent[]): Promise<readonly CloudEvent[]> {
    const { PutEventsCommand } = await import('@aws-sdk/client-eventbridge');
    const client = await connect();
    let left = events;
    for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt += 1) {
      if (attempt > 0) await pause(Math.random() * 100 * 2 ** attempt);
      const { Entries = [] } = await client.send(
        new PutEventsCommand({ Entries: left.map((event) => entryOf(bus, event)) }),
      );
      left = left.filter((_, at) => Entries[at]?.EventId === undefined);
    }
    return left;
  }

  /** Answers the ids of those that the bus did not take; `onFault` hears why where it said so. */
  return async (
    events: readonly CloudEvent[],
    onFault: (fault: unknown) => void = () => undefined,
  ): Promise<readonly string[]> => {
    const failed: string[] = [];
    for (let from = 0; from < events.length; from += ENTRIES_AT_ONCE) {
      const some = events.slice(from, from + ENTRIES_AT_ONCE);
      const left = await putSome(some).catch((fault: unknown) => {
        onFault(fault);
        return some;
      });
      failed.push(...left.map(({ id }) => id));
    }
    return failed;
  };
}

/** The bus of this name, by a client that is loaded with the first event. */
export function eventBusNamed(bus: string) {
  let client: Promise<Pick<EventBridgeClient, 'send'>> | undefined;
  return createEventBus(bus, () => {
    client ??= import('@aws-sdk/client-eventbridge').then(({ EventBridgeClient }) => new EventBridgeClient());
    return client;
  });
}
