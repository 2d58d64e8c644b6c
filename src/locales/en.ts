import { attachmentWords } from "./attachment-en.ts";
import { ago, dateTime } from "./dates.ts";
import { homeWords } from "./home-en.ts";
import { memoryWords } from "./memory-en.ts";
import { pressWords } from "./press-en.ts";
import { safetyWords } from "./safety-en.ts";
import { slackPaneWords } from "./slack-pane-en.ts";
import { slackSetupWords } from "./slack-setup-en.ts";

/** How long a model asks us to wait; null where it does not say. */
interface Wait {
  readonly seconds: number | null;
}

const modelFailure = {
  unreachable: () => "My model isn't answering, so I can't either. Please ask again in a while; commands still work.",
  auth: () =>
    "My model refused the key it was given. Whoever runs me has to put a valid one there; commands still work.",
  "rate-limit": ({ seconds }: Wait) =>
    seconds === null
      ? "My model asks me to slow down. Please ask again in a minute."
      : `My model asks me to slow down. Please ask again in ${seconds} s.`,
  overloaded: () => "My model is overloaded right now. Please ask again in a minute.",
  "not-found": () => "The model I was told to use does not exist there. Whoever runs me has to name another one.",
  "context-length": () => "That was more than my model can read at once. Start afresh with /session new, or send less.",
  "bad-request": () => "My model refused that request. Please ask in other words; the log says more.",
  empty: () => "My model gave an empty answer. Please ask again.",
  malformed: () => "My model's answer could not be read. Please ask again.",
  cut: () => "My model broke off here. Please ask again.",
  timeout: () => "My model took too long. Please ask again in a while.",
  unknown: () => "My model failed, and I don't know why. Please ask again; the log says more.",
};

/** English. Each group belongs to the room or command of its name; each phrase is a function of its parameters. */
export const en = {
  banner: {
    getModel: () =>
      "To talk with a real model: ollama pull llama3.2:3b (2.0 GB), then just go on here. Or name one in FAMILIAR_MODEL; the README says how.",
    help: ({ home }: { home: string }) =>
      `Type /help for commands. What you tell me is kept in ${home}, encrypted where it is your journal; "forget that" takes it back.`,
  },
  notice: {
    remembered: () => `I keep this for next time; "forget that" takes it back.`,
  },
  input: {
    empty: () => "There was nothing on that line. Write a message, or /help.",
    tooLong: ({ length, limit }: { length: string; limit: string }) =>
      `That message has ${length} characters and I read at most ${limit}. Nothing of it was kept; please send it in smaller parts.`,
    control: ({ count }: { count: number }) =>
      count === 1
        ? "I left out 1 control character and read the rest."
        : `I left out ${count} control characters and read the rest.`,
  },
  status: {
    thinking: () => "thinking",
    thinkingFor: ({ seconds }: { seconds: number }) => `thinking (${seconds} s)`,
    loading: ({ seconds }: { seconds: number }) =>
      `waiting for the local model; a cold one can take minutes (${seconds} s)`,
  },
  model: {
    configured: ({ model }: { model: string }) => `${model}, as configured`,
    found: ({ model, host }: { model: string; host: string }) => `${model}, found running at ${host}`,
    offlineConfigured: () => "offline, no language model, as configured",
    offline: ({ host }: { host: string }) =>
      `offline, no language model: no Ollama with a chat model answers at ${host}`,
    keyUnused: ({ key, example }: { key: string; example: string }) =>
      `${key} alone chooses none: name one, as in FAMILIAR_MODEL=${example}`,
    stays: () => "nothing leaves this machine",
    staysUntil: ({ host }: { host: string }) =>
      `nothing leaves this machine until a model answers at ${host}; then what is said here is sent there`,
    leaves: ({ host }: { host: string }) => `what is said here is sent to ${host}`,
    leavesThroughOllama: () => "what is said here is sent to Ollama's cloud",
  },
  console: {
    you: () => "you",
    leaveHint: () => "Press Ctrl-C once more, or Ctrl-D, to leave.",
    notTaken: () => "I could not take that in, and nothing of it was kept. Please send it again; the log says more.",
    inputBroken: () => "I could not read any further, so this is where the conversation ends.",
  },
  failure: {
    internal: () => "Something went wrong on my side, and I could not answer. Your message is kept; please ask again.",
    length: () => "The answer ran into my length limit. Ask me to go on for the rest.",
    stopped: () => "Stopped.",
    away: () => `My model isn't answering. I'll reply here when it is back, or say "never mind".`,
    slow: () => `My model takes its time. I'll reply here as soon as it answers, or say "never mind".`,
    neverMind: () => "All right.",
    model: modelFailure,
  },
  trouble: {
    busy: () => "I'm behind, and can't take this one in. Please send it again in a minute.",
    expired: () => "I was away and have missed this. If it still matters, please ask me again.",
    database: () => "I can't get at what I keep right now. I have your message, and answer as soon as that is mended.",
  },
  command: {
    unknown: (name: string | null, near: string | null) =>
      [
        name === null ? "I don't know that command." : `I don't know /${name}.`,
        near === null ? "/help shows what I can do." : `Did you mean /${near}? /help shows all.`,
      ].join(" "),
    missing: (field: string, usage: string) => `Something is missing: ${field}. Write it like this: ${usage}`,
    unfit: (
      field: {
        readonly name: string;
        readonly kind: "text" | "number" | "integer" | "boolean" | "choice";
        readonly choices: readonly string[];
      },
      usage: string,
    ) => {
      const expected = {
        text: "a text that I can use",
        number: "a suitable number",
        integer: "a suitable whole number",
        boolean: "yes or no",
        choice: `one of ${field.choices.join(", ")}`,
      };
      return `For ${field.name} I expected ${expected[field.kind]}. Write it like this: ${usage}`;
    },
    tooLong: (field: string, limit: number, usage: string) =>
      `That is too long for ${field}: at most ${limit} characters. Write it like this: ${usage}`,
    extra: (usage: string) => `There is more on that line than I can use. Write it like this: ${usage}`,
    group: (name: string) => `With /${name} you can use:`,
    withheld: (name: string, button: boolean) =>
      [
        `/${name} is private, and everyone here can read along, so I have kept nothing of what you wrote.`,
        button ? "The button below opens it for you alone." : "Please write it to me in a direct message.",
      ].join(" "),
  },
  slack: {
    connected: (name: string) => `Slack: connected as ${name}.`,
    about: () => "An AI companion that remembers, keeps journals, and tells no secrets in the wrong room.",
    command: () => "Everything the companion can do; help shows it",
    usage: () => "help | journal write ...",
    alias: (long: string) => `The same as ${long}`,
    closed: () => "I'm not in this conversation, so I can't do anything here. /invite me, or write to me directly.",
    shared: () =>
      "This channel is shared with another workspace, so I stay out of it unless whoever runs me allows it. Write to me directly; that always works.",
  },
  discord: {
    connected: (name: string) => `Discord: connected as ${name}.`,
    refused: (channel: string, permission: string) =>
      `I can't answer you in <#${channel}>: I lack the permission "${permission}" there. Whoever manages that server can give it to me; please ask again after that, or ask me here.`,
    permissions: {
      view: "View Channels",
      send: "Send Messages",
      "send-in-threads": "Send Messages in Threads",
      history: "Read Message History",
    },
  },
  setup: {
    tokenMissing: () =>
      "Token: DISCORD_TOKEN is not set. Developer Portal (https://discord.com/developers/applications) > New Application > Bot > Reset Token. Put it into DISCORD_TOKEN, or into a file that DISCORD_TOKEN_FILE names.",
    tokenRefused: () =>
      "Token: Discord refused the one in DISCORD_TOKEN. Developer Portal > your app > Bot > Reset Token, then put the new one there.",
    token: (app: string) => `Token: Discord knows it, and the app is ${app}.`,
    content: () => "Message Content Intent: on. Threads are followed without a mention.",
    noContent: () =>
      'Message Content Intent: off. Mentions, commands and direct messages are answered all the same. To follow threads without a mention: Developer Portal > your app > Bot > switch on "Message Content Intent".',
    noServer: () => "Servers: it is in none yet. Open the address below and choose yours.",
    server: (server: string) => `Server ${server}: it has every permission that it needs.`,
    missing: (server: string, permissions: readonly string[]) =>
      `Server ${server}: it lacks ${permissions.join(", ")}. Server Settings > Roles > its role > Permissions: switch that on, or open the address below once more.`,
    commands: () => "Commands: registered.",
    noCommands: () => "Commands: not registered yet. The first start does that: npm start.",
    invite: (address: string) => `To invite it to a server: ${address}`,
    left: (steps: number) =>
      steps === 1
        ? "Discord is not ready: what stands behind the cross is left to do."
        : `Discord is not ready: ${steps} things are left to do, those behind the crosses.`,
  },
  form: {
    send: () => "Send",
    cancel: () => "Cancel",
    unopened: () => "I couldn't open the form right now. Please try again.",
    outdated: () => "I don't know that form any more, so I have taken nothing from it. Please call the command again.",
    empty: () => "Nothing is written here yet.",
  },
  help: {
    summary: () => "What I can do, or how one command works",
    command: () => "A command, such as journal",
    title: () => "What I can do:",
    more: () => "/help and a name says more, such as /help journal. Anything else you write, I answer.",
    private: () => "Only you see the answer.",
    public: () => "Everyone here sees the answer.",
  },
  journal: {
    writeSummary: () => "Write an entry in your private journal",
    listSummary: () => "Your entries, newest first",
    searchSummary: () => "Find entries by their words",
    deleteSummary: () => "Delete an entry for good",
    text: () => "What you want to keep",
    page: () => "Which page of the list",
    words: () => "Words that the entry contains",
    number: () => "The entry's number in the list",
    written: (number: number) =>
      `Written to your journal as #${number}, and encrypted. I show it to you alone; whoever holds both the database and its key could read it.`,
    deleted: (number: number) => `Gone: entry #${number}.`,
    unknown: (number: number) => `Your journal has no entry #${number}. /journal list shows the numbers.`,
    empty: () => "Your journal is empty. /journal write and some words begins it.",
    emptyPage: (page: number) => `Your journal has no page ${page}. /journal list begins with the newest entries.`,
    notFound: () => "No entry of yours has those words.",
    title: () => "Your journal, newest first:",
    found: () => "In your journal, newest first:",
    entry: (number: number, writtenAt: Date, text: string) => `#${number} · ${dateTime("en", writtenAt)} · ${text}`,
    older: (page: number) => `Older entries: /journal list ${page}`,
    narrow: () => "There are more; another word narrows it down.",
  },
  session: {
    newSummary: () => "Begin a fresh conversation here",
    listSummary: () => "The conversations of this place",
    name: () => "What to call it",
    started: (name: string | null) =>
      name === null
        ? "A fresh conversation begins here. What I remember stays."
        : `A fresh conversation begins here: ${name}. What I remember stays.`,
    empty: () => "There is no conversation here yet. It begins with your first message.",
    title: () => "Conversations here, newest first:",
    row: (name: string | null, startedAt: Date, messages: number, current: boolean) =>
      [
        name ?? "no name",
        `since ${dateTime("en", startedAt)}`,
        messages === 1 ? "1 message" : `${messages} messages`,
        ...(current ? ["this one"] : []),
      ].join(" · "),
  },
  mood: {
    summary: () => "How I feel in this room, and why",
    feelings: {
      low: { calm: "a little subdued", lively: "a little tense" },
      even: { calm: "calm", lively: "wide awake" },
      content: { calm: "calm and content", lively: "lively and content" },
      glad: { calm: "quietly glad", lively: "cheerful" },
    },
    now: (feeling: string) => `In this room I feel ${feeling}, as far as a program can.`,
    unmoved: () => "Nothing that was said here lately has moved me.",
    because: () => "What moved me lately:",
    causes: {
      "kind-words": "kind words",
      "harsh-words": "harsh words",
      "good-news": "good news",
      "sad-news": "sad news",
      "lively-talk": "lively talk",
      thanks: "thanks",
    },
    /** `by` is null where it is the one who asks. */
    row: (cause: string, by: string | null, times: number, at: Date, now: Date) =>
      times === 1
        ? `${cause} from ${by ?? "you"}, ${ago("en", at, now)}`
        : `${cause} from ${by ?? "you"}, ${times} times, the last ${ago("en", at, now)}`,
  },
  offline: {
    hello: (name: string | null) => {
      const who = name === null ? "" : `, ${name}`;
      return [`Hello${who}.`, `Hi${who}.`];
    },
    welcome: (name: string) =>
      `I'm ${name}, a companion without a language model for now. Tell me something and I'll remember it; /help shows the rest.`,
    niceToMeet: (name: string) => [`Nice to meet you, ${name}.`, `Good to meet you, ${name}.`],
    goodbye: (name: string | null) => {
      const who = name === null ? "" : `, ${name}`;
      return [`Goodbye${who}.`, `Bye${who}. Take care.`, `Take care${who}.`];
    },
    welcomeThanks: () => ["You're welcome.", "Gladly.", "Any time."],
    forgiven: () => ["No harm done.", "That's all right."],
    assent: () => ["All right.", "Okay."],
    feeling: (feeling: string) => [
      `I'm ${feeling}, as far as a program can be.`,
      `For a program, ${feeling}. /mood says why.`,
    ],
    whatIAm: (name: string) => [
      `I'm a program: ${name}, an AI companion. There is no human behind what I say.`,
      `A program. My name is ${name}, and I'm an AI, not a person.`,
    ],
    myName: (name: string) => [`I'm ${name}, an AI companion.`, `My name is ${name}. I'm an AI companion.`],
    myMaker: () => ["I'm a program that people run on their own machines. Whoever runs me here has set me up."],
    noLife: () => [
      "I'm a program. I have no likes and no life of my own.",
      "I'm a program, so there is nothing true I could tell you about that.",
    ],
    cannotDo: () => ["I can't do that.", "That is something I can't do."],
    knowYou: (name: string | null) =>
      name === null
        ? "I don't know your name yet. Tell me, and I'll remember it."
        : `Yes, you're ${name}. Ask me what I know about you, and I'll tell you.`,
    rememberNames: (names: string) => `I'll remember ${names}.`,
    rememberFacts: (facts: readonly string[]) => `I'll remember that ${facts.join(" and that ")}.`,
    keepInMind: (facts: readonly string[]) => `I'll keep in mind that ${facts.join(" and that ")}.`,
    rememberAll: () => "I'll remember all of that.",
    knownAlready: () => ["I remember.", "Yes, you told me. I remember."],
    sympathy: (name: string | null) => {
      const who = name === null ? "" : `, ${name}`;
      return [`I'm sorry${who}. That sounds hard.`, `I'm sorry you're going through this${who}.`];
    },
    gladness: () => ["I'm glad to hear that.", "That's good news. I'm glad for you.", "That's good to hear."],
    kindness: () => ["That's kind of you.", "Thank you. That's kind."],
    harshness: () => ["I'm sorry I'm not of more use to you.", "I'm sorry. I'd like to do better than that."],
    kept: () => ["I've kept that.", "Kept. You can ask me about it later.", "I've kept that in your words."],
    noted: () => ["All right.", "I see."],
    here: () => ["I'm here.", "Yes, I'm here."],
    wishedBack: () => ["Thank you.", "That's kind, thank you."],
    goodToHear: () => ["Good to hear.", "Good."],
    wrong: () => "Then I have that wrong. Tell me how it is, and I'll correct it.",
    weather: (place: string | null) =>
      place === null
        ? "/weather and a place tells you that, such as /weather Oslo."
        : `/weather ${place} tells you that.`,
    journal: () => "/journal write and your words keeps it, for you alone. /journal list shows what is there.",
    abilities: ({ journal, weather }: { journal: boolean; weather: boolean }) => {
      const more = [...(journal ? ["keep your /journal"] : []), ...(weather ? ["tell you the /weather"] : [])];
      if (more.length === 0) return "I can remember things and answer from them.";
      return more.length === 1
        ? `I can remember things and ${more[0]}.`
        : `I can remember things, ${more.join(", and ")}.`;
    },
    help: (abilities: string) => [
      `${abilities} Tell me something about yourself and ask me later; /help lists the commands.`,
    ],
    firstOpen: () => "I can't answer open questions without a language model.",
    laterOpen: () => [
      "I can't answer that without a language model.",
      "I don't know. That takes a language model, and I have none.",
    ],
    writing: () => [
      "I can't write that without a language model.",
      "I can't make up jokes, poems or stories without a language model.",
    ],
    model: () => "Whoever runs me can connect one: ollama pull llama3.2:3b, then just go on here.",
  },
  home: homeWords,
  slackPane: slackPaneWords,
  slackSetup: slackSetupWords,
  attachment: attachmentWords,
  memory: memoryWords,
  press: pressWords,
  safety: safetyWords,
  plugin: {
    "E-PLUGIN": () => "That command broke down on my side. Nothing else is affected; try it again later.",
    "E-PLUGIN-HOST-DENIED": () =>
      "That command wanted to reach an address it may not reach, so I stopped it. Whoever runs me finds the address in the log.",
    "E-PLUGIN-UNREACHABLE": () => "I can't reach the service behind that command right now. Try again later.",
    "E-PLUGIN-RESPONSE": () => "The service behind that command gave an answer I can't read. Try again later.",
  },
  program: {
    usage: () =>
      [
        "Familiar, an AI companion that remembers.",
        "",
        "  npm start                      a conversation in this terminal",
        "  npm start --silent < FILE      one message or /command a line, replies on stdout",
        "  npm start --silent -- --json   the same, one JSON object an event",
        "  npm run familiar -- setup discord   looks what is left to do on Discord",
        "  npm run familiar -- setup slack     looks what is left to do on Slack",
        "  npm run familiar -- slack-manifest  prints what Slack makes the app from; --url ADDRESS without a socket",
        "",
        "  --json      write JSON",
        "  --help      show this",
        "  --version   show the version",
        "",
        "FAMILIAR_MODEL names the model (ollama:llama3.2:3b, openai:NAME, anthropic:NAME or offline),",
        "FAMILIAR_HOME the folder where everything is kept (./data). The README tells the other settings.",
      ].join("\n"),
  },
};

/** Everything Familiar says by itself. A phrase missing in a language does not compile. */
export type Words = typeof en;
