/** A resource of a template, as far as a comparison needs it. */
export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

export type Template = Readonly<Record<string, Resource>>;

/** What is pinned of one resource that holds state. */
export interface Pinned {
  readonly type: string;
  readonly deletionPolicy: string;
  /** Properties by which CloudFormation would make another, empty one, or could not go on. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export type Baseline = Readonly<Record<string, Pinned>>;

/**
 * Properties of which a change replaces a resource (`createOnlyProperties` of its CloudFormation schema), or is refused
 * by the service, or takes its contents out of reach. A type that holds state and is not here fails the comparison.
 */
const pinnedOf: Readonly<Record<string, readonly string[]>> = {
  'AWS::DynamoDB::GlobalTable': ['TableName', 'KeySchema', 'LocalSecondaryIndexes', 'StreamSpecification'],
  'AWS::KMS::Key': ['KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
  'AWS::S3::Bucket': [
    'BucketName',
    'BucketNamespace',
    'BucketNamePrefix',
    'ObjectLockEnabled',
    'VersioningConfiguration',
  ],
  'AWS::S3::BucketPolicy': ['Bucket'],
  'AWS::Cognito::UserPool': [
    'AliasAttributes',
    'UsernameAttributes',
    'UsernameConfiguration',
    'Schema',
    'DeletionProtection',
  ],
};

/** Resources that hold nothing: made anew they are the same, so that they are not compared. */
const HOLDS_NOTHING = [
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::Cognito::UserPoolResourceServer',
  'AWS::IAM::Role',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
];

/** Of a table with replicas, whatever stands for a Region: a replica that goes takes its copy along. */
function replicasOf({ Properties = {} }: Resource): readonly unknown[] {
  const replicas = Properties.Replicas;
  return Array.isArray(replicas)
    ? replicas.map(({ DeletionProtectionEnabled, PointInTimeRecoverySpecification }) => ({
        DeletionProtectionEnabled,
        PointInTimeRecoverySpecification,
      }))
    : [];
}

/** Names of indexes: one that is gone from the template is deleted, and reads over it fail until it is there again. */
function indexesOf({ Properties = {} }: Resource): readonly unknown[] {
  const indexes = Properties.GlobalSecondaryIndexes;
  return Array.isArray(indexes)
    ? indexes.map(({ IndexName, KeySchema, Projection }) => ({ IndexName, KeySchema, Projection }))
    : [];
}

function pin(resource: Resource, names: readonly string[]): Pinned {
  const { Type, DeletionPolicy = 'Delete', Properties = {} } = resource;
  const properties: Record<string, unknown> = {};
  for (const name of names) if (Properties[name] !== undefined) properties[name] = Properties[name];
  if (Type === 'AWS::DynamoDB::GlobalTable') {
    properties.Replicas = replicasOf(resource);
    properties.GlobalSecondaryIndexes = indexesOf(resource);
  }
  return { type: Type, deletionPolicy: DeletionPolicy, properties };
}

/**
 * What a template holds.
 *
 * @throws Error for a type of which nobody has said whether it holds state.
 */
export function baselineOf(template: Template): Baseline {
  const held = Object.entries(template).filter(([, { Type }]) => !HOLDS_NOTHING.includes(Type));
  return Object.fromEntries(
    held.map(([id, resource]) => {
      const names = pinnedOf[resource.Type];
      if (names === undefined)
        throw new Error(
          `${id} is a ${resource.Type}: say in lib/cloud/state-baseline.ts what of it must stay, or that it holds nothing`,
        );
      return [id, pin(resource, names)];
    }),
  );
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

function changesOf(id: string, was: Pinned, is: Pinned): readonly string[] {
  if (was.type !== is.type) return [`${id} would be replaced: it is a ${was.type} and becomes a ${is.type}`];
  const names = [...new Set([...Object.keys(was.properties), ...Object.keys(is.properties)])];
  const changed = names
    .filter((name) => shown(was.properties[name]) !== shown(is.properties[name]))
    .filter((name) => !onlyAdds(name, was.properties[name], is.properties[name]))
    .map(
      (name) =>
        `${id} would be replaced, refused or emptied: ${name} is ${shown(was.properties[name])} and becomes ${shown(is.properties[name])}`,
    );
  const weaker =
    was.deletionPolicy === 'Retain' && is.deletionPolicy !== 'Retain'
      ? [
          `${id} would no longer be kept when it leaves the stack: DeletionPolicy becomes ${is.deletionPolicy}`,
        ]
      : [];
  return [...changed, ...weaker];
}

/** An index, a replica or an attribute of accounts more takes nothing away, nor do versions where none were kept. */
function onlyAdds(name: string, was: unknown, is: unknown): boolean {
  if (name === 'VersioningConfiguration') return was === undefined;
  if (!['GlobalSecondaryIndexes', 'Replicas', 'Schema'].includes(name)) return false;
  if (!Array.isArray(was) || !Array.isArray(is)) return false;
  const kept = is.map(shown);
  return is.length >= was.length && was.every((one) => kept.includes(shown(one)));
}

/** What the template would take away, in sentences; what it adds is no loss. */
export function lossesAgainst(baseline: Baseline, template: Template): readonly string[] {
  const now = baselineOf(template);
  return Object.entries(baseline).flatMap(([id, was]) => {
    const is = now[id];
    return is === undefined
      ? [`${id} (${was.type}) would be gone: its logical id changed, or it was taken out`]
      : changesOf(id, was, is);
  });
}

/** Resources that hold state and are not pinned yet. */
export const unpinnedIn = (baseline: Baseline, template: Template): readonly string[] =>
  Object.keys(baselineOf(template)).filter((id) => !(id in baseline));
