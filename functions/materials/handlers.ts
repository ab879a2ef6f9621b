import type * as z from 'zod/mini';
import type { createCompleteUpload } from '../../lib/acts/complete-upload.ts';
import type { ReadMaterials } from '../../lib/acts/read-materials.ts';
import type { createRequestUpload, RequestedUpload } from '../../lib/acts/request-upload.ts';
import {
  completeUpload,
  getFilingMaterial,
  getMaterial,
  listFilingMaterials,
  type materialShape,
  requestUpload,
} from '../../lib/contract/materials.ts';
import type { FiledUpload, Material } from '../../lib/domain/registration/material.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface MaterialActs {
  readonly request: ReturnType<typeof createRequestUpload>;
  readonly complete: ReturnType<typeof createCompleteUpload>;
  readonly read: ReadMaterials;
}

function presentMaterial(material: Material): z.output<typeof materialShape> {
  const { id, state, mediaType, bytes, sha256, createdAt, keptUntil } = material;
  const filing = state === 'stored' ? material.filing : undefined;
  return {
    ...{ id, state, mediaType, bytes, sha256, createdAt },
    ...(state === 'stored' && { storedAt: material.storedAt }),
    ...(state === 'refused' && { refusal: material.refusal }),
    ...(filing === undefined ? { keptUntil } : { filing }),
  };
}

const presentUpload = ({ material, mediaType, bytes, sha256, storedAt }: FiledUpload) => ({
  ...{ material, mediaType, bytes, sha256, storedAt },
});

const request = ({ request }: MaterialActs) =>
  httpHandler(requestUpload, async (received) => {
    const { caller, body, moment } = received;
    const tell = ({ material, form }: RequestedUpload) => ({
      status: 201,
      body: { ...presentMaterial(material), upload: { ...form, fields: { ...form.fields } } },
    });
    const answered = await request(caller, body, { ...askedOnce(requestUpload.id, received), tell }, moment);
    const told = answered.answer.body as ResponseOf<typeof requestUpload>['body'];
    const headers = { location: `/v1/materials/${told.id}`, ...replayedHeaders(answered) };
    return { status: 201, body: told, headers };
  });

const complete = ({ complete }: MaterialActs) =>
  httpHandler(completeUpload, async ({ caller, params, moment }) => ({
    status: 200,
    body: presentMaterial(await complete(caller, params.id, moment)),
  }));

const get = ({ read }: MaterialActs) =>
  httpHandler(getMaterial, async ({ caller, params, moment }) => ({
    status: 200,
    body: presentMaterial(await read.get(caller, params.id, moment)),
  }));

const ofFiling = ({ read }: MaterialActs) =>
  httpHandler(listFilingMaterials, async ({ caller, params }) => {
    const materials = await read.ofFiling(caller, params.id);
    const body = {
      materials: materials.map(({ upload, ...filed }) => ({
        ...filed,
        ...(upload !== undefined && { upload: presentUpload(upload) }),
      })),
    };
    return { status: 200, body };
  });

const link = ({ read }: MaterialActs) =>
  httpHandler(getFilingMaterial, async ({ caller, params, moment }) => {
    const { upload, url, expiresAt } = await read.link(caller, params.id, params.material, moment);
    return { status: 200, body: { upload: presentUpload(upload), url, expiresAt } };
  });

export const createHandler = (acts: MaterialActs) =>
  surfaceHandler([request(acts), complete(acts), get(acts), ofFiling(acts), link(acts)]);
