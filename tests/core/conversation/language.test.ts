import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/core/conversation/language.ts";

const german = `
ich heiße Anna
ich heisse anna und wohne in bremen
Wie heißt mein Hund?
wie heisst mein hund
Meine Katze heißt Mia
wo wohne ich
Was ist das?
wer ist Rex?
Hallo, wie geht's dir?
guten Morgen
danke dir
Vielen Dank
tschüss
bis morgen
Nein, mein Hund heißt Momo
vergiss das bitte
Ich bin Tom Will aus Leeds
ich bin müde
mir geht es heute nicht gut
Du bist blöd
kannst du mir helfen
Regnet es in Köln?
Wie wird das Wetter in Oslo?
Schönen Feierabend zusammen
hab heute die Prüfung bestanden
mein Lieblingsfilm ist The Big Lebowski
der Nachbar füttert sonntags die Schildkröte
wogegen bin ich allergisch?
Was weißt du über mich?
erzähl mir einen Witz
ja
nein
Das war's für heute, gute Nacht
ICH HABE EINEN HUND
`;
const english = `
my name is Priya
my name is Hans Müller
hi, I'm Jürgen
im allergic to eggs
whats my dogs name
What is my dog called?
I live in München
my dog is called Rex
do you know where I live?
how are you?
good morning
thanks a lot
thank you
bye
see you tomorrow
no, my dog is Momo, Rex was the old one
forget that please
I am tired
I don't feel well today
you are stupid
can you help me
will it rain in Köln?
what's the weather in Oslo
I passed my exam today
my favourite film is Das Boot
the neighbour feeds our tortoise on Sundays
What am I allergic to?
tell me a joke
yes
my son's name is Til
We're going hiking on Friday
My grandmother Frau Schmidt was from Wien
I WANT TO GO
she's happily married
`;
const unclear = `
Rex
ok
Priya
hi
super
123
👍
...
Oslo
Jürgen
Mia und Mia and Mia
bonjour
comment s'appelle mon chien ?
me llamo Lucía y mi perro es grande
mi chiamo Anna
jag är så trött
je viens du Québec
私の犬の名前はレックスです
/weather Oslo
haha
no
`;

const lines = (text: string): readonly string[] => text.trim().split("\n");

describe("the language of a message", () => {
  test.each(lines(german))("is German: %s", (line) => {
    expect(languageOf(line, "en")).toBe("de");
  });
  test.each(lines(english))("is English: %s", (line) => {
    expect(languageOf(line, "de")).toBe("en");
  });
  test.each(lines(unclear))("does not show, so the fallback stands: %s", (line) => {
    expect([languageOf(line, "en"), languageOf(line, "de")]).toEqual(["en", "de"]);
  });
});

test("any text at all has a language", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom("en", "de"), (text, fallback) => {
      expect(["en", "de"]).toContain(languageOf(text, fallback));
    }),
  );
});
