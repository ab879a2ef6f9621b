import { accessListOn, marketAccessList } from '../../catalog/negative-lists/market-access.ts';
import { yangtzeList } from '../../catalog/negative-lists/yangtze.ts';
import { listNegativeLists, screenProject as screenProjectRoute } from '../../lib/contract/screenings.ts';
import { screenProject } from '../../lib/domain/screening/screen-project.ts';
import { screenScope } from '../../lib/domain/screening/screen-scope.ts';
import { holdsOn } from '../../lib/domain/standard/provenance.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentProject, presentScope } from './present-screening.ts';

/** Both lists as they stand on a day, as data. */
export const negativeLists = httpHandler(listNegativeLists, async ({ query, moment }) => {
  const on = query.on ?? moment.on;
  const yangtze = yangtzeList();
  const { prohibited, licensed, ...marketAccess } = marketAccessList();
  return {
    status: 200,
    body: {
      on,
      yangtze: { ...yangtze, entries: yangtze.entries.filter(({ provenance }) => holdsOn(provenance, on)) },
      marketAccess: {
        ...marketAccess,
        prohibited: prohibited.filter(({ provenance }) => holdsOn(provenance, on)),
        licensed: licensed.filter(({ provenance }) => holdsOn(provenance, on)),
      },
    },
  };
});

/** Who asks makes no difference: nothing of the caller is known here, and nothing is kept. */
export const screening = httpHandler(
  screenProjectRoute,
  async ({ body: { project, scope }, moment: { on } }) => {
    const entries = yangtzeList().entries.filter(({ provenance }) => holdsOn(provenance, on));
    return {
      status: 200,
      body: {
        on,
        ...(project !== undefined && { project: presentProject(screenProject(project, entries)) }),
        ...(scope !== undefined && { scope: presentScope(screenScope(scope, accessListOn(on))) }),
      },
    };
  },
);
