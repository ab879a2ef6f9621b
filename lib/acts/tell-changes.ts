import { getAuthority } from '../../catalog/authorities.ts';
import type { Change } from '../domain/changes/change.ts';
import { changeOfEnd } from '../domain/changes/change-of-end.ts';
import { changeOfRecord } from '../domain/changes/change-of-record.ts';
import { changeOfSource } from '../domain/changes/change-of-source.ts';
import { changeOfStep } from '../domain/changes/change-of-step.ts';
import { changeOfTask } from '../domain/changes/change-of-task.ts';
import { type CloudEvent, cloudEventOf } from '../domain/changes/cloud-event.ts';
import { endOfImage } from '../store/end-store.ts';
import { filingStepFrom } from '../store/filing-step-item.ts';
import { recordOfImage } from '../store/record-store.ts';
import { turnOfImage } from '../store/source-turn-store.ts';
import { taskOfImage } from '../store/task-items.ts';
import type { BatchProjection, StreamedItem } from './fan-out.ts';
import type { SequenceChanges } from './sequence-changes.ts';

type Image = StreamedItem['image'];

/** Whatever is told of a new item of either table; each kind of change is a line here, and passes over what is not its own. */
const kinds: readonly ((image: Image) => Change | undefined)[] = [
  (image) => {
    const step = filingStepFrom(image);
    return step && changeOfStep(step, (authority) => getAuthority(authority).jurisdiction);
  },
  (image) => {
    const record = recordOfImage(image);
    return record && changeOfRecord(record);
  },
  (image) => {
    const task = taskOfImage(image);
    return task && changeOfTask(task);
  },
  (image) => {
    const end = endOfImage(image);
    return end && changeOfEnd(end);
  },
  (image) => {
    const turn = turnOfImage(image);
    return turn && changeOfSource(turn);
  },
];

export const changesIn = (image: Image): readonly Change[] => kinds.flatMap((kind) => kind(image) ?? []);

/** Takes events out of the service. Answers the ids of those that were not taken. */
export type PutEvents = (
  events: readonly CloudEvent[],
  onFault: (fault: unknown) => void,
) => Promise<readonly string[]>;

export interface TellChangesDeps {
  readonly sequence: SequenceChanges;
  /** `undefined` where there is no bus: the feed is then the one way to hear of changes. */
  readonly putEvents?: PutEvents | undefined;
}

/**
 * Tells of changes: in the feed of their side, and on the bus with the number that they have there. An item that cannot be
 * read fails by itself. What comes again keeps its number, and goes to the bus again, as nobody knows whether it arrived.
 */
export const createTellChanges = ({ sequence, putEvents }: TellChangesDeps): BatchProjection => ({
  name: 'changes',
  projectAll: async (items, onFault) => {
    const failed = new Set<string>();
    const placeOf = new Map<string, string>();
    const changes = items.flatMap((item) => {
      try {
        const told = changesIn(item.image);
        for (const { id } of told) placeOf.set(id, item.sequence);
        return told;
      } catch (fault) {
        onFault(fault);
        failed.add(item.sequence);
        return [];
      }
    });
    const fails = (id: string) => failed.add(placeOf.get(id) ?? '');
    const { numbered, failed: unnumbered } = await sequence(changes, onFault);
    for (const { id } of unnumbered) fails(id);
    if (putEvents !== undefined && numbered.length > 0)
      for (const id of await putEvents(numbered.map(cloudEventOf), onFault)) fails(id);
    return [...failed];
  },
});
