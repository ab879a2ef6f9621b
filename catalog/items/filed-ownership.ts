/** 全民所有制、城镇集体所有制、乡村集体所有制、联营 (实施细则 第九条第二项). */
export const ownerships = ['state-owned', 'urban-collective', 'rural-collective', 'joint-operation'] as const;

export type Ownership = (typeof ownerships)[number];

/** As 实施细则 第九条第一款第二项 calls them. */
export const ownershipNames = {
  'state-owned': '全民所有制企业',
  'urban-collective': '集体所有制企业',
  'rural-collective': '集体所有制企业',
  'joint-operation': '联营企业',
} as const satisfies Record<Ownership, string>;
