import * as z from 'zod/mini';
import type { ChangeType } from '../../domain/changes/change.ts';
import { instantShape } from '../shapes.ts';

const text = (longest: number, form: RegExp) => z.string().check(z.maxLength(longest), z.regex(form));

/** How events and what they are about are named, unless a kind says otherwise. */
const NAMED = {
  id: /^(filing|record|task):[A-Za-z0-9_-]{1,64}:[0-9]{1,9}$/,
  subject: /^(filings|credit\/records|measure-tasks)\/[A-Za-z0-9_-]{1,64}$/,
};

/** The envelope of CloudEvents 1.0 around what one type of event tells. */
export const eventShape = <Type extends ChangeType, Data extends z.ZodMiniType>(
  type: Type,
  data: Data,
  named: Readonly<Record<'id' | 'subject', RegExp>> = NAMED,
) =>
  z.strictObject({
    specversion: z.literal('1.0'),
    id: text(80, named.id),
    source: text(40, /^urn:tongbiao:side:[A-Z]{2,8}$/),
    type: z.literal(`tongbiao.${type}.v1`),
    subject: text(80, named.subject),
    time: instantShape,
    datacontenttype: z.literal('application/json'),
    dataschema: z.literal(`urn:tongbiao:event:${type}:v1`),
    sequence: text(12, /^[0-9]{12}$/),
    data,
  });
