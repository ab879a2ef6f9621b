import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { Governance } from '../../items/filed-offices.ts';
import { defect, each, NONE, review, when } from '../rule.ts';
import {
  countOf,
  employeeHolders,
  holders,
  isDirector,
  isSeniorManager,
  isSupervisor,
  type WithOffices,
} from './offices.ts';

/** What rules on a company's organs see; an item that has it elsewhere gives it by a lens at `''`. */
export interface WithGovernance extends WithOffices {
  readonly governance: Governance;
  readonly employees?: number | undefined;
  /** Their number; where shares are offered to others, these count with the promoters. */
  readonly shareholders: { readonly length: number };
}

export type GovernanceRule =
  | 'board-size'
  | 'board-chair'
  | 'employee-director'
  | 'sole-director'
  | 'small-company'
  | 'supervisory-board-size'
  | 'supervisory-board-members'
  | 'supervisory-board-chair'
  | 'sole-supervisor'
  | 'audit-committee'
  | 'audit-committee-member'
  | 'no-supervisors'
  | 'supervisor-holds-other-office';

/** The articles of each rule: both types of companies have the same organs by articles of their own. */
export type GovernanceArticles = Readonly<Record<GovernanceRule, readonly Article[]>>;

const LEAST_ON_A_BOARD = 3;
const MANY_EMPLOYEES = 300;
/** Above this many shareholders they are no longer taken for few; law names no number [inference]. */
const FEW_SHAREHOLDERS = 10;

const boardRules = (articles: GovernanceArticles): readonly Rule<WithGovernance>[] => [
  defect({
    id: 'governance.board-size',
    articles: articles['board-size'],
    zh: '董事会成员为三人以上，申请中有 {count} 人',
    en: 'A board has three or more directors; the filing names {count}',
    check: ({ facts }) => {
      const count = holders(facts, isDirector).size;
      return when(facts.governance.board === 'board' && count < LEAST_ON_A_BOARD, '/offices', { count });
    },
  }),
  defect({
    id: 'governance.board-chair',
    articles: articles['board-chair'],
    zh: '董事会设董事长一人，申请中有 {count} 人',
    en: 'A board has one chair; the filing names {count}',
    check: ({ facts }) => {
      const count = countOf(facts, 'board-chair');
      return when(facts.governance.board === 'board' && count !== 1, '/offices', { count });
    },
  }),
  /* A sole director is no board, so the article does not ask for an employee there [inference]. */
  defect({
    id: 'governance.employee-director',
    articles: articles['employee-director'],
    zh: '职工人数三百人以上（{employees} 人）的，除依法设监事会并有公司职工代表的外，董事会成员中应当有公司职工代表',
    en: 'With 300 or more employees ({employees}) the board has an employee director, unless a supervisory board has employee members',
    check: ({ facts }) => {
      const { employees = 0, governance } = facts;
      const supervised = governance.supervision === 'board' && employeeHolders(facts, isSupervisor).size > 0;
      const needed = governance.board === 'board' && employees >= MANY_EMPLOYEES && !supervised;
      return when(needed && employeeHolders(facts, isDirector).size === 0, '/offices', { employees });
    },
  }),
  defect({
    id: 'governance.sole-director',
    articles: articles['sole-director'],
    zh: '不设董事会的，设一名董事且不设董事长；申请中有董事 {count} 人、董事长 {chairs} 人',
    en: 'Without a board there is one director and no chair; the filing names {count} and {chairs}',
    check: ({ facts }) => {
      const count = holders(facts, isDirector).size;
      const chairs = countOf(facts, 'board-chair');
      const sole = facts.governance.board === 'sole-director';
      return when(sole && (count !== 1 || chairs > 0), '/offices', { count, chairs });
    },
  }),
  review({
    id: 'governance.small-company',
    articles: articles['small-company'],
    admits: ['register', 'return'],
    zh: '不设董事会或者监事会限于规模较小或者股东人数较少的公司；本公司职工 {employees} 人、股东 {shareholders} 个',
    en: 'Only a small company, or one of few shareholders, does without a board or a supervisory board; this one has {employees} employees and {shareholders} shareholders',
    check: ({ facts: { employees = 0, shareholders, governance } }) => {
      const simple =
        governance.board === 'sole-director' ||
        governance.supervision === 'sole-supervisor' ||
        governance.supervision === 'none-by-consent';
      const large = employees >= MANY_EMPLOYEES && shareholders.length > FEW_SHAREHOLDERS;
      return when(simple && large, '/governance', { employees, shareholders: shareholders.length });
    },
  }),
];

const supervisionRules = (articles: GovernanceArticles): readonly Rule<WithGovernance>[] => [
  defect({
    id: 'governance.supervisory-board-size',
    articles: articles['supervisory-board-size'],
    zh: '监事会成员为三人以上，申请中有 {count} 人',
    en: 'A supervisory board has three or more members; the filing names {count}',
    check: ({ facts }) => {
      const count = holders(facts, isSupervisor).size;
      return when(facts.governance.supervision === 'board' && count < LEAST_ON_A_BOARD, '/offices', {
        count,
      });
    },
  }),
  defect({
    id: 'governance.supervisory-board-members',
    articles: articles['supervisory-board-members'],
    zh: '监事会应当包括股东代表和职工代表，职工代表的比例不得低于三分之一；申请中 {count} 人，职工代表 {employees} 人',
    en: 'A supervisory board has members for the shareholders and for the employees, of these at least a third; the filing names {count}, {employees} for the employees',
    check: ({ facts }) => {
      const count = holders(facts, isSupervisor).size;
      const employees = employeeHolders(facts, isSupervisor).size;
      const unbalanced = employees * 3 < count || employees === count;
      return when(facts.governance.supervision === 'board' && unbalanced, '/offices', { count, employees });
    },
  }),
  defect({
    id: 'governance.supervisory-board-chair',
    articles: articles['supervisory-board-chair'],
    zh: '监事会设主席一人，申请中有 {count} 人',
    en: 'A supervisory board has one chair; the filing names {count}',
    check: ({ facts }) => {
      const count = countOf(facts, 'supervisory-board-chair');
      return when(facts.governance.supervision === 'board' && count !== 1, '/offices', { count });
    },
  }),
  defect({
    id: 'governance.sole-supervisor',
    articles: articles['sole-supervisor'],
    zh: '不设监事会的，设一名监事且不设监事会主席；申请中有监事 {count} 人、主席 {chairs} 人',
    en: 'Without a supervisory board there is one supervisor and no chair; the filing names {count} and {chairs}',
    check: ({ facts }) => {
      const count = holders(facts, isSupervisor).size;
      const chairs = countOf(facts, 'supervisory-board-chair');
      const sole = facts.governance.supervision === 'sole-supervisor';
      return when(sole && (count !== 1 || chairs > 0), '/offices', { count, chairs });
    },
  }),
  defect({
    id: 'governance.audit-committee',
    articles: articles['audit-committee'],
    zh: '审计委员会在董事会中设置，由董事组成',
    en: 'An audit committee is set up within a board and has at least one member',
    check: ({ facts }) => {
      const { board, supervision } = facts.governance;
      if (supervision !== 'audit-committee') return NONE;
      return [
        ...when(board !== 'board', '/governance/board'),
        ...when(countOf(facts, 'audit-committee-member') === 0, '/offices'),
      ];
    },
  }),
  defect({
    id: 'governance.audit-committee-member',
    articles: articles['audit-committee-member'],
    zh: '审计委员会由董事组成：{person} 不是董事，或者公司未设审计委员会',
    en: 'An audit committee consists of directors: {person} is none, or the company has no such committee',
    check: ({ facts }) => {
      const directors = holders(facts, isDirector);
      const none = facts.governance.supervision !== 'audit-committee';
      return each(facts.offices, ({ office, person }, index) =>
        office === 'audit-committee-member' && (none || !directors.has(person))
          ? { path: `/offices/${index}`, values: { person } }
          : undefined,
      );
    },
  }),
  defect({
    id: 'governance.no-supervisors',
    articles: articles['no-supervisors'],
    zh: '设审计委员会或者经全体股东一致同意不设监事的，不应填报监事：{person}',
    en: 'With an audit committee, or by consent of all without a supervisor, none is named: {person}',
    check: ({ facts: { governance, offices } }) => {
      const { supervision } = governance;
      if (supervision !== 'audit-committee' && supervision !== 'none-by-consent') return NONE;
      return each(offices, (office, index) =>
        isSupervisor(office) ? { path: `/offices/${index}`, values: { person: office.person } } : undefined,
      );
    },
  }),
  defect({
    id: 'governance.supervisor-holds-other-office',
    articles: articles['supervisor-holds-other-office'],
    zh: '董事、高级管理人员不得兼任监事：{person}',
    en: 'Directors and senior managers may not be supervisors: {person}',
    check: ({ facts }) => {
      const others = holders(facts, (office) => isDirector(office) || isSeniorManager(office));
      return each(facts.offices, (office, index) =>
        isSupervisor(office) && others.has(office.person)
          ? { path: `/offices/${index}`, values: { person: office.person } }
          : undefined,
      );
    },
  }),
];

export const governanceRules = (articles: GovernanceArticles): readonly Rule<WithGovernance>[] => [
  ...boardRules(articles),
  ...supervisionRules(articles),
];
