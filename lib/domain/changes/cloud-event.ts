import type { ChangeType, NumberedChange } from './change.ts';

/** How an event's type is written: with the version of its schema. */
export type EventType<Type extends ChangeType = ChangeType> = `tongbiao.${Type}.v1`;

/** A change as CloudEvents 1.0 has it; `source` and `id` together are the same for the same event, wherever it is met. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: EventType;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  /** Its number among the changes of its side, of one length so that texts sort as numbers do. */
  readonly sequence: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const SEQUENCE_DIGITS = 12;

export const cloudEventOf = ({ number, change }: NumberedChange): CloudEvent => ({
  specversion: '1.0',
  id: change.id,
  source: `urn:tongbiao:side:${change.side}`,
  type: `tongbiao.${change.type}.v1`,
  subject: change.subject,
  time: change.at,
  datacontenttype: 'application/json',
  dataschema: `urn:tongbiao:event:${change.type}:v1`,
  sequence: String(number).padStart(SEQUENCE_DIGITS, '0'),
  data: change.data,
});
