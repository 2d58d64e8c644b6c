import type { Knowledge } from "../../core/conversation/knowledge.ts";
import { findAnswer, sayFound } from "../../core/memory/answer.ts";
import { moodWords } from "../../core/mood/mood-words.ts";
import type { ChatMessage } from "../../core/provider.ts";
import { type Locale, locales } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import type { Courtesy } from "./courtesies.ts";
import { filesIn } from "./files.ts";
import { hear, type Part, placeIn } from "./hear.ts";
import { acknowledge } from "./learned.ts";
import { type Choose, chooser } from "./phrase.ts";
import type { Wish } from "./wishes.ts";

/** What the companion can stand on. */
export interface Hearing {
  readonly name: string;
  readonly knowledge: Knowledge;
  /** The session before this message, oldest first. */
  readonly earlier: readonly ChatMessage[];
}

interface Reply extends Hearing {
  readonly parts: readonly Part[];
  readonly choose: Choose;
  readonly locale: Locale;
  readonly sad: boolean;
  /** What is said of files. */
  readonly files: readonly string[];
}

/** The whole answer: each thing said gets its word, in an order that reads like speech, and nothing twice. */
export function replyTo(hearing: Hearing): string {
  const { knowledge, earlier } = hearing;
  const spans = knowledge.plan.remember.map((memory) => memory.span);
  const reply: Reply = {
    ...hearing,
    parts: hear(knowledge.said, spans),
    choose: chooser(knowledge.said, earlier.findLast((message) => message.role === "assistant")?.text ?? ""),
    locale: knowledge.locale,
    sad: knowledge.appraisal.cause === "sad-news",
    files: filesIn(knowledge),
  };
  const content = [...feeling(reply), ...memoryOf(reply), ...reply.files, ...answers(reply)].filter(
    (line) => line !== "",
  );
  const kept = content.length > 0 ? [] : keeping(reply);
  const lines = [...greeting(reply), ...content, ...kept, ...farewell(reply)];
  return [...new Set(lines.length > 0 ? lines : [reply.choose(words(reply.locale).offline.assent())])].join(" ");
}

const says = ({ parts }: Reply, courtesy: Courtesy): boolean =>
  parts.some((part) => part.type === "courtesy" && part.courtesy === courtesy);

/** What was learned is acknowledged; what was set right, forgotten or off the record is said beside any model's answer. */
const memoryOf = ({ knowledge, choose }: Reply): readonly string[] =>
  knowledge.plan.offRecord ? [] : acknowledge(knowledge, choose);

/** To somebody in sorrow there is no hello; whom it meets just now it greets by name afterwards. */
function greeting(reply: Reply): readonly string[] {
  const { knowledge, choose, locale } = reply;
  if (!says(reply, "greeting") || reply.sad) return [];
  const say = words(locale).offline;
  const met = knowledge.plan.remember.some((memory) => memory.about === "self" && memory.attribute === "name");
  const alone = reply.parts.length === 1 && knowledge.plan.remember.length === 0;
  const hello = choose(say.hello(met ? null : knowledge.personName));
  return knowledge.opening && alone && knowledge.personName === null ? [hello, say.welcome(reply.name)] : [hello];
}

/** Sympathy or gladness before all that is practical; no advice, and no question to keep somebody talking. */
function feeling({ knowledge, choose, locale }: Reply): readonly string[] {
  const say = words(locale).offline;
  const name = knowledge.personName;
  switch (knowledge.appraisal.cause) {
    case "sad-news":
      return [choose(say.sympathy(name))];
    case "good-news":
      return [choose(say.gladness())];
    case "kind-words":
      return [choose(say.kindness())];
    case "harsh-words":
      return [choose(say.harshness())];
    default:
      return [];
  }
}

const answers = (reply: Reply): readonly string[] =>
  reply.parts.flatMap((part) => {
    if (part.type === "question") return answerTo(part.text, part.wish, reply);
    return part.type === "courtesy" ? courtesyTo(part.courtesy, reply) : recalled(part.text, reply);
  });

function courtesyTo(courtesy: Courtesy, reply: Reply): readonly string[] {
  const { name, knowledge, choose, locale, sad } = reply;
  const say = words(locale).offline;
  switch (courtesy) {
    case "thanks":
      return [choose(say.welcomeThanks())];
    case "apology":
      return sad ? [] : [choose(say.forgiven())];
    case "presence":
      return [choose(say.here())];
    case "wishes":
      return [choose(say.wishedBack())];
    case "well":
      return sad ? [] : [choose(say.goodToHear())];
    case "so-so":
      return sad ? [] : [choose(say.noted())];
    case "wrong":
      return [say.wrong()];
    case "how-are-you":
      return sad ? [] : [choose(say.feeling(moodWords(knowledge.mood, locale)))];
    case "what-are-you":
      return [choose(say.whatIAm(name))];
    case "your-name":
      return [choose(say.myName(name))];
    case "your-maker":
      return [choose(say.myMaker())];
    case "help":
      return sad ? [] : [choose(say.help(abilities(reply)))];
    case "remember-me":
      return [say.knowYou(knowledge.personName)];
    default:
      return [];
  }
}

/** Memory is asked first; what it does not hold is pointed to, or plainly not known. */
function answerTo(text: string, wish: Wish, reply: Reply): readonly string[] {
  const { knowledge, choose, locale } = reply;
  const say = words(locale).offline;
  const found = findAnswer(text, knowledge.recall, locale);
  const can = (command: string): boolean => knowledge.commands.includes(command);
  if (found && (found.type !== "passage" || wish === "open")) return [sayFound(found, locale)];
  if (wish === "weather" && can("weather")) return [say.weather(placeIn(text))];
  if (wish === "journal" && can("journal write")) return [say.journal()];
  if (reply.files.length > 0) return [];
  // To somebody in sorrow or anger it does not explain what it lacks.
  if (reply.sad || knowledge.appraisal.cause === "harsh-words") return [];
  if (wish === "your-life") return [choose(say.noLife())];
  return [wish === "task" ? choose(say.cannotDo()) : unanswerable(wish, reply)];
}

/** Once in a session it says what it can do and how a model is connected; after that it is brief. */
function unanswerable(wish: Wish, reply: Reply): string {
  const { earlier, choose, locale } = reply;
  const say = words(locale).offline;
  const cannot = wish === "writing" ? choose(say.writing()) : null;
  const told = earlier.some(
    ({ role, text }) => role === "assistant" && locales.some((one) => text.includes(words(one).offline.model())),
  );
  if (told) return cannot ?? choose(say.laterOpen());
  return [cannot ?? say.firstOpen(), abilities(reply), say.model()].join(" ");
}

const abilities = ({ knowledge, locale }: Reply): string =>
  words(locale).offline.abilities({
    journal: knowledge.commands.includes("journal write"),
    weather: knowledge.commands.includes("weather"),
  });

/** A request without question mark ("my dog's name please") that memory understands; other statements ask nothing. */
function recalled(text: string, { knowledge, locale }: Reply): readonly string[] {
  const found = findAnswer(text, knowledge.recall, locale);
  return found && found.type !== "passage" ? [sayFound(found, locale)] : [];
}

function farewell(reply: Reply): readonly string[] {
  if (!says(reply, "farewell")) return [];
  return [reply.choose(words(reply.locale).offline.goodbye(reply.knowledge.personName))];
}

/** Of a statement to which there is nothing else to say: whether it is kept, and no pretence of having understood. */
function keeping({ parts, knowledge, choose, locale }: Reply): readonly string[] {
  if (!parts.some((part) => part.type === "statement")) return [];
  const say = words(locale).offline;
  const { recallable, intent } = knowledge.plan;
  return [choose(recallable && intent !== "forget" ? say.kept() : say.noted())];
}
