import type { DomainErrorCode } from '../domain/errors.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems of the tasks of measures and incentives. */
export const measureProblems = {
  'task-step-not-allowed': {
    status: 409,
    zh: '该任务现为 {state}，不能办理此步骤：{reason}。请重新读取任务，按其当前状态和期限办理。',
    en: 'The task is {state} and this step cannot be taken: {reason}. Read it again and go by its state and limits.',
  },
} as const satisfies Partial<Record<DomainErrorCode, ProblemKind>>;
