import { aboutOf, headNoun, self } from "../subject.ts";
import { filled, inRanges, type Macros, small } from "./rule.ts";

/** What a message asks of memory. `about` is `self` or a noun as in `Fact.about`. */
export type Question =
  /** "What is my dog called?": the value of one slot. */
  | { readonly type: "slot"; readonly about: string; readonly attribute: string }
  /** "Am I allergic to peanuts?": whether a slot holds this value. */
  | { readonly type: "check"; readonly about: string; readonly attribute: string; readonly value: string }
  /** "Who is Rex?": whose value this is. */
  | { readonly type: "who"; readonly value: string }
  /** "What do you know about me / my sister?": everything. */
  | { readonly type: "about"; readonly about: string };

type Groups = Readonly<Record<string, string | undefined>>;

/** One way to ask: the pattern must be the whole question in small letters, lead and farewell off; it tells where its groups stand. */
export interface Way {
  readonly pattern: RegExp;
  readonly read: (groups: Groups) => Question | null;
}

/** The ways that a row lists: parted at each bar outside brackets, since a group may be named once in a pattern. */
function alternatives(source: string): readonly string[] {
  let depth = 0;
  const cuts = [...source].flatMap((sign, at) => {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    return sign === "|" && depth === 0 ? [at] : [];
  });
  return [-1, ...cuts].map((cut, at) => source.slice(cut + 1, cuts[at] ?? source.length));
}

const whole = (source: string, macros: Macros): RegExp =>
  new RegExp(small(inRanges(`^(?:${filled(source, macros)})$`)), "d");

/** The person, or the noun after "my". */
export const whose = ({ noun, owned }: Groups): string => {
  if (noun === undefined) return self;
  return owned === undefined ? aboutOf(noun) : `${aboutOf(noun)}'s ${aboutOf(owned)}`;
};

/** "The cat": theirs, where the word names somebody one has; any other thing may be anybody's. */
export const theirs =
  (attribute: string): Reader =>
  (groups) =>
    ["person", "animal"].includes(headNoun(whose(groups))?.sort ?? "") ? slot(attribute)(groups) : null;

/** Makes a question of what a pattern has found. */
export type Reader = (groups: Groups) => Question | null;

/** What a slot holds. */
export const slot =
  (attribute: string): Reader =>
  (groups) => ({ type: "slot", about: whose(groups), attribute });

/** Whether a slot holds a value; what it holds, where the value is "anything". */
export const check =
  (attribute: string): Reader =>
  (groups) => {
    const value = (groups["value"] ?? "").trim();
    if (
      /^(?:any(?:thing)?|something|(?:any |certain )?(?:foods?|allergies|languages)|etwas|irgendetwas|irgendwas|was|irgendwelche \p{L}+)?$/iu.test(
        value,
      )
    )
      return slot(attribute)(groups);
    return { type: "check", about: whose(groups), attribute, value };
  };

/** "What is my car?", "my sister's birthday": the noun may be a slot of the person or somebody who has a name. */
export const possession: Reader = ({ noun = "" }) => ({ type: "slot", about: self, attribute: aboutOf(noun) });

/** "What colour is my car?" */
export const feature: Reader = ({ noun = "", attribute = "" }) => ({
  type: "slot",
  about: aboutOf(noun),
  attribute: /^(?:kind|sort|type|breed|make|brand|model|species|rasse|marke)$/iu.test(attribute)
    ? "kind"
    : aboutOf(attribute),
});

/** "What pets do I have?" */
export const having: Reader = ({ noun = "" }) => ({ type: "slot", about: aboutOf(noun), attribute: "has" });
/** "Who is Rex?" */
export const who: Reader = ({ value = "" }) => ({ type: "who", value: value.trim() });
/** "What do you know about me?" */
export const all: Reader = (groups) => ({ type: "about", about: whose(groups) });

/** A reader and the ways to ask for it. */
export type Row = readonly [Reader, ...string[]];

export const waysOf = (rows: readonly Row[], macros: Macros): readonly Way[] =>
  rows.flatMap(([read, ...sources]) =>
    sources.flatMap(alternatives).map((source) => ({
      pattern: whole(source, macros),
      read: (groups: Groups) => read({ ...groups, value: groups["value"] ?? groups["value2"] }),
    })),
  );
