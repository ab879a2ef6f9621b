import type { Checked } from './checked.ts';
import type { AtHand, PublishedKey } from './verify-document.ts';

/** The lists a licence names; none for anything else. What it says is not believed yet. */
function listsNamedIn(document: string): readonly string[] {
  try {
    const { credentialStatus = [] } = JSON.parse(
      Buffer.from(document.split('.')[1] ?? '', 'base64url').toString('utf8'),
    );
    return credentialStatus.map((entry: { readonly statusListCredential: unknown }) =>
      String(entry.statusListCredential),
    );
  } catch {
    return [];
  }
}

async function fetched(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

/** Keys and lists of statuses from a service that is trusted; never from an address that only the document names. */
export async function gatherFrom(
  service: string,
  document: string,
): Promise<Pick<AtHand, 'keys' | 'statusLists'>> {
  const base = service.replace(/\/+$/, '');
  const { keys } = (await (await fetched(`${base}/v1/standards/keys`)).json()) as {
    readonly keys: readonly PublishedKey[];
  };
  const paths = listsNamedIn(document).flatMap((list) => /\/v1\/licences\/status\/[\w-]+$/.exec(list) ?? []);
  const statusLists = await Promise.all(paths.map(async (path) => (await fetched(base + path)).text()));
  return { keys, statusLists };
}

/** What the register has of a printed code. */
export async function askService(service: string, licence: string): Promise<Checked> {
  const base = service.replace(/\/+$/, '');
  const response = await fetch(`${base}/v1/licences/verify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ licence }),
  });
  const told = (await response.json()) as { readonly status?: unknown; readonly code?: unknown };
  const status = String((response.ok && told.status) || told.code);
  return {
    mark: response.ok && status === 'valid' ? '✓' : '✗',
    zh: `登记簿中的现状：${status}`,
    en: `the register has it as: ${status}`,
  };
}
