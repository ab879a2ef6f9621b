/** What of JSON Schema the schemas of facts use. */
export interface FactsSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, FactsSchema>>;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FactsSchema[];
  readonly oneOf?: readonly FactsSchema[];
  readonly properties?: Readonly<Record<string, FactsSchema>>;
  readonly required?: readonly string[];
  readonly items?: FactsSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly description?: string;
}
