import type * as z from 'zod/mini';
import type { inboxNoticeShape } from '../contract/own-file.ts';
import type { Remedy } from '../domain/registration/filing.ts';
import type { InboxNotice, InboxNoticeKind } from '../domain/registration/inbox-notice.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import { fillIn, inLanguage, type Language } from './language.ts';

const texts: Readonly<Record<InboxNoticeKind, Bilingual>> = {
  accepted: {
    zh: '{authority}已受理您申请的“{item}”，将于{dueOn}前（含当日）作出决定。',
    en: '{authority} has accepted your filing “{item}” and decides it by {dueOn}.',
  },
  returned: {
    zh: '您申请的“{item}”已退回，审查意见共{findings}项，请一次补正后重新提交。',
    en: 'Your filing “{item}” was returned with {findings} finding(s); mend them all and file again.',
  },
  registered: {
    zh: '您申请的“{item}”已由{authority}办结。',
    en: 'Your filing “{item}” was granted by {authority}.',
  },
  refused: {
    zh: '{authority}对您申请的“{item}”决定不予登记。{remedies}',
    en: '{authority} refused your filing “{item}”. {remedies}',
  },
  extended: {
    zh: '经{authority}负责人批准，您申请的“{item}”办理期限延长至{dueOn}（含当日）。',
    en: 'With the approval of its head, {authority} now decides your filing “{item}” by {dueOn}.',
  },
  withdrawn: {
    zh: '您申请的“{item}”已撤回。',
    en: 'Your filing “{item}” was withdrawn.',
  },
  'file-handed-over': {
    zh: '{authority}已移交经营主体{enterprise}的登记档案。',
    en: '{authority} has handed over the file of the enterprise {enterprise}.',
  },
  'materials-promised': {
    zh: '您申请的“{item}”经容缺受理，承诺补交的{awaited}项材料应在{dueOn}前（含当日）补交。',
    en: 'Your filing “{item}” was taken in with {awaited} material(s) missing, as you promised them; hand them in by {dueOn}.',
  },
  'materials-due': {
    zh: '您申请的“{item}”承诺补交的材料尚缺{awaited}项，应在{dueOn}前（含当日）补交。',
    en: 'Of what you promised with your filing “{item}”, {awaited} material(s) are still missing; hand them in by {dueOn}.',
  },
  'materials-overdue': {
    zh: '您申请的“{item}”承诺补交的材料尚缺{awaited}项，期限已于{dueOn}届满，请立即补交；逾期未补交的，{authority}可以依法记为违背信用承诺。',
    en: 'Of what you promised with your filing “{item}”, {awaited} material(s) are missing and were due by {dueOn}: hand them in at once. {authority} may record a broken promise as a breach of a credit commitment.',
  },
  'materials-complete': {
    zh: '您申请的“{item}”承诺补交的材料已收齐。',
    en: 'Everything you promised with your filing “{item}” has come.',
  },
  'materials-not-handed-in': {
    zh: '{authority}已登记：您申请的“{item}”承诺补交的材料逾期未补交{awaited}项。您可以向其陈述意见。',
    en: '{authority} has written down that {awaited} material(s) you promised with your filing “{item}” did not come. You may state your case to it.',
  },
  'by-office': {
    zh: '{authority}依职权对经营主体{enterprise}办理了“{item}”。',
    en: '{authority} has, by its office, done “{item}” to the enterprise {enterprise}.',
  },
};

const remedyTexts: Readonly<Record<Remedy['kind'], Bilingual>> = {
  reconsideration: {
    zh: '可以自知道该决定之日起{count}{unit}内向{body}申请行政复议',
    en: 'You may ask {body} for reconsideration within {count} {unit} of learning of it',
  },
  lawsuit: {
    zh: '可以自知道该决定之日起{count}{unit}内向{body}提起行政诉讼',
    en: 'You may sue before {body} within {count} {unit} of learning of it',
  },
};
const units: Readonly<Record<Remedy['period']['unit'], Bilingual>> = {
  days: { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
};

function remediesText(remedies: readonly Remedy[], language: Language): string {
  const each = remedies.map(({ kind, body, period }) => {
    const values = { body, count: period.count, unit: inLanguage(units[period.unit], language) };
    return fillIn(inLanguage(remedyTexts[kind], language), values, language);
  });
  if (each.length === 0) return '';
  return language === 'en' ? `${each.join('. ')}.` : `${each.join('；')}。`;
}

/** A notice in words, with what it rests on as data beside them. */
export function presentNotice(
  { itemName, ...notice }: InboxNotice & { readonly itemName: Bilingual; readonly authorityName: string },
  language: Language,
): z.input<typeof inboxNoticeShape> {
  const { kind, filing, version, licence, remedies, enterprise, ...rest } = notice;
  const values = {
    ...rest,
    enterprise,
    authority: notice.authorityName,
    item: inLanguage(itemName, language),
    remedies: remediesText(remedies ?? [], language),
  };
  return {
    id: `${filing}.${version}.${kind}`,
    kind,
    filing,
    version,
    ...rest,
    itemName: inLanguage(itemName, language),
    text: fillIn(inLanguage(texts[kind], language), values, language).trim(),
    ...(enterprise !== undefined && { enterprise }),
    ...(licence !== undefined && { licence: `/v1/enterprises/${enterprise}/licence` }),
    ...(remedies && { remedies: remedies.map((remedy) => ({ ...remedy, articles: [...remedy.articles] })) }),
  };
}
