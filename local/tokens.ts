import { findPersona, type InventedPerson, scopesOf } from './personas.ts';

async function answerOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const body = (await response.json()) as Readonly<Record<string, unknown>>;
  if (!response.ok)
    throw new Error(`The local issuer answered ${response.status}: ${body.error_description ?? body.error}`);
  return body;
}

/** A fresh access token of a persona, with all the scopes of its role. */
export async function fetchAccessToken(issuerUrl: string, personaId: string): Promise<string> {
  const persona = findPersona(personaId);
  if (persona === undefined) throw new Error(`There is no persona ${personaId}`);
  const response = await fetch(`${issuerUrl}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${persona.id}:${persona.id}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: scopesOf(persona).join(' ') }),
  });
  return String((await answerOf(response)).access_token);
}

/** A real-name proof; the development identity provider gives one for anybody. */
export async function fetchRealNameProof(issuerUrl: string, person: InventedPerson): Promise<string> {
  const response = await fetch(`${issuerUrl}/real-name/proofs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(person),
  });
  return String((await answerOf(response)).proof);
}
