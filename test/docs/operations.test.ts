import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { schedules } from '../../lib/cloud/schedules.ts';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/operations.md'), 'utf8');
const found = (form: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(form)].map(([, name = '']) => name)),
];

test('every script, test and file it names is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const run = found(/npm run (?:-s )?([a-z-]+)/g);
  expect(run.length).toBeGreaterThan(8);
  expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  const files = found(/`((?:test|lib|catalog|bin)\/[\w./-]+\.(?:ts|json))`/g);
  expect(files.length).toBeGreaterThan(12);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('every schedule is told of, and has its interval in the table that cloud and local run take', () => {
  const names = readdirSync(join(root, 'functions/schedules'));
  expect(Object.keys(schedules).toSorted()).toEqual(names.map((name) => `schedules/${name}`).toSorted());
  expect(names.filter((name) => !text.includes(`| \`${name}\` |`))).toEqual([]);
});

test('every procedure says what was tried', () => {
  const procedures = text.split('\n## ').slice(2);
  const tellsNothingToDo = /^(The calendar|A source|An alarm|A key is leaked|What is run)/;
  const silent = procedures.filter(
    (procedure) =>
      !tellsNothingToDo.test(procedure) && !/[Tt]ried here|[Ss]ynth-asserted|[Uu]ndeployed/.test(procedure),
  );
  expect(silent.map((procedure) => procedure.split('\n')[0])).toEqual([]);
});
