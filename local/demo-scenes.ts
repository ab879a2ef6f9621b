import { setTimeout as pause } from 'node:timers/promises';
import { addDays, type PlainDate } from '../lib/domain/time/plain-date.ts';
import { type DemoCompany, demoFiling } from './demo-company.ts';
import { ask, must, type Stage, type Told } from './demo-story.ts';
import type { InventedPerson } from './personas.ts';

const citizen = (name: string, number: string): InventedPerson => ({
  name,
  document: { kind: 'citizen-id', number },
});

const founder = citizen('林望舒', '511623198803150008');
const supervisor = citizen('何知远', '511623199111020004');
const debtor = citizen('孟无期', '500231198507200002');
const partner = citizen('沈清禾', '500231199309080008');
const thirdFounder = citizen('罗见川', '51162319800606000X');

export interface DemoStage extends Stage {
  readonly today: PlainDate;
  readonly proofOf: (person: InventedPerson) => Promise<string>;
}

async function filingOf(stage: DemoStage, company: DemoCompany) {
  const proofs = await Promise.all([company.founder, company.supervisor].map(stage.proofOf));
  return demoFiling(company, stage.today, proofs);
}

const findings = (body: Told['body']) =>
  body.findings.map((finding: Told['body']) => ({
    rule: finding.rule,
    path: finding.path,
    text: finding.text,
    articles: finding.articles.map((article: Told['body']) => `${article.law}${article.article}`),
  }));

/** A company for Linshui, filed at a window in Dianjiang: decided by Linshui, at once. */
export async function anyWindow(stage: DemoStage): Promise<void> {
  stage.tell('一、一家邻水县的公司，在垫江县的窗口申请');
  stage.tell('1. A company for Linshui (Sichuan), handed in at a window in Dianjiang (Chongqing)\n');
  const company = { division: '511623', placeWord: '邻水县', tradeName: '望舒云杉', founder, supervisor };
  const filed = await ask(
    stage,
    { as: 'registrar-cq', method: 'POST', path: '/filings', body: await filingOf(stage, company) },
    ({ id, state, name, acceptedBy, decidedBy, persons, findings, registration }) => ({
      id,
      state,
      name,
      acceptedBy,
      decidedBy,
      persons,
      findings,
      registration,
    }),
  );
  must(filed.body.state === 'registered', 'the complete filing was registered on the spot');
  must(filed.body.decidedBy === 'reg-511623', 'the authority of the place decided, not that of the window');
  stage.tell('  受理的是垫江窗口，决定的是邻水县市场监督管理局；材料齐全、符合法定形式，当场登记。');
  stage.tell(
    '  Dianjiang took it in, Linshui decided it: complete and clear, so it was registered on the spot.\n',
  );
  const licence = await ask(stage, {
    method: 'GET',
    path: `/enterprises/${filed.body.registration.code}/licence`,
  });
  const verified = await ask(stage, {
    method: 'POST',
    path: '/licences/verify',
    body: { licence: licence.body.licence },
  });
  must(verified.body.valid && verified.body.current, 'anyone can check the licence');
  const receipt = await ask(stage, {
    as: 'registrar-cq',
    method: 'GET',
    path: `/filings/${filed.body.id}/receipt`,
  });
  const again = await ask(stage, {
    method: 'POST',
    path: '/receipts/verify',
    body: { receipt: receipt.body.receipt },
  });
  must(
    again.body.factsMatch && again.body.sameFindings && again.body.sameAdmissible,
    'deciding again gives the same',
  );
}

/** Everything wrong at once. */
export async function everyDefect(stage: DemoStage): Promise<void> {
  stage.tell('二、一份有缺陷的申请：所有问题一次告知');
  stage.tell('2. A defective filing: every defect told at once\n');
  const company = { division: '500112', placeWord: '渝北区', tradeName: '舟', founder, supervisor };
  const { facts, ...rest } = demoFiling(company, stage.today);
  const [only] = facts.shareholders;
  const defective = {
    ...rest,
    facts: {
      ...facts,
      shareholders: [{ ...only, subscribedFen: 1, methods: ['labour'], payBy: addDays(stage.today, 3_000) }],
      offices: facts.offices.filter(({ office }) => office !== 'liaison'),
      materials: facts.materials.slice(0, 1),
    },
  };
  const returned = await ask(
    stage,
    { as: 'applicant', method: 'POST', path: '/filings', body: defective },
    (body) => ({
      state: body.state,
      admissible: body.admissible,
      findings: findings(body),
    }),
  );
  must(
    returned.body.state === 'returned' && returned.body.findings.length >= 8,
    'every defect was told at once',
  );
}

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

/** The same case for both sides. */
export async function sameStandard(stage: DemoStage): Promise<void> {
  stage.tell('四、同一事项，两地同一标准：除住所外完全相同的申请');
  stage.tell('4. One standard: the same case for a place of either side\n');
  const results: Told[] = [];
  for (const place of [
    { division: '511623', placeWord: '邻水县' },
    { division: '500231', placeWord: '垫江县' },
  ]) {
    const company = { ...place, tradeName: '见川', founder: thirdFounder, supervisor };
    const body = await filingOf(stage, company);
    const without = { ...body, facts: { ...body.facts, materials: body.facts.materials.slice(1) } };
    results.push(
      await ask(
        stage,
        { as: 'applicant', method: 'POST', path: '/filings/check', body: without },
        (answer) => ({
          decidedBy: answer.decidedBy,
          standardVersion: answer.standardVersion,
          admissible: answer.admissible,
          findings: findings(answer),
        }),
      ),
    );
  }
  const [one, other] = results.map(({ body }) =>
    JSON.stringify([body.standardVersion, body.findings, body.admissible]),
  );
  must(one === other, 'findings and admissible outcomes are equal on both sides');
  stage.tell('  结论相同，只有决定机关不同。The results are equal; only the deciding authority differs.\n');
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
