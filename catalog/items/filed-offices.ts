import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { refShape } from './filed-shapes.ts';

/** Offices of companies of both types (公司法). */
export const officeKinds = [
  'legal-representative',
  'director',
  'board-chair',
  'audit-committee-member',
  'supervisor',
  'supervisory-board-chair',
  'manager',
  'deputy-manager',
  'finance-officer',
  'other-senior-manager',
  'liaison',
] as const;

export const officeShape = z.strictObject({
  person: refShape,
  office: z.enum(officeKinds),
  qualificationDeclared: z.boolean(),
  employeeRepresentative: z.optional(z.boolean()),
});

/** The organs of a limited company; of one by shares the consent of all (第八十三条) is not open. */
export const governanceShape = z.strictObject({
  board: z.enum(['board', 'sole-director']),
  supervision: z.enum(['board', 'sole-supervisor', 'audit-committee', 'none-by-consent']),
});

export const employeesShape = z.int().check(z.minimum(0), z.maximum(10_000_000));

export type Office = Frozen<z.output<typeof officeShape>>;
export type OfficeKind = Office['office'];
export type Governance = Frozen<z.output<typeof governanceShape>>;
