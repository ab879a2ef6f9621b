import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';

/** Why a record is not admitted, or a step about one, a list, a task or a promise is not taken. What follows may fill in a value. */
const texts: Readonly<Record<string, Bilingual>> = {
  'class-not-in-force': { zh: '该类别尚未生效或者已经失效', en: 'its class is not in force' },
  'authority-kind': { zh: '该类记录不由此类机关认定', en: 'authorities of this kind issue no such record' },
  'subject-kind': { zh: '该类记录不适用于此类主体', en: 'the class knows no such subject' },
  'other-side': {
    zh: '该类别属于另一方的补充目录',
    en: 'its class stands in the supplement of the other side',
  },
  severity: {
    zh: '应当且只能从该类别的失信程度中选择一种',
    en: 'its severity has to be one of the class, and none where the class knows none',
  },
  'severity-differs': {
    zh: '失信程度与文书内容按规则得出的不一致',
    en: 'its severity is another than follows from the document by the rules',
  },
  'no-period-rule': {
    zh: '文书日期当时没有适用的公示期规则',
    en: 'no rule of periods covers the date of its document',
  },
  annulled: { zh: '记录已撤销', en: 'the record is annulled' },
  repaired: { zh: '记录已修复', en: 'the record is repaired' },
  withdrawn: { zh: '记录已撤销或者已修复', en: 'it is annulled or repaired' },
  ended: { zh: '已经期满终止', en: 'it has ended by itself' },
  needless: { zh: '该记录不是失信信息，无须修复', en: 'it does not speak against its subject' },
  never: { zh: '依照规定不予修复，至期满为止', en: 'by law it stands its whole time' },
  'too-early': {
    zh: '尚未届满最短期限，{from}起方可',
    en: 'its minimum has not passed; it can be from {from}',
  },
  pending: { zh: '已有在办的修复申请', en: 'a request for it is pending' },
  barred: {
    zh: '因提供虚假材料或者违反信用承诺，{from}前不得申请',
    en: 'after false materials or a broken commitment nothing can be asked for before {from}',
  },
  'conditions-not-met': {
    zh: '尚有条件未核实具备（{unmet}）',
    en: 'conditions are not found to be met ({unmet})',
  },
  'disputed-already': { zh: '已有尚未答复的异议', en: 'a dispute of it is open' },
  'disputed-too-often': { zh: '对该记录的异议已达次数上限', en: 'it was disputed as often as it may be' },
  'nothing-disputed': { zh: '没有待答复的异议', en: 'no dispute of it is open' },
  'nothing-changed': { zh: '更正后的内容与现内容相同', en: 'what is to be corrected is so already' },
  'nothing-asked': { zh: '没有在办的修复申请', en: 'no repair was asked for' },
  'nothing-repaired': { zh: '该记录没有可以撤销的修复', en: 'there is no repair of it to take back' },
  accepted: { zh: '该申请已受理', en: 'the request was accepted already' },
  shielded: { zh: '该记录已在屏蔽期间', en: 'it is shielded already' },
  'not-shielded': { zh: '该记录不在屏蔽期间', en: 'it is not shielded' },
  'not-of-a-debtor-enterprise': {
    zh: '只有企业的失信记录可以在破产重整期间屏蔽',
    en: 'only what speaks against an enterprise can be shielded in its reorganisation',
  },
  'too-many-records-of-subject': {
    zh: '该主体的记录过多，须由运维办理',
    en: 'the subject has too many records; operators have to do it',
  },
  'too-many-versions': { zh: '该记录的变动次数已达上限', en: 'nothing more can happen to the record' },
  'not-accepted': { zh: '申请尚未受理，或者已经办结', en: 'the request is not accepted yet, or is decided' },
  'already-proposed': { zh: '已提出延长，待负责人批准', en: 'it is proposed already and waits for the head' },
  'already-extended': { zh: '已延长过一次', en: 'it was extended once already' },
  'nothing-proposed': { zh: '没有待批准的延长', en: 'nothing is proposed' },
  overdue: { zh: '办理期限已经届满', en: 'the period is over' },
  closed: { zh: '该案已经办结', en: 'the case is closed' },
  'no-notice-for-list': { zh: '该名单不要求事先告知', en: 'the list asks for no notice beforehand' },
  'notified-already': { zh: '已经告知', en: 'the subject was told already' },
  'not-notified': {
    zh: '尚未告知当事人事由、依据和权利',
    en: 'the subject was not told of grounds and rights',
  },
  'objected-already': { zh: '当事人已提出异议', en: 'the subject has objected already' },
  'objected-or-decided': { zh: '已提出异议或者已作出决定', en: 'it was objected to or decided already' },
  'objection-period-over': { zh: '提出异议的期限已经届满', en: 'the period to object is over' },
  'objection-period-runs': { zh: '提出异议的期限尚未届满', en: 'the period to object still runs' },
  'objection-unanswered': { zh: '异议尚未核实答复', en: 'the objection is not answered' },
  'objection-accepted': { zh: '异议已被采纳', en: 'the objection was accepted' },
  'nothing-objected': { zh: '没有异议需要答复', en: 'nothing was objected' },
  'answered-already': { zh: '异议已经答复', en: 'the objection was answered already' },
  'no-consent-needed': { zh: '无须上一级机关同意', en: 'no consent is needed' },
  'consent-asked-already': { zh: '已报请上一级机关同意', en: 'consent was asked for already' },
  'no-consent-asked': { zh: '尚未报请上一级机关同意', en: 'consent was not asked for' },
  'consent-needed': { zh: '须经上一级机关同意', en: 'the consent of the next higher authority is needed' },
  'consent-declined': { zh: '上一级机关未予同意', en: 'the next higher authority has declined' },
  'not-on-list': { zh: '当事人不在名单上', en: 'the subject is not on the list' },
  'proposed-already': { zh: '已经提出', en: 'it is proposed already' },
  'decided-already': { zh: '已经作出决定', en: 'it is decided already' },
  'not-decided-to-apply': { zh: '尚未决定适用', en: 'it is not decided that it applies' },
  'not-executed': { zh: '尚未执行', en: 'it is not carried out' },
  'ground-holds': { zh: '所依据的记录和条款仍然有效', en: 'its record, row and articles still hold' },
  awaited: { zh: '承诺补交的材料尚未收齐', en: 'what was promised is still awaited' },
  complete: { zh: '承诺补交的材料已收齐', en: 'everything that was promised has come' },
  'not-handed-in': { zh: '已登记逾期未补交', en: 'that it did not come was written down' },
  moot: { zh: '该申请已退回、不予登记或者撤回', en: 'the filing came to nothing' },
  'not-promised': { zh: '所交材料不在承诺补交之列', en: 'a material was not promised' },
  'handed-in-already': { zh: '该材料已补交', en: 'a material came already, or is named twice' },
  'still-running': { zh: '承诺的补交期限尚未届满', en: 'the days that were promised are not over' },
  'files-while-in-review': {
    zh: '审查期间不接收补交材料的文件，可先交摘要',
    en: 'files come once it is registered; hand in the digest',
  },
};

/** The problems whose `reason` is one of these; a reason of others speaks for itself. */
const told: ReadonlySet<DomainErrorCode> = new Set([
  'record-out-of-catalogue',
  'record-step-not-allowed',
  'repair-not-allowed',
  'extension-not-allowed',
  'listing-step-not-allowed',
  'task-step-not-allowed',
  'follow-up-not-allowed',
]);

/** Why, in words; `undefined` where the code of the reason is all there is to say. */
export const reasonText = (code: string, reason: unknown): Bilingual | undefined =>
  told.has(code as DomainErrorCode) && typeof reason === 'string' && Object.hasOwn(texts, reason)
    ? texts[reason]
    : undefined;
