/** A telephone line with people at its other end. */
export interface Line {
  readonly name: string;
  readonly number: string;
  /** True where it is known to answer day and night. */
  readonly always: boolean;
  /** Languages it is known to speak, as ISO codes; null where that goes without saying. */
  readonly languages: readonly string[] | null;
}

/** Where somebody in one country finds help. */
export interface Help {
  readonly emergency: string;
  /** Lines for people in a crisis, the first one first. */
  readonly crisis: readonly Line[];
  /** Lines for people who suffer violence at home. */
  readonly violence: readonly Line[];
  /** Who publishes the numbers. */
  readonly source: string;
}

/** The month for which the numbers were written down. Not all have been compared with what their lines publish since. */
export const helplinesAsOf = "2025-12";

const line = (name: string, number: string, languages: readonly string[] | null = null): Line => ({
  name,
  number,
  always: false,
  languages,
});
const always = (name: string, number: string, languages: readonly string[] | null = null): Line => ({
  ...line(name, number, languages),
  always: true,
});
const help = (emergency: string, source: string, crisis: readonly Line[], violence: readonly Line[] = []): Help => ({
  emergency,
  crisis,
  violence,
  source,
});

/** By ISO 3166 code. A wrong number is worse than none: what is not certain is left out. */
const countries: Readonly<Record<string, Help>> = {
  US: help(
    "911",
    "988lifeline.org, thehotline.org",
    [always("988 Suicide & Crisis Lifeline", "988", ["en", "es"])],
    [always("National Domestic Violence Hotline", "1-800-799-7233")],
  ),
  CA: help("911", "988.ca", [always("9-8-8 Suicide Crisis Helpline", "988", ["en", "fr"])]),
  GB: help(
    "999",
    "samaritans.org, nationaldahelpline.org.uk",
    [always("Samaritans", "116 123")],
    [always("National Domestic Abuse Helpline", "0808 2000 247")],
  ),
  IE: help("112", "samaritans.org/ireland", [always("Samaritans", "116 123")]),
  AU: help(
    "000",
    "lifeline.org.au, 1800respect.org.au",
    [always("Lifeline", "13 11 14")],
    [always("1800RESPECT", "1800 737 732")],
  ),
  NZ: help("111", "1737.org.nz, lifeline.org.nz", [always("Need to talk?", "1737")]),
  DE: help(
    "112",
    "telefonseelsorge.de, hilfetelefon.de",
    [always("TelefonSeelsorge", "0800 111 0 111"), always("TelefonSeelsorge", "116 123")],
    [always("Hilfetelefon", "116 016")],
  ),
  AT: help(
    "112",
    "telefonseelsorge.at, frauenhelpline.at",
    [always("TelefonSeelsorge", "142")],
    [always("Frauenhelpline", "0800 222 555")],
  ),
  CH: help("112", "143.ch", [always("Die Dargebotene Hand", "143", ["de", "fr", "it"])]),
  FR: help(
    "112",
    "3114.fr, arretonslesviolences.gouv.fr",
    [always("3114", "3114")],
    [always("Violences Femmes Info", "3919")],
  ),
  ES: help("112", "sanidad.gob.es", [always("Línea 024", "024")], [always("016", "016")]),
  IT: help(
    "112",
    "telefonoamico.it, 1522.eu",
    [line("Telefono Amico Italia", "02 2327 2327")],
    [always("1522", "1522")],
  ),
  NL: help("112", "113.nl", [always("113 Zelfmoordpreventie", "0800-0113")]),
  BE: help("112", "zelfmoord1813.be, preventionsuicide.be", [
    always("Zelfmoordlijn", "1813", ["nl"]),
    always("Centre de Prévention du Suicide", "0800 32 123", ["fr"]),
  ]),
  PL: help("112", "centrumwsparcia.pl", [always("Centrum Wsparcia", "800 70 2222")]),
  SE: help("112", "mind.se", [always("Mind Självmordslinjen", "90101")]),
  NO: help("113", "mentalhelse.no, kirkens-sos.no", [
    always("Mental Helse Hjelpetelefonen", "116 123"),
    always("Kirkens SOS", "22 40 00 40"),
  ]),
  DK: help("112", "livslinien.dk", [line("Livslinien", "70 201 201")]),
  FI: help("112", "mieli.fi", [always("MIELI Kriisipuhelin", "09 2525 0111", ["fi"])]),
  IN: help("112", "telemanas.mohfw.gov.in", [always("Tele MANAS", "14416")]),
  JP: help("119", "since2011.net/yorisoi, telljp.com", [
    always("よりそいホットライン", "0120-279-338", ["ja"]),
    line("TELL Lifeline", "03-5774-0992", ["en"]),
  ]),
  BR: help("190", "cvv.org.br", [always("CVV", "188")]),
  ZA: help("112", "sadag.org", [always("SADAG Suicide Crisis Helpline", "0800 567 567")]),
};

/** The countries that there are numbers for. */
export const helpRegions: readonly string[] = Object.keys(countries);

/** Where somebody in a country finds help; null where its numbers are not known. */
export const helpIn = (region: string | null): Help | null =>
  region === null || !Object.hasOwn(countries, region.toUpperCase()) ? null : (countries[region.toUpperCase()] ?? null);
