import type { FilingStep } from '../registration/filing-step.ts';
import type { Change } from './change.ts';

const acceptedBy = ({ acceptedBy: by }: FilingStep) =>
  by.channel === 'online' ? { channel: by.channel } : { channel: by.channel, authority: by.authority };

/** An enterprise is named once it stands in the register, which is public: not by what somebody only filed about it. */
function registered({ registration }: FilingStep) {
  if (registration === undefined) return undefined;
  const { code, version, licence, reservedUntil } = registration;
  return {
    ...(code !== undefined && { enterprise: code }),
    ...(version !== undefined && { enterpriseVersion: version }),
    ...(licence !== undefined && { licence }),
    ...(reservedUntil !== undefined && { reservedUntil }),
  };
}

/**
 * What is told of a step of a filing. Field by field: what a step comes to have is not told before somebody has decided
 * that it may be. Neither the applicant nor the officer, nor anybody whom it concerns.
 */
export function changeOfStep(step: FilingStep, sideOf: (authority: string) => string): Change {
  const registration = registered(step);
  return {
    id: `filing:${step.filing}:${step.version}`,
    side: sideOf(step.decidedBy),
    type: step.type,
    at: step.at,
    subject: `filings/${step.filing}`,
    authority: step.decidedBy,
    data: {
      filing: step.filing,
      version: step.version,
      item: step.item,
      standardVersion: step.standardVersion,
      division: step.division,
      state: step.state,
      acceptedBy: acceptedBy(step),
      decidedBy: step.decidedBy,
      byStandard: step.by === 'standard',
      ...(step.corrects !== undefined && { corrects: step.corrects }),
      ...(step.due && { due: { dueOn: step.due.dueOn, provisional: step.due.provisional } }),
      ...(step.ruling && { outcome: step.ruling.outcome }),
      ...(registration && { registration }),
    },
  };
}
