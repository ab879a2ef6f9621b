import * as z from 'zod/mini';
import { establishCompany } from '../../../catalog/items/establish-company/item.ts';

/** A draft of an item that asks for something no filing has told so far, where the capital is large. */
export const establishCompanyWithWebsite = {
  ...establishCompany,
  filed: z.extend(establishCompany.filed as unknown as z.ZodMiniObject, { website: z.string() }),
};
