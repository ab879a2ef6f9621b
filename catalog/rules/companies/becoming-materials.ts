import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { BecomingFacts } from '../../items/filed-becoming-company.ts';
import { implementingRules } from '../../laws.ts';
import { type AskedMaterial, always } from '../materials.ts';
import { intoJointStock } from './becoming.ts';
import { shareMaterials } from './share-materials.ts';

/** `by`: what sends the change to the conditions of the type to be, and so to its materials. */
export const appointmentDocuments = (
  by: readonly Article[],
): AskedMaterial<BecomingFacts, 'appointment-documents'> => ({
  id: 'appointment-documents',
  name: {
    zh: '法定代表人、董事、监事和高级管理人员的任职文件',
    en: 'Appointment of the legal representative, directors, supervisors and senior managers',
  },
  articles: [...by, implementingRules('第二十六条第一款')],
  needed: always,
});

export const shareMaterialsOfTypeToBe = (by: readonly Article[]) =>
  shareMaterials.map(({ needed, ...material }) => ({
    ...material,
    articles: [...by, ...material.articles],
    needed: (facts: BecomingFacts) => {
      const into = intoJointStock.of(facts);
      return into !== undefined && needed(into);
    },
  }));
