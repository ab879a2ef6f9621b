import type { DomainErrorCode } from '../domain/errors.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems of records, of what is told about their sources, and of look-ups. */
export const creditProblems = {
  'record-conflict': {
    status: 409,
    zh: '同一记录（类别、机关、文号、主体、序号）已以不同内容公布，请使用更正。',
    en: 'The same record (class, authority, document, subject, ordinal) stands with other content; use a correction.',
  },
  'record-out-of-catalogue': {
    status: 422,
    zh: '信用信息目录不允许此记录：{reason}。',
    en: 'The credit catalogue does not allow this record: {reason}.',
  },
  'record-step-not-allowed': {
    status: 409,
    zh: '按该记录的现状不能作此处理：{reason}。请重新读取 /v1/credit/records 中的该记录。',
    en: 'As the record stands this cannot be done: {reason}. Read the record again.',
  },
  'repair-not-allowed': {
    status: 422,
    zh: '该记录现在不能修复：{reason}。可修复之日及条件见该记录的 repairable。',
    en: 'The record cannot be repaired now: {reason}. See `repairable` of the record for the day and the conditions.',
  },
  'too-many-exports': {
    status: 429,
    zh: '本机关今天已申请导出 {most} 次，请使用已有的导出，或者明天再申请。',
    en: 'This authority asked for {most} exports today; use one of those, or ask again tomorrow.',
  },
  'too-many-imports': {
    status: 429,
    zh: '本机关每天最多导入 {files} 个文件、共 {bytes} 字节，申请该文件会超过限额。已申请的文件仍可上传、查询；请合并或压减文件，或者明天（北京时间）再申请。',
    en: 'An authority imports at most {files} files and {bytes} bytes a day, which this file would pass. Files asked for already can still be sent and read; put files together, or ask again tomorrow (China time).',
  },
  'heartbeat-behind': {
    status: 409,
    zh: '该来源已声明完整至 {completeUpTo}，不能倒退。',
    en: 'The source already said it is complete up to {completeUpTo}; it cannot go back.',
  },
  'lookup-not-logged': {
    status: 503,
    zh: '本次查询未能留痕，因此不予答复。请稍后重试。',
    en: 'The look-up could not be logged and so is not answered. Try again shortly.',
  },
} as const satisfies Partial<Record<DomainErrorCode, ProblemKind>>;
