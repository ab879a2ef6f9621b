const LEVEL_ENDING = /[省市州区县]$/;

/**
 * The address behind the full names of its place (住所). Whatever of those the applicant wrote at its head is not
 * written twice.
 */
export function addressAt(place: string, detail: string): string {
  for (let start = 0; start < place.length; start += 1) {
    if (start > 0 && !LEVEL_ENDING.test(place.slice(0, start))) continue;
    const named = place.slice(start);
    const found = detail.indexOf(named);
    if (found !== -1 && place.startsWith(detail.slice(0, found)))
      return place + detail.slice(found + named.length);
  }
  return place + detail;
}
