import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems of what is handed in before it is a filing, materials and drafts, and of a filing on its way. */
export const intakeProblems = {
  'correction-not-allowed': {
    status: 422,
    zh: '不能以本次申请补正 corrects 所指的申请：{reason}。请核对其编号、事项和状态；已被补正的，请补正最近的一件。',
    en: 'This filing cannot correct the one that `corrects` names: {reason}. Check its id, item and state; of a chain, correct the newest.',
  },
  'withdrawal-not-allowed': {
    status: 409,
    zh: '该办件不能撤回：{reason}。依职权办理的事项须由另一名经办人员作出决定。',
    en: 'This filing cannot be withdrawn: {reason}. What an authority does by its office ends by another officer’s decision.',
  },
  'claimed-by-other': {
    status: 409,
    zh: '该申请已由 {officer} 领办；请由其移交，或者由机关负责人移交。',
    en: 'Officer {officer} has claimed this filing; it has to be handed over by them or by the head of the authority.',
  },
  'handover-not-allowed': {
    status: 409,
    zh: '不能这样移交：{reason}。只能移交给在本机关领办或者决定过申请的其他经办人员，或者退回待办。',
    en: 'It cannot be handed over so: {reason}. Name another officer who has claimed or decided here, or give it back to the queue.',
  },
  'follow-up-not-allowed': {
    status: 409,
    zh: '不能这样办理容缺补交：{reason}。承诺补交的材料、期限和现状见该申请的 follow-up。',
    en: 'This cannot be done about what was promised with the filing: {reason}. See its follow-up for what was promised, by when, and what came.',
  },
  'material-not-arrived': {
    status: 409,
    zh: '尚未收到该材料的文件。请先按上传表单提交文件；表单过期的，请重新申请上传。',
    en: 'The file of this material has not arrived. Send it by its form first; where the form has ended, ask for a new upload.',
  },
  'material-refused': {
    status: 422,
    zh: '文件未予接收：{reason}。请核对文件的类型、大小与 SHA-256 后重新申请上传。',
    en: 'The file is not taken: {reason}. Check its type, size and SHA-256 and ask for a new upload.',
  },
  'material-unusable': {
    status: 422,
    zh: '所列上传材料不能随本申请提交，请按 defects 所示位置改正；未写入任何内容。',
    en: 'Uploads that were named cannot be handed in with this filing; mend it where the defects point. Nothing was written.',
  },
  'too-many-uploads': {
    status: 429,
    zh: '今日上传已达上限（{files} 个文件、{bytes} 字节），请明日再试。',
    en: 'The uploads of today are used up ({files} files, {bytes} bytes); try again tomorrow.',
  },
  'draft-not-open': {
    status: 409,
    zh: '没有编号为 {draft} 的未关闭草稿：可能已提交、已放弃或已过期。',
    en: 'There is no open draft {draft} of yours: it was filed, discarded, or has ended.',
  },
  'too-many-drafts': {
    status: 409,
    zh: '未关闭的草稿不得超过 {most} 份，请先提交或放弃其中一些。',
    en: 'At most {most} drafts can be open; file or discard some first.',
  },
} as const satisfies Partial<Record<DomainErrorCode, ProblemKind>>;

/** What is wrong with an upload that a package names. */
export const intakeDefects = {
  'unknown-upload': { zh: '没有您的此项上传材料，或者已过期', en: 'no upload of yours, or it has ended' },
  'upload-not-stored': {
    zh: '该上传材料未完成或者未予接收',
    en: 'the upload was not completed, or was refused',
  },
  'upload-in-other-filing': {
    zh: '该上传材料已随另一件申请提交',
    en: 'the upload was handed in with another filing',
  },
  'digest-not-filed': {
    zh: '所填材料中没有与之相同的 SHA-256',
    en: 'no material of the filing has its SHA-256',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
