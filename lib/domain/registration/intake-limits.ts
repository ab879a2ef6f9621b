/**
 * Bounds and periods of what is handed in before it is a filing. None of them is law's: they are what an instance has to
 * hold out, and are read by the contract, the acts and the bucket's own lifecycle alike.
 */
export const intakeLimits = {
  material: {
    /** 20 MB: a bound set of articles, scanned in colour. */
    longestBytes: 20_971_520,
    /** How long a form to upload by is good. */
    formMinutes: 30,
    /** How long an upload is kept that no filing names. */
    keptDays: 30,
    /** How long a link to download by is good. */
    linkSeconds: 300,
    /** As many as a filing can list. */
    mostInFiling: 60,
  },
  /** Uploads of one caller on one day; a window takes in what many people bring. */
  uploadsADay: {
    online: { files: 200, bytes: 1_073_741_824 },
    window: { files: 2_000, bytes: 21_474_836_480 },
  },
  draft: {
    /** Counted from when it was saved last. */
    keptDays: 90,
    /** Open ones of one caller. */
    most: 50,
  },
} as const;
