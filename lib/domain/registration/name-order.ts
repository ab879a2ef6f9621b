import type { PlainDate } from '../time/plain-date.ts';

/** Whoever held that a name has to be stopped: a court, or the authority by a ruling or by correcting the name. */
export type NameOrderGround = 'court' | 'ruling' | 'correction';

/** That an enterprise has to stop using a name (企业名称登记管理规定 第二十三条第二款). */
export interface NameOrder {
  /** The filing by which it was entered. */
  readonly filing: string;
  readonly ground: NameOrderGround;
  /** The name concerned, whole, and its 字号. */
  readonly name: string;
  readonly tradeName?: string;
  readonly receivedOn: PlainDate;
  /** The last day for the change of the name. */
  readonly changeBy: PlainDate;
  /** When it was put on the list of abnormal operations for it. */
  readonly listedOn?: PlainDate;
  /** When it was found that the name need not have been stopped. */
  readonly withdrawnOn?: PlainDate;
}

interface Named {
  readonly name?: string;
  readonly nameOrders?: readonly NameOrder[];
}

/**
 * The order that stands: on the name the enterprise bears now. Another name is all it asks for, so that nothing has to
 * end it; and where that change of name is undone, it stands again.
 */
export const standingNameOrder = ({ name, nameOrders = [] }: Named): NameOrder | undefined =>
  nameOrders.find((order) => order.name === name && order.withdrawnOn === undefined);

/** The name as it is shown: until it is changed, the code stands in for one that has to be stopped. */
export const shownName = (enterprise: Named & { readonly code: string }): string | undefined =>
  standingNameOrder(enterprise) === undefined ? enterprise.name : enterprise.code;

/** Orders that are kept with an enterprise; the filing of each is kept for good. */
const ORDERS_KEPT = 20;

export const withNameOrder = ({ nameOrders = [] }: Named, order: NameOrder): readonly NameOrder[] =>
  [...nameOrders, order].slice(-ORDERS_KEPT);

/** The same with a day told of one of them. */
export const nameOrdersWith = (
  { nameOrders = [] }: Named,
  filing: string,
  day: Partial<Pick<NameOrder, 'listedOn' | 'withdrawnOn'>>,
): readonly NameOrder[] =>
  nameOrders.map((order) => (order.filing === filing ? { ...order, ...day } : order));
