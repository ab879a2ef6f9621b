import { workingCalendar } from '../../catalog/calendar.ts';
import type { createCheckFiling } from '../../lib/acts/check-filing.ts';
import { seesProceedings } from '../../lib/acts/filing-rights.ts';
import type { createReadFollowUp, FollowUpFile, FollowUpFiling } from '../../lib/acts/follow-up-filing.ts';
import { openFollowUp } from '../../lib/acts/open-follow-up.ts';
import type { ReadFilings } from '../../lib/acts/read-filings.ts';
import { ruleMessage as message } from '../../lib/acts/rule-message.ts';
import type { createSubmitFiling } from '../../lib/acts/submit-filing.ts';
import type { createWithdrawFiling } from '../../lib/acts/withdraw-filing.ts';
import {
  checkFiling,
  getFiling,
  getReceipt,
  listFilings,
  submitFiling,
  withdrawFiling,
} from '../../lib/contract/filings.ts';
import { followUpFiling, getFollowUp } from '../../lib/contract/follow-ups.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import type { Language } from '../../lib/edge/language.ts';
import { presentChecked, presentFiling } from '../../lib/edge/present-filing.ts';
import { presentFollowUp } from '../../lib/edge/present-follow-up.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { readPackage } from './read-package.ts';

export interface FilingActs {
  readonly check: ReturnType<typeof createCheckFiling>;
  readonly submit: ReturnType<typeof createSubmitFiling>;
  readonly withdraw: ReturnType<typeof createWithdrawFiling>;
  readonly read: ReadFilings;
  readonly followUp: FollowUpFiling;
  readonly readFollowUp: ReturnType<typeof createReadFollowUp>;
}

type Filing = Parameters<typeof presentFiling>[0];

interface Reading {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly language: Language;
}

/** As whoever asks may see it. */
const shown = (filing: Filing, { caller, moment, language }: Reading) =>
  presentFiling(filing, {
    message,
    language,
    on: moment.on,
    proceedings: seesProceedings(caller, filing),
    promised: (one) => openFollowUp(one, workingCalendar),
  });

const check = ({ check }: FilingActs) =>
  httpHandler(checkFiling, async ({ caller, body, moment, language }) => {
    const { located, decision } = await check(caller, await readPackage(body), moment);
    return { status: 200, body: presentChecked(located, decision, { message, language }) };
  });

const submit = ({ submit }: FilingActs) =>
  httpHandler(submitFiling, async (received) => {
    const request = { ...received, body: await readPackage(received.body) };
    const { caller, body, moment, language } = request;
    const asked = {
      ...askedOnce(submitFiling.id, request),
      tell: (filing: Filing) => ({ status: 201, body: shown(filing, request), language }),
    };
    const answered = await submit(caller, body, asked, moment);
    const told = answered.answer.body as ResponseOf<typeof submitFiling>['body'];
    const headers = {
      location: `/v1/filings/${told.id}`,
      etag: `"${told.version}"`,
      ...replayedHeaders(answered),
    };
    return { status: 201, body: told, headers };
  });

const withdraw = ({ withdraw }: FilingActs) =>
  httpHandler(withdrawFiling, async (request) => {
    const { caller, params, body, moment, language, ifMatch } = request;
    const asked = {
      ...askedOnce(withdrawFiling.id, { ...request, body: body ?? {} }),
      tell: (filing: Filing) => ({ status: 200, body: shown(filing, request), language }),
    };
    const expectedVersion = ifMatch === undefined ? undefined : Number(ifMatch);
    const withdrawal = { filing: params.id, expectedVersion, reason: body?.reason };
    const answered = await withdraw(caller, withdrawal, asked, moment);
    const told = answered.answer.body as ResponseOf<typeof withdrawFiling>['body'];
    return { status: 200, body: told, headers: { etag: `"${told.version}"`, ...replayedHeaders(answered) } };
  });

const get = ({ read }: FilingActs) =>
  httpHandler(getFiling, async (request) => {
    const filing = await read.get(request.caller, request.params.id);
    return {
      status: 200,
      body: shown(filing, request),
      headers: { etag: `"${filing.version}"` },
    };
  });

const list = ({ read }: FilingActs) =>
  httpHandler(listFilings, async (request) => {
    const { entries, next } = await read.listOwn(request.caller, request.query.cursor);
    const filings = entries.map((filing) => shown(filing, request));
    return { status: 200, body: { filings, ...(next !== undefined && { next }) } };
  });

const receipt = ({ read }: FilingActs) =>
  httpHandler(getReceipt, async ({ caller, params }) => {
    const { filing, receipt } = await read.receipt(caller, params.id);
    return { status: 200, body: { filing: filing.id, version: filing.version, receipt } };
  });

const followUpAsOf = (file: FollowUpFile, on: Moment['on']) =>
  presentFollowUp(file, { on, calendar: workingCalendar });

const readFollowUp = ({ readFollowUp }: FilingActs) =>
  httpHandler(getFollowUp, async ({ caller, params, moment }) => {
    const body = followUpAsOf(await readFollowUp(caller, params.id), moment.on);
    return { status: 200, body, headers: { etag: `"${body.version}"` } };
  });

const follow = ({ followUp }: FilingActs) =>
  httpHandler(followUpFiling, async (request) => {
    const { caller, params, body, moment, ifMatch } = request;
    const asked = {
      ...askedOnce(followUpFiling.id, request),
      tell: (file: FollowUpFile) => ({ status: 200, body: followUpAsOf(file, moment.on) }),
    };
    const expectedVersion = ifMatch === undefined ? undefined : Number(ifMatch);
    const answered = await followUp(caller, { filing: params.id, expectedVersion, act: body }, asked, moment);
    const told = answered.answer.body as ResponseOf<typeof followUpFiling>['body'];
    return { status: 200, body: told, headers: { etag: `"${told.version}"`, ...replayedHeaders(answered) } };
  });

export const createHandler = (acts: FilingActs) =>
  surfaceHandler(
    [check, submit, withdraw, get, list, receipt, readFollowUp, follow].map((handle) => handle(acts)),
  );
