import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stage's file says, or why it says nothing. */
export type SettingsFile =
  | { readonly settings: Readonly<Record<string, unknown>> }
  | { readonly problem: string };

/**
 * The settings of a stage that are kept in a file, `<folder>/<stage>.json`; empty where there is none. A file of another
 * name can be asked for, and then has to be there.
 */
export function readSettingsFile(folder: string, stage: string, asked?: string): SettingsFile {
  const file = asked ?? join(folder, `${stage}.json`);
  if (!existsSync(file))
    return asked === undefined
      ? { settings: {} }
      : { problem: `settings: there is no file ${asked}; give the path of a JSON file, or leave it out` };
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof settings === 'object' && settings !== null && !Array.isArray(settings))
      return { settings: settings as Record<string, unknown> };
    return { problem: `${file} must hold one JSON object of settings` };
  } catch (error) {
    return { problem: `${file} is no JSON: ${error instanceof Error ? error.message : error}` };
  }
}
