import type * as z from 'zod/mini';
import type { decisionShape } from '../../lib/contract/decisions.ts';
import type { filingShape } from '../../lib/contract/filing-shapes.ts';
import type { InventedPerson } from '../personas.ts';
import { fetchRealNameProof } from '../tokens.ts';
import { latencies } from './tally.ts';

export type ToldFiling = z.output<typeof filingShape>;
export type OfficerAction = z.input<typeof decisionShape>;

export interface Answer {
  readonly status: number;
  readonly body: Partial<ToldFiling> & { readonly code?: string };
  readonly requestId: string;
}

/** An answer that is a fault of the service, or none at all. */
export interface ServiceFault {
  readonly request: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly requestId: string;
}

/** Talks to the service as any client does, and measures it. */
export function loadClient({ url, issuer }: { readonly url: string; readonly issuer: string }) {
  const faults: ServiceFault[] = [];
  const took = { submit: latencies(), decide: latencies() };
  const proofs = new WeakMap<
    InventedPerson['document'],
    { readonly at: number; readonly proof: Promise<string> }
  >();

  async function post(
    path: string,
    token: string,
    body: unknown,
    measured: keyof typeof took,
  ): Promise<Answer> {
    const began = performance.now();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}/v1${path}`, request).catch(() => undefined);
    const text = await response?.text().catch(() => undefined);
    took[measured].add(performance.now() - began);
    const status = text === undefined ? 0 : (response?.status ?? 0);
    const requestId = response?.headers.get('x-request-id') ?? '';
    if (status === 0 || status >= 500) faults.push({ request: `POST ${path}`, status, requestId });
    return { status, requestId, body: text === undefined ? {} : JSON.parse(text) };
  }

  return {
    faults,
    took,
    submit: (token: string, body: unknown) => post('/filings', token, body, 'submit'),
    decide: (token: string, id: string, action: OfficerAction) =>
      post(`/filings/${id}/decision`, token, action, 'decide'),
    /** A proof holds for an hour; `undefined` for somebody of whom the provider takes no note. */
    async proofOf({ name, document }: InventedPerson): Promise<string | undefined> {
      const known = proofs.get(document);
      const fresh = known !== undefined && Date.now() - known.at < 40 * 60_000;
      const proof = fresh ? known.proof : fetchRealNameProof(issuer, { name, document });
      if (!fresh) proofs.set(document, { at: Date.now(), proof });
      return proof.catch(() => undefined);
    },
  };
}

export type LoadClient = ReturnType<typeof loadClient>;
