import { stopwords } from "./stopwords.ts";
import { fold } from "./terms.ts";

/** Words that qualify rather than name, folded: after "I'm" or "my dog is" they are no name. */
const qualities = `able absent active afraid alive alone american amazing amused ancient angry annoyed anxious asleep atheist available average
 awake aware awesome awful bad balanced beautiful better big bilingual bisexual black blind blue bored born both brave brazilian brief bright
 brilliant british broke broken brown busy calm canadian catholic certain cheap cheerful chill chilly chinese christian clean clear
 clever close clueless cold common complete confident content cool correct crazy curious cute dead deaf dear deep depressed desperate
 different difficult dirty divorced dizzy done dour down drunk dry dull dumb dutch early easy elated empty engaged english enough epileptic
 even excited expecting extra fair false familiar famous far fast fat female few final fine finished first fit flat fluffy foreign
 free french fresh friendly full fun funny furious gay german glad gluten gone good gorgeous grateful gray great greek green grey grumpy
 gutted guilty gross grown half happy hard healthy heavy high home honest hopeful horrible hot huge human hungover hungry hurt ill impossible
 impressed indian indoors inside interested irish italian japanese jealous jewish jobless kind knackered korean large late latino lazy
 left legal lesbian less light like little live lonely long lost loud lovely low loyal lucky mad male married mean merry messy mexican mild
 mixed moody muslim naked nasty naughty near neat negative nervous never new next nice noisy normal numb odd off ok okay old online only open
 orange out outside over own pale peckish perfect pink pissed pleased polish poor poorly popular portuguese positive possible pregnant pretty
 private proud purple queer quick quiet quite rare ready real red retired rich right rough round rude russian sad safe same scared
 scottish secret sensitive serious several shaken sharp sheepish short shy sick silent silly similar simple single skint sleepy slim slow
 small smart smooth sober soft sore sorry spanish special spoiled stable starving stiff still straight strange strict strong stuck stupid
 stubborn sunny super sure surprised sweet swedish swiss tall tender terrible thankful thick thin thirsty tight tiny tired tough trans
 true turkish ugly ukrainian unable unemployed unique unsure unwell upset upstairs used useless vegan vegetarian veggie very vain vietnamese warm weak
 weird welcome well welsh wet white whole wide wild willing wise wonderful worn worried worse worth wrong yellow young
 alt albern allein allergisch anders angst arbeitslos arm aufgeregt aufgewacht bereit berufstatig bescheuert besser betrunken blau blind blod
 bose braun brav bunt da daheim dabei deutsch dick dran drauf draussen drin dumm dunkel durch dunn einsam enttauscht erkaltet erleichtert
 erschopft falsch faul fertig fett fit flauschig frech frei fremd freundlich froh frohlich frisch fruh gelangweilt gelb genervt gern gerade
 geschieden gespannt gestresst gesund getrennt gewohnt glucklich grau gross grun gut halb hart hasslich hell hier hin hubsch hundemude hungrig
 infiziert interessiert jung kalt kaputt katholisch klar klein klug komisch krank kurz lang langsam langweilig laut ledig leer leicht leise
 letzte lieb lila locker los lustig lieber links mude munter muslimisch nah nass naturlich nervos nett neu neugierig niedlich normal offen
 orange ordentlich pleite pensioniert rechts reich rentner rot ruhig sauer sauber satt schade schlau schlecht schlimm schnell schon schwach schwanger
 schwarz schwer schwul selten sicher spat stark still stolz stur suss teuer tot toll traurig treu trocken ubel uberrascht ungeduldig
 unsicher unterwegs veganer vegetarisch verheiratet verletzt verliebt verlobt verloren verruckt verwirrt verwitwet vorsichtig voll wach wahr
 warm weg weich weiss weit wichtig wild witzig wutend zufrieden zuhause zuruck zweisprachig`;

/** Words that a person says of anything, and that name nothing: "my point is", "I have a question". */
const abstract = `advice answer appointment attempt bad bet birth case cause chance choice choose class comment concern conclusion day deal deadline
 decision difficulty doubt dream effort english evening excuse experience eye eyes face fault fear feeling feelings figure guess gut hand hands head
 headache heart hope idea impression inside interest intention internet issue job joke leg legs life luck mind mistake moment mood
 morning need night opinion order pain part pleasure plan point position preference problem purpose question reaction reason reply request respect
 response rest schedule screen shoulder side situation skin stomach stuff suggestion thing thought thoughts throat time tooth trouble turn
 understanding view voice vote way week weekend wish word words work worry year
 ahnung antwort auge augen bauch bedenken bitte eindruck einwand entscheidung ernst fall gott god fehler frage freude fuss gedanke gefuhl gehirn
 geduld grund hals hand haut herz hoffnung idee interesse kopf kopfschmerzen lage laune leben lust magen meinung morgen nacht nerven not
 plan problem punkt rat recht rucken schuld sicht sinn sorge stimmung stunde tag teil traum uhr verdacht vermutung versuch vorschlag wahl weg
 woche wochenende wort wunsch zahn zeit ziel zimmer`;

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u));
const qualitySet = setOf(qualities);
const abstractSet = setOf(abstract);
const callable: ReadonlySet<string> = setOf("will may mark art an mal kay let lang hans so ida");

const qualitySuffix =
  /(?:[a-z]{2}ing|[^aeiou]ed|[a-z]{3}(?:ful|ous|ible|able|less|ish|ically|ward|wards)|[a-z]{4}(?:ive|ical|ant|ent|ary)|[a-z]{3}(?:lich|isch|bar|los|haft|sam|ig|end|iert))$/u;

/** Whether a word, in small letters, would qualify a person or thing rather than name it. */
export function isQuality(word: string): boolean {
  const folded = fold(word).replace(/['’]/gu, "");
  return qualitySet.has(folded) || (folded.length > 4 && qualitySuffix.test(folded));
}

export const isAbstract = (noun: string): boolean => abstractSet.has(fold(noun));

/** Whether a word only serves grammar. Some serve as names too: those are never stopped. */
export function isFunctionWord(word: string): boolean {
  const folded = fold(word).replace(/['’]/gu, "");
  return stopwords.has(folded) && !callable.has(folded);
}

/** Whether a word begins with a capital, or belongs to a script that has none. */
export function isCapital(word: string): boolean {
  const first = [...word][0] ?? "";
  return /\p{L}/u.test(first) && (first !== first.toLowerCase() || first === first.toUpperCase());
}
