interface Liked {
  readonly range: string;
  readonly quality: number;
}

function likedIn(accept: string): readonly Liked[] {
  return accept.split(',').map((part) => {
    const [range = '', ...parameters] = part.trim().toLowerCase().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    return { range: range.trim(), quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
}

/** The most specific range that covers the type counts (RFC 9110 §12.5.1). */
function qualityOf(type: string, liked: readonly Liked[]): number {
  const [major] = type.split('/');
  for (const wanted of [type, `${major}/*`, '*/*']) {
    const found = liked.find(({ range }) => range === wanted);
    if (found) return found.quality;
  }
  return 0;
}

/** The best liked of the types on offer; the first where none is, as an answer is of more use than a refusal. */
export function likedOf<Type extends string>(accept: string | undefined, offered: readonly Type[]): Type {
  const [first, ...others] = offered;
  if (first === undefined) throw new Error('Nothing is on offer');
  const liked = likedIn(accept ?? '*/*');
  return others.reduce(
    (best, type) => (qualityOf(type, liked) > qualityOf(best, liked) ? type : best),
    first,
  );
}
