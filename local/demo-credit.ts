import { setTimeout as pause } from 'node:timers/promises';
import { addDays } from '../lib/domain/time/plain-date.ts';
import { type DemoStage, debtor, filingOf, findings, partner } from './demo-people.ts';
import { ask, must, type Told } from './demo-story.ts';

/** A record of one side found by a filing of the other; a person decides. */
export async function sharedRecord(stage: DemoStage): Promise<void> {
  stage.tell('三、重庆公布的失信记录，在四川的申请中被发现，由人审查');
  stage.tell('3. A record published in Chongqing is found by a Sichuan filing and sent to a person\n');
  const record = {
    class: 'dishonest-debtor',
    subject: { kind: 'person', document: debtor.document },
    issuedBy: 'court-500231',
    documentNumber: '（2026）渝0231执虚构7号',
    decidedOn: addDays(stage.today, -30),
    basis: [{ law: '最高人民法院关于公布失信被执行人名单信息的若干规定', article: '第一条' }],
  };
  const published = await ask(stage, {
    as: 'publisher-cq',
    method: 'POST',
    path: '/credit/records',
    body: record,
  });
  must(published.status === 201, 'the record was published');
  const company = {
    division: '511623',
    placeWord: '四川',
    tradeName: '清禾远山',
    founder: debtor,
    supervisor: partner,
  };
  const filed = await ask(
    stage,
    { as: 'applicant', method: 'POST', path: '/filings', body: await filingOf(stage, company) },
    (body) => ({
      id: body.id,
      state: body.state,
      due: body.due,
      admissible: body.admissible,
      findings: findings(body),
    }),
  );
  must(filed.body.state === 'in-review', 'a credit finding goes to review, never to automatic refusal');
  stage.tell('  信用记录不会自动导致退回或不予登记：由邻水县登记人员核实后，在统一标准允许的结果中决定。\n');
  await ask(stage, { as: 'registrar-sc', method: 'GET', path: '/queues/reg-511623' }, ({ filings }) =>
    filings.map((one: Told['body']) => ({ id: one.id, name: one.name, due: one.due })),
  );
  const refused = await ask(
    stage,
    {
      as: 'registrar-sc',
      method: 'POST',
      path: `/filings/${filed.body.id}/decision`,
      body: {
        action: 'refuse',
        grounds: filed.body.findings.map(({ rule }: Told['body']) => rule),
        reason: '经核实，拟任董事仍被列为失信被执行人，不符合任职资格。',
      },
    },
    ({ state, ruling }) => ({ state, ruling }),
  );
  must(
    refused.body.state === 'refused' && refused.body.ruling.remedies.length > 0,
    'a refusal names remedies',
  );
}

/** A batch asked as of two days, and who looked. */
export async function twoDates(stage: DemoStage): Promise<void> {
  stage.tell('五、监管人员批量查询：今天，以及记录产生之前');
  stage.tell('5. A regulator looks up a batch: as of today, and as of a day before the record\n');
  const question = {
    purpose: 'registration',
    basis: 'registration-review',
    subjects: [debtor, partner].map(({ document }) => ({ kind: 'person', document })),
  };
  const verdicts = (body: Told['body']) => ({
    asOf: body.asOf,
    coverage: body.coverage.map(({ completeUpTo }: Told['body']) => ({ completeUpTo })),
    results: body.results.map(({ subject, verdict, measures }: Told['body']) => ({
      subject,
      verdict,
      measures,
    })),
  });
  const now = await ask(
    stage,
    { as: 'regulator-sc', method: 'POST', path: '/credit/lookups', body: question },
    verdicts,
  );
  const before = await ask(
    stage,
    {
      as: 'regulator-sc',
      method: 'POST',
      path: '/credit/lookups',
      body: { ...question, asOf: addDays(stage.today, -60) },
    },
    verdicts,
  );
  const verdictsOf = ({ body }: Told) => body.results.map(({ verdict }: Told['body']) => verdict).join();
  must(verdictsOf(now) === 'hit,clear', 'today the record bears on one of the two');
  must(verdictsOf(before) === 'clear,clear', 'before it was decided it bore on nobody');
}

/** The subject sees who looked, once the stream has fanned the log out. */
export async function whoLooked(stage: DemoStage): Promise<void> {
  stage.tell('六、本人可查：谁、何时、为何查询过我');
  stage.tell('6. The subject sees who looked, when and why\n');
  const seen = { as: 'applicant', method: 'GET', path: '/me/lookups' } as const;
  await ask(
    stage,
    {
      as: 'regulator-cq',
      method: 'POST',
      path: '/credit/lookups',
      body: {
        purpose: 'supervision',
        basis: 'risk-based-supervision',
        subjects: [{ kind: 'person', document: { kind: 'citizen-id', number: '500231198504120007' } }],
      },
    },
    ({ lookup, results }) => ({ lookup, verdicts: results.map(({ verdict }: Told['body']) => verdict) }),
  );
  const quiet: DemoStage = { ...stage, tell: () => undefined };
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { body } = await ask(quiet, seen);
    if (body.lookups?.length > 0) break;
    await pause(200);
  }
  const told = await ask(stage, seen);
  must(told.body.lookups.length > 0, 'the look-up reached the subject’s own file');
}
