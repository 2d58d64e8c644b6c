import type { Locale } from "../session.ts";
import { fold, stem } from "./terms.ts";

/** What sort of thing a noun names; `person` and `animal` bear names, a `class` stands for the sorts behind its colon. */
export type Sort = "person" | "animal" | "thing" | "attribute";

/** A noun by its meaning: one id for both languages, with the words to show. */
export interface Noun {
  readonly id: string;
  readonly sort: Sort;
  readonly english: string;
  readonly german: string;
  /** German gender: it decides between dein and deine. */
  readonly gender: "m" | "f" | "n";
  /** Other single words for it that may be shown as the person wrote them, folded. */
  readonly synonyms: Readonly<Record<Locale, readonly string[]>>;
}

/** One noun a line: English words, gender, German words; the first of each is shown. Words after a bar are other languages'. */
const persons = `
mother mum mom mama mummy mommy ma f Mutter Mama Mutti Mami | mere madre mae moeder maman
father dad papa daddy pa m Vater Papa Papi Vati | pere padre pai vader
parent m Elternteil | eltern parents genitori
sister sis f Schwester | soeur hermana sorella irma zus
brother bro m Bruder | frere hermano fratello irmao broer
sibling n Geschwister
daughter f Tochter | fille hija figlia filha dochter
son m Sohn | fils hijo figlio filho zoon
child kid children n Kind | kinder enfant
baby n Baby
twin m Zwilling Zwillinge
eldest oldest m Ältester Älteste
youngest m Jüngster Jüngste
wife f Frau Ehefrau | esposa moglie vrouw
husband hubby m Mann Ehemann | mari marido marito
girlfriend gf f Freundin
boyfriend bf m Freund
friend mate buddy pal m Kumpel | ami amigo amico vriend
partner m Partner Partnerin Lebensgefährte Lebensgefährtin
fiance m Verlobter Verlobte
fiancee f Verlobte
spouse m Ehepartner
ex m Ex
grandmother grandma granny gran nan nana f Oma Großmutter | abuela nonna
grandfather grandpa grandad granddad m Opa Großvater | abuelo nonno
grandson m Enkel
granddaughter f Enkelin
grandchild grandchildren n Enkelkind
aunt auntie f Tante
uncle m Onkel
cousin m Cousin Cousine Vetter
nephew m Neffe | neffen
niece f Nichte
godmother f Patentante
godfather m Patenonkel
godchild n Patenkind
godson m Patensohn
goddaughter f Patentochter
stepson m Stiefsohn
stepdaughter f Stieftochter
great-grandmother great-gran f Urgroßmutter Uroma
great-grandfather great-grandad m Urgroßvater Uropa
great-aunt f Großtante
great-uncle m Großonkel
stepmother stepmum stepmom f Stiefmutter
stepfather stepdad m Stiefvater
stepsister f Stiefschwester
stepbrother m Stiefbruder
mother-in-law f Schwiegermutter
father-in-law m Schwiegervater
sister-in-law f Schwägerin
brother-in-law m Schwager
son-in-law m Schwiegersohn
daughter-in-law f Schwiegertochter
neighbour neighbor m Nachbar Nachbarin | nachbarn
boss m Chef Chefin Boss
colleague coworker co-worker m Kollege Kollegin | kollegen
manager m Vorgesetzter
teacher m Lehrer Lehrerin
doctor gp physician m Arzt Ärztin Hausarzt Hausärztin
dentist m Zahnarzt Zahnärztin
therapist m Therapeut Therapeutin
landlord m Vermieter
landlady f Vermieterin
roommate flatmate housemate m Mitbewohner Mitbewohnerin
coach trainer m Trainer Trainerin
vet veterinarian m Tierarzt Tierärztin
lawyer solicitor m Anwalt Anwältin
hairdresser barber m Friseur Friseurin
tutor m Nachhilfelehrer
midwife f Hebamme
lodger tenant m Untermieter Mieter
penpal m Brieffreund Brieffreundin
nanny babysitter f Tagesmutter Babysitter`;

const animals = `
dog puppy pup doggo doggy hound m Hund Hündin Welpe Hundi Köter | chien chienne perro perra perrito cane cao cachorro hond
cat kitten kitty tomcat f Katze Kater Kätzchen Mieze | chat gato gatto gata gatta chatte kat
pet n Haustier | mascota
animal n Tier
horse pony mare stallion foal n Pferd Stute Hengst Fohlen | cheval caballo cavallo cavalo paard
pony n Pony
donkey m Esel
rabbit bunny n Kaninchen Hase | lapin conejo
hamster m Hamster
guinea-pig n Meerschweinchen
mouse mice f Maus | mause
rat f Ratte
gerbil f Rennmaus
ferret n Frettchen
chinchilla n Chinchilla
hedgehog m Igel
parrot m Papagei
budgie budgerigar parakeet m Wellensittich
canary m Kanarienvogel
cockatiel m Nymphensittich
cockatoo m Kakadu
bird m Vogel
chicken hen n Huhn Henne | huhner
rooster m Hahn
duck f Ente
goose geese f Gans
owl f Eule
fish m Fisch
goldfish m Goldfisch
tortoise turtle f Schildkröte | tortue tortuga tartaruga
snake python f Schlange
lizard f Eidechse
gecko m Gecko
iguana m Leguan
chameleon n Chamäleon
bearded-dragon f Bartagame
axolotl m Axolotl
frog m Frosch
spider tarantula f Spinne Vogelspinne
snail f Schnecke
goat f Ziege
sheep lamb n Schaf Lamm
pig piglet n Schwein Ferkel
cow calf f Kuh
llama n Lama
alpaca n Alpaka
bee f Biene
poodle m Pudel
labrador m Labrador
dachshund m Dackel
terrier m Terrier
retriever m Retriever
beagle m Beagle
corgi m Corgi
husky m Husky
bulldog f Bulldogge
shepherd m Schäferhund
pug m Mops
spaniel m Spaniel
collie m Collie
greyhound whippet m Windhund
dalmatian m Dalmatiner
chihuahua m Chihuahua
rottweiler m Rottweiler
schnauzer m Schnauzer
mutt mongrel m Mischling
degu m Degu
newt salamander m Molch Salamander
crab f Krabbe
finch m Fink
pigeon f Taube
crow raven f Krähe Rabe
quail f Wachtel
peacock m Pfau
scorpion m Skorpion
ant f Ameise
koi m Koi
stick-insect f Stabschrecke`;

const things = `
car n Auto Wagen | voiture coche macchina carro
bicycle bike n Fahrrad Rad
motorcycle motorbike n Motorrad
boat n Boot
ship n Schiff
van m Transporter
house n Haus | maison casa huis
flat apartment f Wohnung
garden m Garten
phone m Telefon Handy
computer laptop m Computer Rechner Laptop
guitar f Gitarre
piano n Klavier
violin f Geige
plant f Pflanze
robot m Roboter
company business firm f Firma Unternehmen
school f Schule
band f Band
team n Team Mannschaft Verein
street f Straße
village n Dorf
city f Stadt
town f Stadt Kleinstadt`;

const attributes = `
name m Name | nom nombre nome naam
colour color f Farbe | couleur cor colore kleur
food n Essen Gericht | plato
drink n Getränk
film movie m Film | pelicula
book n Buch | livre libro livro
song n Lied Song
music f Musik
game n Spiel
sport m Sport Sportart
number f Zahl
season f Jahreszeit
day m Tag
fruit n Obst Frucht
vegetable n Gemüse
dish n Lieblingsgericht
cake m Kuchen
flower f Blume
place m Ort
country n Land
hobby n Hobby
author writer m Autor Autorin
singer m Sänger Sängerin
subject n Fach
tea m Tee
birthday m Geburtstag | anniversaire cumpleanos compleanno verjaardag
age n Alter
job profession occupation m Beruf Job
nickname m Spitzname
address f Adresse
size f Größe
breed f Rasse
star-sign zodiac n Sternzeichen
hometown f Heimatstadt`;

const plurals = /^(?:children|grandchildren|mice|geese)$/u;
const line = /^(?<english>.+?) (?<gender>[mfn]) (?<german>[^|]+?)(?: \| (?<others>.+))?$/u;

interface Entry {
  readonly noun: Noun;
  readonly words: readonly string[];
}

const entries = (text: string, sort: Sort): readonly Entry[] =>
  text
    .trim()
    .split("\n")
    .flatMap((row) => {
      const { english = "", gender, german = "", others = "" } = line.exec(row)?.groups ?? {};
      const [shown = "", ...more] = english.split(" ").map((word) => word.replaceAll("-", " "));
      const [shownGerman = "", ...moreGerman] = german.split(" ");
      if (gender !== "m" && gender !== "f" && gender !== "n") return [];
      const synonyms = {
        en: [shown, ...more].filter((word) => !plurals.test(word)),
        de: [shownGerman, ...moreGerman].map(fold),
      };
      const noun: Noun = { id: shown, sort, english: shown, german: shownGerman, gender, synonyms };
      return [{ noun, words: [shown, ...more, shownGerman, ...moreGerman, ...others.split(" ")].filter(Boolean) }];
    });

const key = (words: string): string =>
  fold(words)
    .split(/[\s-]+/u)
    .map(stem)
    .join(" ");

const lexicon: ReadonlyMap<string, Noun> = new Map(
  [
    ...entries(attributes, "attribute"),
    ...entries(things, "thing"),
    ...entries(animals, "animal"),
    ...entries(persons, "person"),
  ].flatMap(({ noun, words }) => words.map((word) => [key(word), noun] as const)),
);

/** A class and what belongs to it: "what pets do I have?" asks for every animal. */
const classes: Readonly<Record<string, readonly string[]>> = {
  parent: ["mother", "father", "stepmother", "stepfather"],
  sibling: ["sister", "brother", "twin"],
  child: ["son", "daughter", "baby", "eldest", "youngest", "stepson", "stepdaughter"],
  partner: ["wife", "husband", "girlfriend", "boyfriend", "fiance", "fiancee", "spouse"],
  spouse: ["wife", "husband"],
  grandparent: ["grandmother", "grandfather"],
  bird: [
    "parrot",
    "budgie",
    "canary",
    "cockatiel",
    "cockatoo",
    "owl",
    "chicken",
    "duck",
    "goose",
    "finch",
    "pigeon",
    "crow",
    "quail",
    "peacock",
  ],
  dog: [
    "poodle",
    "labrador",
    "dachshund",
    "terrier",
    "retriever",
    "beagle",
    "corgi",
    "husky",
    "bulldog",
    "shepherd",
    "pug",
    "spaniel",
    "collie",
    "greyhound",
    "dalmatian",
    "chihuahua",
    "rottweiler",
    "schnauzer",
    "mutt",
  ],
  horse: ["pony"],
  fish: ["goldfish", "koi"],
};

/** The noun that these words name, in either language and any form, or null where they are not in the lexicon. */
export const nounOf = (words: string): Noun | null => lexicon.get(key(words)) ?? null;

/** The word the person used, one of it, if this language knows it for this noun: "mum" for mother. */
export function asWritten(noun: Noun, word: string, locale: Locale): string | null {
  if (locale === "de") return noun.synonyms.de.includes(fold(word)) ? word : null;
  return noun.synonyms.en.find((known) => key(known) === key(word)) ?? null;
}

/** Whether a noun, by id, is one of a class, by id. */
export function belongsTo(id: string, group: string): boolean {
  if (group === "pet" || group === "animal") return nounOf(id)?.sort === "animal";
  return classes[group]?.includes(id) ?? false;
}

/** The noun as people of this language write it. */
export const shownNoun = (noun: Noun, locale: Locale): string => (locale === "de" ? noun.german : noun.english);
