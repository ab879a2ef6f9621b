import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { noticeOf } from '../../rules/false-registration.ts';
import { findInquiry } from '../../rules/inquiries.ts';
import { restoredNameRule } from '../../rules/restored-name.ts';
import { defect, each, NONE, note, review, when } from '../../rules/rule.ts';
import type { RevocationFacts } from './facts.ts';
import { fieldsIn } from './parts.ts';

const concernRules: readonly Rule<RevocationFacts>[] = [
  defect({
    id: 'revocation.concerns',
    articles: [implementingRules('第五十三条第一款')],
    zh: '撤销的登记应当是调查所涉的登记：{concerns}',
    en: 'What is revoked is the registration that was inquired into: {concerns}',
    check: onEnterprise((enterprise, { facts }) => {
      const { concerns } = findInquiry(enterprise, facts.inquiry) ?? {};
      return concerns === undefined ? NONE : when(concerns !== facts.concerns, '/concerns', { concerns });
    }),
  }),
  defect({
    id: 'revocation.no-such-step',
    articles: [registrationRegulation('第四十条第二款')],
    zh: '登记簿中没有这次登记的前后状态，不能据以恢复',
    en: 'The register has no such step to undo',
    check: ({ evidence: { undone } }) => when(undone === undefined, '/concerns'),
  }),
  /* 实施细则 第五十二条第二款第二项: of a cancelled enterprise only the cancellation is revoked. */
  defect({
    id: 'revocation.status',
    articles: [registrationRegulation('第四十条第二款'), implementingRules('第五十二条第二款第二项')],
    zh: '经营主体的状态（{status}，自 {since} 起）下不能撤销该登记',
    en: 'In its state ({status} since {since}) this registration cannot be revoked',
    check: onEnterprise(({ status, statusSince }, { evidence: { undone } }) => {
      if (undone === undefined) return NONE;
      const wrong =
        undone.makes === 'cancellation'
          ? status !== 'cancelled'
          : status === 'cancelled' ||
            (undone.makes === 'establishment' && status === 'establishment-revoked');
      return when(wrong, '/concerns', { status, since: statusSince });
    }),
  }),
  defect({
    id: 'revocation.of-move',
    articles: [implementingRules('第五十一条第二款'), registrationRegulation('第二十七条')],
    zh: '撤销迁移登记涉及登记机关的恢复，应当由现登记机关会同原登记机关处理，不适用本事项',
    en: 'To revoke a move would bring back another authority: that is for both authorities to settle, and not done here',
    check: ({ evidence: { undone } }) => when(undone?.item === 'migrate-enterprise', '/concerns'),
  }),
];

const basisRules: readonly Rule<RevocationFacts>[] = [
  defect({
    id: 'revocation.notice',
    articles: [registrationRegulation('第四十条第二款'), implementingRules('第五十三条第二款')],
    zh: '以公示期满无异议为依据的，应当已经公示四十五日（至 {endsOn}）且没有异议（{objections} 件）',
    en: 'Without an objection it is revoked once the notice of 45 days is over (until {endsOn}), with no objection ({objections})',
    check: onEnterprise((enterprise, { facts: { basis, inquiry }, evidence: { readOn } }) => {
      if (basis !== 'unopposed-notice') return NONE;
      const { endsOn, objections = 0 } = noticeOf(enterprise, inquiry) ?? {};
      return when(endsOn === undefined || readOn <= endsOn || objections > 0, '/basis', {
        endsOn: endsOn ?? '—',
        objections,
      });
    }),
  }),
  review({
    id: 'revocation.against',
    articles: [registrationRegulation('第四十一条'), implementingRules('第五十五条')],
    admits: ['register', 'return'],
    zh: '存在可以不予撤销的情形（{against}）：应当权衡后决定；不予撤销的，终结调查',
    en: 'Something speaks against revoking it ({against}): weigh it; where it is not revoked, the inquiry is closed',
    check: ({ facts: { against } }) =>
      each(against ?? [], (one, index) => ({ path: `/against/${index}`, values: { against: one } })),
  }),
];

const extentRules: readonly Rule<RevocationFacts>[] = [
  defect({
    id: 'revocation.part-empty',
    articles: [implementingRules('第五十七条')],
    zh: '仅撤销部分登记事项的，应当写明是哪些虚假的登记事项；注销登记只能整体撤销',
    en: 'Where a part is revoked, it is told which part is false; a cancellation is revoked whole',
    check: ({ facts: { extent }, evidence: { undone } }) => {
      if (extent.kind === 'whole') return NONE;
      const told = undone?.makes === 'establishment' ? extent.strikes : extent.parts;
      return when(undone?.makes === 'cancellation' || (told ?? []).length === 0, '/extent');
    },
  }),
  defect({
    id: 'revocation.part-unchanged',
    articles: [implementingRules('第五十七条')],
    zh: '该次登记没有改变：{part}',
    en: 'That registration did not change: {part}',
    check: ({ facts: { extent }, evidence: { undone } }) =>
      extent.kind === 'whole' || undone?.makes !== 'change'
        ? NONE
        : each(extent.parts ?? [], (part, index) =>
            fieldsIn([part], undone.changed).length === 0
              ? { path: `/extent/parts/${index}`, values: { part } }
              : undefined,
          ),
  }),
  defect({
    id: 'revocation.not-registered',
    articles: [implementingRules('第五十七条')],
    zh: '{person} 没有登记在该经营主体中',
    en: '{person} is not registered with the enterprise',
    check: onEnterprise(({ heads, members, roles }, { facts: { extent, persons } }) => {
      if (extent.kind === 'whole') return NONE;
      const held = new Set([...heads, ...[...members, ...roles].map(({ subject }) => subject)]);
      return each(extent.strikes ?? [], (ref, index) => {
        const person = persons.find((one) => one.ref === ref);
        return person === undefined || held.has(person.subject)
          ? undefined
          : { path: `/extent/strikes/${index}`, values: { person: ref } };
      });
    }),
  }),
  note({
    id: 'revocation.headless',
    articles: [implementingRules('第五十七条'), registrationRegulation('第八条第一款第六项')],
    zh: '撤销后没有登记的法定代表人（负责人），应当及时申请变更登记',
    en: 'Nobody stands for the enterprise after this: it has to apply for a new head without delay',
    check: onEnterprise(({ heads }, { facts: { extent, persons } }) => {
      if (extent.kind === 'whole' || heads.length === 0) return NONE;
      const struck = new Set(
        persons.filter(({ ref }) => extent.strikes?.includes(ref)).map(({ subject }) => subject),
      );
      return when(
        heads.every((head) => struck.has(head)),
        '/extent',
      );
    }),
  }),
  review({
    id: 'revocation.changed-again',
    articles: [registrationRegulation('第四十一条第二项'), implementingRules('第五十五条第二项')],
    admits: ['register', 'return'],
    zh: '该次登记所改变的事项（{fields}）后来又变更登记，撤销后保持现状：应当核实是否能够恢复',
    en: 'What it changed ({fields}) was changed again later and stays as it is: judge whether it can be restored',
    check: ({ evidence: { undone } }) =>
      undone === undefined || undone.changedAgain.length === 0
        ? NONE
        : [{ path: '/concerns', values: { fields: undone.changedAgain } }],
  }),
  restoredNameRule('revocation.name-taken', '/concerns', [registrationRegulation('第四十一条第二项')]),
];

export const revocationRules: readonly Rule<RevocationFacts>[] = [
  ...concernRules,
  ...basisRules,
  ...extentRules,
];
