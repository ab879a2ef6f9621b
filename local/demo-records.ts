import type * as z from 'zod/mini';
import type { recordToPublishShape } from '../lib/contract/credit-records.ts';
import { inventedDebtor } from './personas.ts';

export interface DemoRecord {
  /** The persona whose authority publishes it. */
  readonly publisher: string;
  readonly record: z.input<typeof recordToPublishShape>;
}

/** Invented organisations: their codes are right, but no such bodies were ever given out. */
const inventedShop = { kind: 'organisation', code: '91511623MAQ0TB010G' } as const;
const inventedFactory = { kind: 'organisation', code: '91500231MAQ0TB029T' } as const;

/** The credit records that a new data directory begins with, of both sides, about invented subjects alone. */
export const demoRecords: readonly DemoRecord[] = [
  {
    publisher: 'publisher-cq',
    record: {
      class: 'dishonest-debtor',
      subject: { kind: 'person', document: inventedDebtor.document },
      issuedBy: 'court-500231',
      documentNumber: '（2026）渝0231执演示1号',
      decidedOn: '2026-05-11',
      basis: [{ law: '最高人民法院关于公布失信被执行人名单信息的若干规定', article: '第一条' }],
    },
  },
  {
    publisher: 'publisher-cq',
    record: {
      class: 'penalty',
      severity: 'general',
      subject: inventedFactory,
      issuedBy: 'reg-500231',
      documentNumber: '垫市监处罚〔2026〕演示1号',
      decidedOn: '2026-06-15',
      basis: [{ law: '市场主体登记管理条例', article: '第四十七条' }],
    },
  },
  {
    publisher: 'publisher-sc',
    record: {
      class: 'abnormal-list',
      subject: inventedShop,
      issuedBy: 'reg-511623',
      documentNumber: '邻市监异列〔2026〕演示1号',
      decidedOn: '2026-07-06',
      basis: [{ law: '企业信息公示暂行条例', article: '第十七条' }],
    },
  },
  {
    publisher: 'publisher-sc',
    record: {
      class: 'honour',
      subject: inventedFactory,
      issuedBy: 'credit-510000',
      documentNumber: '川信用守信〔2026〕演示1号',
      decidedOn: '2026-03-02',
      basis: [{ law: '社会信用体系建设规划纲要', article: '守信激励' }],
    },
  },
];
