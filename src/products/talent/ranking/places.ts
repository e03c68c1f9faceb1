/** Which countries lie side by side: somebody across the border is nearer than somebody across the continent. */

/** Land borders of Africa, each pair once. Islands have no neighbours. */
const BORDERS =
  'DZ-MA DZ-TN DZ-LY DZ-NE DZ-ML DZ-MR MA-MR TN-LY LY-EG LY-TD LY-NE LY-SD EG-SD MR-ML MR-SN SN-ML SN-GM SN-GN SN-GW ' +
  'GW-GN GN-ML GN-SL GN-LR GN-CI SL-LR LR-CI CI-ML CI-BF CI-GH ML-BF ML-NE BF-NE BF-GH BF-TG BF-BJ GH-TG TG-BJ BJ-NE BJ-NG NE-NG ' +
  'NE-TD NG-CM NG-TD CM-TD CM-CF CM-CG CM-GA CM-GQ GA-GQ GA-CG CG-CF CG-CD CG-AO TD-CF TD-SD CF-SD CF-SS CF-CD CD-SS CD-UG CD-RW ' +
  'CD-BI CD-TZ CD-ZM CD-AO AO-ZM AO-NA NA-ZM NA-BW NA-ZA ZM-TZ ZM-MW ZM-MZ ZM-ZW ZM-BW ZW-MZ ZW-ZA ZW-BW BW-ZA ZA-MZ ZA-SZ ZA-LS ' +
  'SZ-MZ MZ-MW MZ-TZ MW-TZ TZ-KE TZ-UG TZ-RW TZ-BI RW-BI RW-UG UG-KE UG-SS KE-SS KE-ET KE-SO ET-SS ET-SD ET-ER ET-DJ ET-SO ER-SD ER-DJ ' +
  'DJ-SO SD-SS';

const byCode = new Map<string, Set<string>>();
for (const [one = '', other = ''] of BORDERS.split(' ').map((pair) => pair.split('-'))) {
  byCode.set(one, (byCode.get(one) ?? new Set()).add(other));
  byCode.set(other, (byCode.get(other) ?? new Set()).add(one));
}

/** ISO codes of the countries that share a land border. */
export const neighboursOf = (code: string): ReadonlySet<string> => byCode.get(code) ?? new Set();
