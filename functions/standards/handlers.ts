import * as z from 'zod/mini';
import { departureReasons } from '../../catalog/departures.ts';
import { listItems as listFiledItems, standardInForce } from '../../catalog/items.ts';
import { listAuthorities as authoritiesOn } from '../../catalog/listed-authorities.ts';
import { listedMeasures } from '../../catalog/measures/listed-measures.ts';
import { measureRows } from '../../catalog/measures/measures.ts';
import { listPlatforms as platformsOn } from '../../catalog/platforms.ts';
import { purposes } from '../../catalog/purposes.ts';
import { recordClasses } from '../../catalog/records/record-classes.ts';
import { retentionRules } from '../../catalog/retention.ts';
import { sources } from '../../catalog/sources.ts';
import { listWindows } from '../../catalog/windows.ts';
import { getItem } from '../../lib/acts/locate-filing.ts';
import type { ReadHealth } from '../../lib/acts/read-health.ts';
import { getHealth } from '../../lib/contract/health.ts';
import { listRetention } from '../../lib/contract/retention.ts';
import {
  getStandard,
  listAuthorities,
  listItems,
  listKeys,
  listMeasures,
  listPlatforms,
} from '../../lib/contract/standards.ts';
import type { Signers } from '../../lib/crypto/create-signers.ts';
import { articlesOn, isInForce } from '../../lib/domain/measures/measure.ts';
import { holdsOn } from '../../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { httpHandler, unknownRoute } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentPart } from './present-health.ts';
import { negativeLists, screening } from './screening-handlers.ts';

export interface StandardsSettings {
  readonly stage: string;
  readonly build: string;
  readonly engine: 'aws' | 'own';
  /** Hash over all published standards and their corpora. */
  readonly standards: string;
  readonly signers: Signers;
  readonly readHealth: ReadHealth;
}

const health = ({ stage, build, engine, standards, readHealth }: StandardsSettings) =>
  httpHandler(getHealth, async ({ moment }) => {
    const parts = await readHealth(moment);
    const status = parts.every((part) => part.status === 'ok') ? ('ok' as const) : ('degraded' as const);
    return {
      status: 200,
      body: { status, stage, build, engine, standards, parts: parts.map(presentPart) },
    };
  });

const itemList = httpHandler(listItems, async ({ query, moment }) => {
  const on = query.on ?? moment.on;
  const inForce = (await listFiledItems()).filter(({ standards }) =>
    standards.some((standard) => holdsOn(standard, on)),
  );
  const entries = inForce.map((item) => ({
    id: item.id,
    name: item.name,
    kind: item.kind,
    standardVersion: standardInForce(item, on).version,
  }));
  return { status: 200, body: { on, items: entries } };
});

const standard = httpHandler(getStandard, async ({ params, query, moment }) => {
  const item = await getItem(params.item);
  const { version, validFrom, validTo, limits, materials, rules, filedWithin } = standardInForce(
    item,
    query.on ?? moment.on,
  );
  return {
    status: 200,
    body: {
      item: item.id,
      name: item.name,
      kind: item.kind,
      ...(item.guidance && { guidance: [...item.guidance] }),
      facts: z.globalRegistry.get(item.filed)?.id ?? '',
      version,
      validFrom,
      ...(validTo !== undefined && { validTo }),
      limits: { ...limits, articles: [...limits.articles] },
      ...(filedWithin && {
        filedWithin: filedWithin.map((period) => ({ ...period, articles: [...period.articles] })),
      }),
      materials: materials.map((material) => ({ ...material, articles: [...material.articles] })),
      rules: rules.map(({ id, effect, message, articles }) => ({
        id,
        effect,
        message,
        articles: [...articles],
      })),
      departures: departureReasons().map(({ code, name, outcomes, articles }) => ({
        code,
        name,
        outcomes: [...outcomes],
        articles: [...articles],
      })),
    },
  };
});

interface Listed {
  readonly provenance: { readonly validFrom: PlainDate; readonly validTo?: PlainDate };
}

/** Entries as they stand on a day, as plain data. */
const standing = <T extends Listed>(entries: readonly T[], on: PlainDate): T[] =>
  entries.filter(({ provenance }) => holdsOn(provenance, on));

const measures = httpHandler(listMeasures, async ({ query, moment }) => {
  const on = query.on ?? moment.on;
  return {
    status: 200,
    body: {
      on,
      listed: standing(listedMeasures(), on).map((entry) => ({ ...entry })),
      measures: measureRows()
        .filter((row) => isInForce(row, on))
        .map((row) => ({ ...row, articles: [...articlesOn(row, on)] })),
      recordClasses: standing(recordClasses(), on).map((entry) => ({ ...entry })),
      purposes: standing(purposes(), on).map((entry) => ({ ...entry })),
      sources: standing(sources(), on).map((entry) => ({ ...entry })),
    },
  };
});

const authorities = httpHandler(listAuthorities, async ({ query, moment }) => {
  const on = query.on ?? moment.on;
  const ofSide = ({ jurisdiction }: { readonly jurisdiction: string }) =>
    query.jurisdiction === undefined || query.jurisdiction === jurisdiction;
  const listed = authoritiesOn(on).filter(
    (authority) => ofSide(authority) && (query.kind === undefined || query.kind === authority.kind),
  );
  return {
    status: 200,
    body: {
      on,
      authorities: listed.map((authority) => ({ ...authority })),
      windows: listWindows(on)
        .filter(ofSide)
        .map((window) => ({ ...window })),
    },
  };
});

const platforms = httpHandler(listPlatforms, async ({ query, moment }) => {
  const on = query.on ?? moment.on;
  return { status: 200, body: { on, entries: platformsOn(on).map((platform) => ({ ...platform })) } };
});

const retention = httpHandler(listRetention, async () => ({
  status: 200,
  body: { retention: retentionRules().map((rule) => ({ ...rule })) },
}));

const keys = ({ signers }: StandardsSettings) =>
  httpHandler(listKeys, async () => {
    const { receiptSigner, licenceSigner, logSigner } = signers;
    const [receipts, licences, logs] = await Promise.all([
      receiptSigner.verificationKeys(),
      licenceSigner.verificationKeys(),
      logSigner.verificationKeys(),
    ]);
    const shown = (signs: 'receipt' | 'licence' | 'log', listed: typeof receipts) =>
      listed.map(({ retiredAt, ...key }) => ({
        ...key,
        kty: key.kty ?? 'EC',
        signs,
        ...(retiredAt !== undefined && { retiredAt }),
      }));
    const keys = [...shown('receipt', receipts), ...shown('licence', licences), ...shown('log', logs)];
    return { status: 200, body: { keys } };
  });

export const createHandler = (settings: StandardsSettings) =>
  surfaceHandler([
    health(settings),
    itemList,
    standard,
    measures,
    authorities,
    platforms,
    negativeLists,
    retention,
    keys(settings),
    screening,
    unknownRoute(),
  ]);
