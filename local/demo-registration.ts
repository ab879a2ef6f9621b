import { addDays } from '../lib/domain/time/plain-date.ts';
import { demoFiling } from './demo-company.ts';
import { type DemoStage, filingOf, findings, founder, supervisor, thirdFounder } from './demo-people.ts';
import { ask, must, type Told } from './demo-story.ts';

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
