const LOOPBACK = /^(localhost|.+\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/;

/** Why tokens from an address cannot be trusted in a deployment; `undefined` where they can. */
export function whyNotTrusted(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return 'is no address; give it as https://…';
  if (LOOPBACK.test(url.hostname)) return 'is this machine; the development issuer serves the local run only';
  if (url.protocol !== 'https:') return 'is not https, so its keys could be exchanged on the way';
  if (url.username !== '' || url.hash !== '') return 'carries credentials or a fragment; leave them out';
  return undefined;
}
