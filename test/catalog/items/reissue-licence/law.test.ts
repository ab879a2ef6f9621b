import { expect, test } from 'vitest';
import { foundIn } from '../../../support/corpus-case.ts';

const VOID = ['licence.not-declared-void defect'];
const notice = (publishedOn: string, more: object = {}) => [
  { id: 'n1', kind: 'licence-lost', publishedOn, endsOn: publishedOn, objections: 0, ...more },
];

test.each<[string, string, unknown, boolean | undefined, string[]]>([
  ['遗失, declared void the day before', 'lost', notice('2026-11-22'), undefined, []],
  ['遗失, declared void on the day', 'lost', notice('2026-11-23'), undefined, []],
  ['遗失, not declared void', 'lost', [], undefined, VOID],
  ['遗失, to be declared void tomorrow', 'lost', notice('2026-11-24'), undefined, VOID],
  [
    '遗失, the declaration withdrawn',
    'lost',
    notice('2026-11-20', { withdrawnOn: '2026-11-21' }),
    undefined,
    VOID,
  ],
  ['毁坏, declared void', 'destroyed', notice('2026-11-22'), undefined, []],
  ['毁坏, not declared void', 'destroyed', [], undefined, VOID],
  ['毁坏, whatever was handed back', 'destroyed', [], true, VOID],
  ['damaged and handed back', 'damaged', [], true, []],
  ['damaged and kept', 'damaged', [], false, ['licence.not-returned defect']],
])('条例 第三十七条第二款: %s', (_, reason, notices, returned, findings) =>
  expect(
    foundIn('reissue-licence', {
      '/facts/reason': reason,
      ...(returned !== undefined && { '/facts/returned': returned }),
      '/evidence/enterprise/notices': notices,
    }),
  ).toEqual(findings),
);
