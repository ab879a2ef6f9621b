import codeRange from '../../catalog/code-range.json' with { type: 'json' };
import { allocateCode } from '../domain/registration/allocate-code.ts';
import { amended, roleChanges } from '../domain/registration/amend.ts';
import { reservedUntil, reserveName } from '../domain/registration/claim-name.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import { termsOfType } from '../domain/registration/enterprise-type.ts';
import type { Registration } from '../domain/registration/filing.ts';
import type { RegisterChange } from '../domain/registration/register-change.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { CodeStore } from '../store/code-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { NameClaimStore } from '../store/name-claim-store.ts';
import type { RoleStore } from '../store/role-store.ts';
import type { Write } from '../store/transaction.ts';
import type { Matter, Names } from './examine-filing.ts';
import { issueLicence, type LicenceDeps, statusWrites, withPosition } from './issue-licence.ts';
import type { PrepareConsequences } from './prepare-consequences.ts';
import { NO_ROLES, type RoleWrites } from './save-change.ts';
import { touchParent } from './touch-parent.ts';
import { writeNames } from './write-names.ts';

export interface ChangeDeps extends LicenceDeps {
  readonly roles: RoleStore;
  readonly codes: CodeStore;
  readonly nameClaims: NameClaimStore;
  readonly filings: FilingStore;
  /** Left out where nothing that is decided there has credit records as its consequence. */
  readonly prepareConsequences?: PrepareConsequences;
}

/** A change ready to be written: nothing of it is kept until its writes are. */
export interface PreparedChange {
  readonly registration: Registration;
  readonly writes: readonly Write[];
  readonly roleWrites: RoleWrites;
}

interface Changing {
  readonly matter: Matter;
  readonly names: Names;
  readonly moment: Moment;
}

type Of<Kind> = Extract<RegisterChange, { readonly kind: Kind }>;

function requireRead({ matter: { id, register } }: Changing): Enterprise {
  if (register === undefined) throw new Error(`Filing ${id} changes an enterprise that was not read`);
  return register.enterprise;
}

const stepOf = ({ matter: { id, located } }: Changing) => ({
  filing: id,
  item: located.item.id,
  authority: located.authority.id,
});

/** What an enterprise is once it goes on as another: it ends like one that is cancelled, and names who it became. */
const endedFor = (successor: string, read: Enterprise, changing: Changing): Enterprise => {
  const { on } = changing.moment;
  const course = { status: 'cancelled', statusSince: on, succeededBy: successor } as const;
  return amended(read, { kind: 'amend', course, licence: 'withdraw' }, stepOf(changing), changing.moment);
};

const endings = (read: Enterprise, next: Enterprise, { moment }: Changing, { roles }: ChangeDeps) =>
  roleChanges(read, next).ended.map((role) => roles.end(role, read.code, moment.on));

/** The day of registration is the day of establishment (公司法 第三十三条, 市场主体登记管理条例 第二十一条). */
async function establish(
  change: Of<'establish'>,
  changing: Changing,
  deps: ChangeDeps,
): Promise<PreparedChange> {
  const { matter, moment } = changing;
  const { id, located, register } = matter;
  const { authority, division, item } = located;
  const { content, takenOver } = change;
  const predecessor = change.succeeds && requireRead(changing);
  const { codeClass } = termsOfType[content.type];
  const allocated =
    takenOver === undefined
      ? allocateCode({
          prefix: codeRange.prefix,
          serial: deps.codes.drawSerial(),
          division: authority.divisions[0] ?? division,
          codeClass,
        })
      : { code: takenOver.code, body: takenOver.code.slice(8, 17) };
  const { code, body } = allocated;
  const establishedOn = takenOver?.establishedOn ?? moment.on;
  const { lost } = takenOver ?? {};
  const licence = lost === undefined ? 1 : 0;
  const established: Enterprise = {
    ...content,
    code,
    status: lost?.status ?? 'registered',
    statusSince: lost?.since ?? establishedOn,
    suspensions: [],
    notices: [],
    inquiries: [],
    division,
    registeredBy: authority.id,
    establishedOn,
    registeredAt: moment.at,
    licence,
    licences: licence,
    steps: [{ filing: id, item: item.id, on: moment.on, version: 1 }],
    version: 1,
    ...(predecessor && { succeeds: predecessor.code }),
  };
  const end = predecessor && endedFor(code, predecessor, changing);
  const name = { leaves: change.succeeds?.leaves, takes: change.name };
  const enterprise = licence > 0 ? withPosition(established, moment, deps) : established;
  return {
    registration: { code, version: 1, ...(licence > 0 && { licence }) },
    writes: [
      ...writeNames(name, predecessor, code, changing, deps.nameClaims),
      deps.codes.claim(body, code),
      deps.enterprises.create(enterprise),
      ...(predecessor && end
        ? [...deps.enterprises.replace(end, predecessor), ...statusWrites(predecessor, end, moment, deps)]
        : []),
      ...touchParent(enterprise, register?.enterprise, deps.enterprises),
      ...(licence > 0 ? await issueLicence(enterprise, authority, moment, deps) : []),
    ],
    roleWrites: {
      begun: enterprise.roles.map((role) => deps.roles.begin(role, code, moment.on)),
      ended: predecessor && end ? endings(predecessor, end, changing, deps) : [],
    },
  };
}

/** Once the file is handed over, or goes on to another authority, the filing of the move leaves the queue. */
async function closeHandover(
  read: Enterprise,
  next: Enterprise,
  { filings }: ChangeDeps,
  moment: Moment,
): Promise<readonly Write[]> {
  const { filing: id, doneOn } = read.handover ?? {};
  const goesOn = next.handover?.filing === id && next.handover?.doneOn === undefined;
  if (id === undefined || doneOn !== undefined || goesOn) return [];
  const filing = await filings.find(id);
  return filing?.state === 'registered' ? [filings.closeHandover(filing, moment)] : [];
}

/** The records of a decision that was wrong end with what undoes it; whoever decides it stands behind their annulment. */
async function endRecords(
  { filing: id, document }: NonNullable<Of<'amend'>['annulsRecordsOf']>,
  { matter, moment }: Changing,
  { filings, prepareConsequences }: ChangeDeps,
): Promise<readonly Write[]> {
  const undone = await filings.find(id);
  const records = undone?.state === 'registered' ? (undone.registration.records ?? []) : [];
  if (records.length === 0) return [];
  if (prepareConsequences === undefined)
    throw new Error(`Filing ${matter.id} ends records where none can be kept`);
  return prepareConsequences.end({ records, document }, matter.located.authority, matter.id, moment);
}

async function amend(change: Of<'amend'>, changing: Changing, deps: ChangeDeps): Promise<PreparedChange> {
  const { matter, moment } = changing;
  const { id, located } = matter;
  const read = requireRead(changing);
  const amendment = amended(read, change, stepOf(changing), moment);
  const reissued = change.licence === 'reissue';
  const next = reissued ? withPosition(amendment, moment, deps) : amendment;
  const { begun } = roleChanges(read, next);
  const { consequences = [], annulsRecordsOf } = change;
  const handover = next.handover?.filing === id ? next.handover : undefined;
  const records =
    consequences.length === 0
      ? { ids: [], writes: [] }
      : await deps.prepareConsequences?.begin(consequences, located.authority, moment, id, matter.otherKeys);
  if (records === undefined) throw new Error(`Filing ${id} has consequences where none can be kept`);
  return {
    registration: {
      code: read.code,
      version: next.version,
      ...(reissued && { licence: next.licence }),
      ...(records.ids.length > 0 && { records: records.ids }),
      ...(handover && { handover: { from: handover.from, dueOn: handover.dueOn } }),
    },
    writes: [
      ...writeNames(change.name ?? {}, read, read.code, changing, deps.nameClaims),
      ...deps.enterprises.replace(next, read),
      ...(reissued ? await issueLicence(next, located.authority, moment, deps) : []),
      ...statusWrites(read, next, moment, deps),
      ...records.writes,
      ...(annulsRecordsOf === undefined ? [] : await endRecords(annulsRecordsOf, changing, deps)),
      ...(await closeHandover(read, next, deps, moment)),
    ],
    roleWrites: {
      begun: begun.map((role) => deps.roles.begin(role, read.code, moment.on)),
      ended: endings(read, next, changing, deps),
    },
  };
}

function reserve(
  { name, months, for: reservedFor }: Of<'reserve-name'>,
  { matter, names, moment }: Changing,
  { nameClaims }: ChangeDeps,
): PreparedChange {
  const { taken } = names;
  if (taken === undefined) throw new Error(`Filing ${matter.id} reserves a name that was not read`);
  const claims = reserveName(taken.claims, name, { filing: matter.id, months, reservedFor }, moment.on);
  return {
    registration: { reservedUntil: reservedUntil(moment.on, months) },
    writes: [nameClaims.replace(taken, claims)],
    roleWrites: NO_ROLES,
  };
}

/** Turns what an item makes of the register into writes. At most one signature. */
export async function prepareChange(
  change: RegisterChange,
  changing: Changing,
  deps: ChangeDeps,
): Promise<PreparedChange> {
  switch (change.kind) {
    case 'establish':
      return establish(change, changing, deps);
    case 'amend':
      return amend(change, changing, deps);
    case 'reserve-name':
      return reserve(change, changing, deps);
  }
}
