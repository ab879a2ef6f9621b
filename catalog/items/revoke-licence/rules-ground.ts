import { suspensionOn } from '../../../lib/domain/registration/suspension.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addMonths, addYears, earlier, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, penaltyLaw, registrationRegulation } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import type { RevocationFacts } from './facts.ts';
import { groundsFor, groundsInLaw, idleMonths, otherwiseInLaw } from './grounds.ts';

const YEARS = 2;
const YEARS_EXTENDED = 5;

const shown = (articles: readonly { readonly article: Article }[]): readonly string[] =>
  articles.map(({ article: { law, article } }) => `${law} ${article}`);

/** Each article once, whichever ground and type it is for. */
const allArticles = [
  ...new Map(
    Object.values(groundsInLaw)
      .flat()
      .map(({ article }) => [`${article.law} ${article.article}`, article]),
  ).values(),
];

const later = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a);

const idleRules: readonly Rule<RevocationFacts>[] = [
  /* A period is full once its last day, the corresponding one, is over (民法典 第二百零一条、第二百零二条). */
  defect({
    id: 'penalty.idle',
    articles: allArticles.filter(({ article }) => /第(?:二百六十|三十六|七十一)条/.test(article)),
    zh: '成立后未开业或者开业后停业不足法定期间：自 {since} 起满 {months} 个月以后（依法歇业的期间除外）才可以作出决定',
    en: 'It has not been idle long enough: decided only after {months} months from {since}, times out of business by law left out',
    check: onEnterprise(({ type, establishedOn, suspensions }, { facts: { ground, decision } }) => {
      if (ground.kind !== 'never-opened' && ground.kind !== 'stopped') return NONE;
      const began = ground.kind === 'stopped' ? ground.since : establishedOn;
      const since = suspensions
        .map(({ until, resumedOn }) => earlier(until, resumedOn) ?? until)
        .filter((end) => end <= decision.decidedOn)
        .reduce(later, began);
      const months = idleMonths(type);
      return when(decision.decidedOn <= addMonths(since, months), '/decision/decidedOn', { since, months });
    }),
  }),
  defect({
    id: 'penalty.suspended',
    articles: [companyLaw('第二百六十条第一款'), registrationRegulation('第三十条')],
    zh: '依法办理歇业的除外：歇业至 {until}',
    en: 'It is out of business by law (歇业) until {until}',
    check: onEnterprise(({ suspensions }, { facts: { ground, decision } }) => {
      if (ground.kind !== 'never-opened' && ground.kind !== 'stopped') return NONE;
      const running = suspensionOn(suspensions, decision.decidedOn);
      return running === undefined ? NONE : [{ path: '/ground', values: { until: running.until } }];
    }),
  }),
];

export const groundRules: readonly Rule<RevocationFacts>[] = [
  defect({
    id: 'penalty.ground',
    articles: [penaltyLaw('第三十八条第一款'), ...allArticles],
    zh: '没有对该类型（{typeName}）按此理由（{ground}）吊销营业执照的法律依据',
    en: 'No law has the licence of this type ({typeName}) revoked on this ground ({ground})',
    check: onEnterprise(({ type, typeName }, { facts: { ground } }) =>
      ground.kind === 'other-law'
        ? NONE
        : when(groundsFor(groundsInLaw[ground.kind], type).length === 0, '/ground/kind', {
            typeName,
            ground: ground.kind,
          }),
    ),
  }),
  review({
    id: 'penalty.otherwise-in-law',
    articles: [penaltyLaw('第十一条第二款'), registrationRegulation('第五十二条')],
    admits: ['register', 'return'],
    zh: '法律对该类型的同一行为另有处罚规定（{articles}）：应当核实行政法规规定的吊销营业执照是否在其范围内',
    en: 'The law of this type has another penalty for the act ({articles}): judge whether a revocation by regulation stays within it',
    check: onEnterprise(({ type }, { facts: { ground } }) => {
      const articles = shown(groundsFor(otherwiseInLaw[ground.kind], type));
      return when(articles.length > 0, '/ground/kind', { articles });
    }),
  }),
  defect({
    id: 'penalty.close',
    articles: [penaltyLaw('第九条第四项'), penaltyLaw('第三十八条第一款')],
    zh: '责令关闭应当写明所依据的法律、行政法规及其条文',
    en: 'An order to close tells the law it rests on, and the article',
    check: ({ facts: { penalty, ground } }) =>
      when(penalty === 'ordered-to-close' && ground.kind !== 'other-law', '/ground/kind'),
  }),
  review({
    id: 'penalty.other-law',
    articles: [penaltyLaw('第十一条'), penaltyLaw('第十二条'), registrationRegulation('第五十二条')],
    admits: ['register', 'return'],
    zh: '应当核对所依据的 {law} {article}：吊销营业执照只能由法律、行政法规设定',
    en: 'Check {law} {article}: only laws and administrative regulations can have a licence revoked',
    check: ({ facts: { ground } }) =>
      ground.kind === 'other-law'
        ? [{ path: '/ground', values: { law: ground.law, article: ground.article } }]
        : NONE,
  }),
  ...idleRules,
  defect({
    id: 'penalty.limitation',
    articles: [penaltyLaw('第三十六条')],
    zh: '违法行为终了之日 {endedOn} 起 {years} 年内未被发现的，不再给予行政处罚',
    en: 'The violation ended on {endedOn} and was not found within {years} years: it is punished no more',
    check: ({ facts: { violation } }) => {
      const { endedOn, discoveredOn, extendedLimit } = violation;
      const years = extendedLimit ? YEARS_EXTENDED : YEARS;
      return endedOn === undefined
        ? NONE
        : when(discoveredOn > addYears(endedOn, years), '/violation/discoveredOn', { endedOn, years });
    },
  }),
];
