const MOST_KEPT = 500;

/** Keeps what was made last, so that what is asked for over and over is made once. A failure is not kept. */
export function keepRecent<Value>(most = MOST_KEPT) {
  const kept = new Map<string, Promise<Value>>();
  return {
    get(key: string, make: () => Promise<Value>): Promise<Value> {
      const found = kept.get(key);
      if (found !== undefined) return found;
      const making = make();
      kept.set(key, making);
      making.catch(() => kept.delete(key));
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return making;
    },
  };
}
