/**
 * Web addresses as a browser spells them. Two are the same where scheme, host, port, path, query and fragment are: a
 * query that nobody sent could carry away what was said.
 */
export type Addresses = readonly string[];

const web = /https?:\/\/[^\s<>"`]+/gi;
/** What ends a sentence or a bracket may belong to the address, or not. */
const sentenceEnd = /[.,:;!?')\]}*_~|]$/;
const mostEnds = 6;

/** All that stand in these texts; with a sentence's end behind it, each stands there in both readings. */
export const addressesIn = (...texts: readonly string[]): Addresses => [
  ...new Set(texts.flatMap((text) => text.match(web) ?? []).flatMap((found) => readingsOf(found).flatMap(spelt))),
];

function readingsOf(written: string): readonly string[] {
  const readings = [written];
  for (let one = written; sentenceEnd.test(one) && readings.length <= mostEnds; ) {
    one = one.slice(0, -1);
    readings.push(one);
  }
  return readings;
}

/** None where it is no address of the web, or hides behind a name and password where it leads. */
function spelt(written: string): Addresses {
  if (!URL.canParse(written)) return [];
  const { protocol, username, password, href } = new URL(written);
  return /^https?:$/.test(protocol) && username === "" && password === "" ? [href] : [];
}

/** Whether an address is one of these. */
export const isAmong = (addresses: Addresses): ((written: string) => boolean) => {
  const known = new Set(addresses);
  return (written) => spelt(written).some((one) => known.has(one));
};
