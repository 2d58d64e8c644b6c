import { type Form, formFor, offered } from "../../core/commands/form.ts";
import { callIn } from "../../core/commands/line.ts";
import type { CommandRegistry } from "../../core/commands/registry.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { CommandInput, Locale, Place, RoomKind } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import type { Channels } from "./channels.ts";
import { commandSchema, lineOf, toCommandAsk } from "./commands.ts";
import { empty, filledIn, type Opened, openedIn, outdated, submissionSchema, toView } from "./forms.ts";
import { placeIn } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import type { Self } from "./self.ts";
import { telling } from "./telling.ts";

export interface InteractionsOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly people: People;
  readonly places: Channels;
  readonly registry: CommandRegistry;
  /** Commands that are called by a slash command of their own. */
  readonly aliases: readonly string[];
  readonly locale: Locale;
  readonly clock: Clock;
  readonly log: Logger;
  readonly mayHear: (channel: string, shared: boolean) => boolean;
  /** Nothing is heard in this channel. */
  readonly unheard: (channel: string) => void;
}

type Body = Readonly<Record<string, unknown>>;

/** A button that offers a command, pressed. */
export interface OfferPressed {
  readonly command: string;
  readonly trigger: string;
  readonly url: string;
  readonly user: string;
  readonly place: Place;
  readonly kind: RoomKind;
  readonly locale: Locale;
}

/** Slash commands, their forms and the buttons that offer them. What asks something resolves when it is durable. */
export interface Interactions {
  call(body: Body): Promise<void>;
  begin(pressed: OfferPressed): Promise<void>;
  /** Resolves with what Slack is to be answered. */
  submit(body: Body): Promise<unknown>;
}

type Given = Extract<CommandInput, { type: "fields" }>["values"];

export function interactions(options: InteractionsOptions): Interactions {
  const { host, outbound, self, people, places, registry, aliases, clock } = options;
  const tell = telling(options);
  /** To open a form is nothing that is kept: it comes back as an ask of its own. */
  const open = (trigger: string, form: Form, given: Given, opened: Opened): void =>
    void outbound.views
      .open(trigger, toView(form, given, opened))
      .catch(() => tell(opened.url, words(opened.locale).form.unopened()));
  const away = (channel: string, url: string, shared: boolean, locale: Locale): void => {
    options.unheard(channel);
    tell(url, shared ? words(locale).slack.shared() : words(locale).slack.closed());
  };
  return {
    call: async (body) => {
      const read = commandSchema.safeParse(body);
      if (!read.success) return;
      const { channel_id: channel, user_id, trigger_id: id, response_url: url } = read.data;
      const asked = [people.author(user_id), people.locale(user_id), places.of(channel)] as const;
      const [author, own, there] = await Promise.all(asked);
      const locale = own ?? options.locale;
      if (!there || !options.mayHear(channel, there.shared)) return away(channel, url, there !== null, locale);
      const { kind } = there;
      const text = lineOf(read.data, aliases);
      const called = callIn(registry, text);
      const form = called && formFor(called.command, called.values, locale);
      if (form) return open(id, form, called.values, { channel, thread: null, kind, url, locale });
      const place = placeIn(channel, null, kind, self);
      const call = { id, place, kind, author, locale: own, now: clock.now(), url };
      await host.receive(toCommandAsk(call, { command: null, input: { type: "line", text } }));
    },
    begin: async ({ command, trigger, url, user, place, kind, locale }) => {
      const begun = offered(registry.get(command), locale);
      if (begun === null) return tell(url, words(locale).press.unknown());
      const { channel, thread } = place;
      if (begun !== "call") return open(trigger, begun, {}, { channel, thread, kind, url, locale });
      const author = await people.author(user);
      const call = { id: trigger, place, kind, author, locale, now: clock.now(), url };
      await host.receive(toCommandAsk(call, { command, input: { type: "fields", values: {} } }));
    },
    submit: async (body): Promise<unknown> => {
      const read = submissionSchema.safeParse(body);
      if (!read.success) return undefined;
      const { user, view } = read.data;
      const [called, opened] = [filledIn(view, registry), openedIn(view)];
      if (!called || !opened) return outdated(view, opened?.locale ?? options.locale);
      const { missing, ...asked } = called;
      if (missing.length > 0) return empty(missing, opened.locale);
      const { channel, thread, kind, url } = opened;
      const place = placeIn(channel, thread, kind, self);
      const call = { id: view.id, place, kind, author: await people.author(user.id), now: clock.now(), url };
      await host.receive(toCommandAsk({ ...call, locale: opened.locale }, asked));
      return undefined;
    },
  };
}
