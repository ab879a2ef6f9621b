import { scopeItems } from './vocabulary.ts';

/** The item of the catalogue (经营范围规范目录) with exactly this text, where our copy holds it. */
export const findScopeItem = (text: string) => scopeItems().get(text);

/** 登记前依法须经批准的许可经营项目 (条例 第十四条). */
export const needsApprovalBefore = (text: string): boolean => findScopeItem(text)?.approval === 'before';
