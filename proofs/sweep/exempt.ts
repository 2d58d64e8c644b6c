import type { PlatformKind } from "../run/world.ts";

/** Inside a transaction a repository is the same as outside of it. */
export const plainName = (method: string): string => method.replace("transaction(…).", "");

interface Exemption {
  readonly methods: RegExp;
  readonly reason: string;
}

/** Methods that no kind of turn reaches, each for a reason; everything else must be reached. */
const onAll: readonly Exemption[] = [
  { methods: /^storage\.pluginValues\./, reason: "the one plugin that keeps values asks the network first" },
  { methods: /^memberships\./, reason: "direct messages alone ask it, and this sweep speaks in a room" },
  {
    methods: /^wire\.find$/,
    reason: "only who finds a part begun looks for it: the programs that follow the deaths do, and none is recorded",
  },
  { methods: /^storage\.people\.of$/, reason: "storage's own: a person is made with the first turn" },
  { methods: /^storage\.people\.known$/, reason: "asked while somebody types, before there is a turn" },
  {
    methods: /^(platform \w+\.start\(…\)\.home|storage\.(sessions\.inRoom|journal\.count))$/,
    reason: "a page of one's own is made when it is opened: no turn, and nothing of it is kept",
  },
];

const onMock: readonly Exemption[] = [
  {
    methods: /^platform mock\.start\(…\)\.(stop|suggest|complete)$/,
    reason: "synchronous, or this platform has nothing such; what is typed is no turn",
  },
  {
    methods: /^(platform mock\.start\(…\)\.(past|heard)|storage\.places\.(past|heard))$/,
    reason: "this platform brings again what nobody has acknowledged, and has no history to fetch",
  },
  {
    methods:
      /^(platform mock\.(start\(…\)\.press|reread)|storage\.(inbox\.(find|remove|reopen|reword)|feedback\.\w+))$/,
    reason: "this platform has no buttons; tests of the core end the program between the steps of a press",
  },
  {
    methods: /^(platform mock\.fetch|storage\.attachments\.keep)$/,
    reason: "this platform has no files; they are kept in the one commit of the answer",
  },
];

const onDiscord: readonly Exemption[] = [
  {
    methods: /^platform discord\.start\(…\)\.(stop|suggest|complete)$/,
    reason: "synchronous, or of what is typed, which is no turn",
  },
  {
    methods: /^(platform discord\.reread|storage\.inbox\.(reopen|reword))$/,
    reason: "of Answer again; tests of the core end the program between its steps",
  },
];

const onSlack: readonly Exemption[] = [
  {
    methods: /^platform slack\.start\(…\)\.(stop|suggest|complete)$/,
    reason: "synchronous, or of what is typed, which is no turn",
  },
  {
    methods: /^(platform slack\.start\(…\)\.(past|heard)|storage\.places\.(past|heard))$/,
    reason: "beside all turns: a history is fetched by who was away for a minute, and a story says so",
  },
  {
    methods: /^(platform slack\.reread|storage\.inbox\.(reopen|reword))$/,
    reason: "of Answer again; tests of the core end the program between its steps",
  },
];

const ownOf = { mock: onMock, discord: onDiscord, slack: onSlack };

export const exempt = (method: string, platform: PlatformKind): boolean =>
  [...onAll, ...ownOf[platform]].some(({ methods }) => methods.test(method));
