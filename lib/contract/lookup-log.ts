import * as z from 'zod/mini';
import { route } from './route.ts';
import { idShape, instantShape, plainDateShape } from './shapes.ts';

const sideShape = z.string().check(z.maxLength(8), z.regex(/^[A-Z]{2,8}$/));
const hashShape = z.string().check(z.maxLength(43));
const pathShape = z.array(hashShape).check(z.maxLength(64));
const statementShape = z.string().check(z.maxLength(4096));
const lookupIdShape = z
  .string()
  .check(z.length(36), z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/));

export const dayRootShape = z
  .strictObject({
    jurisdiction: sideShape,
    day: plainDateShape,
    entries: z.int(),
    root: hashShape,
    log: z.strictObject({ size: z.int(), root: hashShape }),
    sealedAt: instantShape,
    statement: statementShape,
  })
  .register(z.globalRegistry, {
    id: 'LogRoot',
    description:
      'The root of one finished day of a side’s log of look-ups (Merkle tree of RFC 6962 over SHA-256), and of all its days up to it. `statement` says the same, signed by the log key (compact JWS).',
  });

const openedShape = z.strictObject({ value: z.string().check(z.maxLength(200)), salt: hashShape });

export const lookupProofShape = z
  .strictObject({
    content: z.strictObject({
      lookup: z.strictObject({
        id: lookupIdShape,
        at: instantShape,
        on: plainDateShape,
        authority: idShape,
        jurisdiction: sideShape,
        purpose: idShape,
        basis: idShape,
        asOf: z.exactOptional(plainDateShape),
        knownAt: z.exactOptional(instantShape),
      }),
      caller: hashShape,
      subjects: z.strictObject({ count: z.int(), root: hashShape }),
    }),
    caller: z.exactOptional(openedShape),
    subject: z.exactOptional(z.extend(openedShape, { index: z.int(), path: pathShape })),
    entry: z.strictObject({ shard: z.int(), index: z.int(), size: z.int(), path: pathShape }),
    shards: z.strictObject({ index: z.int(), size: z.int(), path: pathShape }),
    statement: statementShape,
  })
  .register(z.globalRegistry, {
    id: 'LookupProof',
    description:
      'That one look-up stands in the log of its day. Checked off-line by `npm run verify-log -- --proof FILE --keys FILE`. Who asked and whom it was about are hashes with a salt of their own; each is opened only to whom it concerns: `subject` to its subject, `caller` to whoever asked and to auditors.',
  });

const scope = 'lookup-log:read';

export const listLogRoots = route({
  id: 'listLogRoots',
  method: 'GET',
  path: '/lookup-log/roots',
  surface: 'lookup-log',
  access: 'public',
  summary: {
    zh: '查询日志每日根（已签名），按日期先后',
    en: 'The signed daily roots of the logs of look-ups, the earliest first',
  },
  query: z.strictObject({
    jurisdiction: z.exactOptional(sideShape),
    after: z.exactOptional(plainDateShape),
  }),
  responses: {
    200: z
      .strictObject({
        roots: z.array(dayRootShape).check(z.maxLength(100)),
        next: z.exactOptional(plainDateShape),
      })
      .register(z.globalRegistry, {
        id: 'LogRoots',
        description: 'A page of daily roots; `next` is the `after` that continues.',
      }),
  },
  errors: [],
});

export const proveConsistency = route({
  id: 'proveLogConsistency',
  method: 'GET',
  path: '/lookup-log/consistency',
  surface: 'lookup-log',
  access: 'public',
  summary: {
    zh: '证明较晚一日的日志完整包含较早一日的日志',
    en: 'Proof that the log up to a later day holds all of the log up to an earlier one, unchanged',
  },
  query: z.strictObject({
    jurisdiction: z.exactOptional(sideShape),
    from: z.exactOptional(plainDateShape),
    to: z.exactOptional(plainDateShape),
  }),
  responses: {
    200: z
      .strictObject({
        proofs: z
          .array(z.strictObject({ from: dayRootShape, to: dayRootShape, path: pathShape }))
          .check(z.maxLength(50)),
      })
      .register(z.globalRegistry, {
        id: 'LogConsistency',
        description:
          'For each side, or the one asked for, two signed roots and the path between their trees of days (RFC 6962 §2.1.2): from the first day to the last that is sealed, unless told otherwise.',
      }),
  },
  errors: ['not-found'],
});

export const proveLookup = route({
  id: 'proveLookup',
  method: 'GET',
  path: '/lookup-log/proofs/{lookup}',
  surface: 'lookup-log',
  access: {
    scope,
    roles: ['applicant', 'registrar', 'head', 'publisher', 'regulator', 'subject', 'auditor'],
  },
  summary: {
    zh: '证明某次查询已留痕：向被查询人、查询人和审计人员提供',
    en: 'Proof that a look-up is in the log: for its subject, for whoever asked, and for auditors',
  },
  params: z.strictObject({ lookup: lookupIdShape }),
  responses: { 200: lookupProofShape },
  errors: ['not-found', 'log-not-sealed'],
});

export const alarmShape = z
  .strictObject({
    at: instantShape,
    kind: z.enum(['near-quota', 'quota-exceeded', 'sequential-numbers', 'entry-after-seal']),
    caller: z.string().check(z.maxLength(64)),
    authority: idShape,
    purpose: idShape,
    lookup: lookupIdShape,
    period: z.exactOptional(z.enum(['hour', 'day'])),
    count: z.int(),
    limit: z.exactOptional(z.int()),
  })
  .register(z.globalRegistry, {
    id: 'LookupAlarm',
    description:
      'Something about an officer’s look-ups that somebody should look at. `caller` is the opaque id under which the log has them; whom they looked at is not told.',
  });

export const listAlarms = route({
  id: 'listLookupAlarms',
  method: 'GET',
  path: '/lookup-log/alarms',
  surface: 'lookup-log',
  access: { scope, roles: ['auditor'] },
  summary: {
    zh: '查询告警（限额、连号等），按月，最近的在前',
    en: 'Alarms about look-ups (quota, runs of numbers) of a month, the newest first',
  },
  query: z.strictObject({
    month: z.exactOptional(z.string().check(z.length(7), z.regex(/^\d{4}-(0[1-9]|1[0-2])$/))),
    cursor: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(2048))),
  }),
  responses: {
    200: z
      .strictObject({
        alarms: z.array(alarmShape).check(z.maxLength(50)),
        next: z.exactOptional(z.string().check(z.maxLength(2048))),
      })
      .register(z.globalRegistry, { id: 'LookupAlarms', description: 'A page of alarms.' }),
  },
  errors: [],
});
