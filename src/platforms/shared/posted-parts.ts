import type { Clock } from "../../core/ports.ts";
import type { Delivery } from "../../core/reply.ts";
import { NotSent, type Shown, type Still, type Surface, Unanswered, type Wire } from "./wire.ts";

export interface PostedPartsOptions {
  readonly delivery: Delivery;
  readonly wire: Wire;
  readonly clock: Clock;
  readonly nonceMs: number;
  /**
   * Without nonces: how long a post without an answer may still be under way. It is not made again before that, or it
   * would come twice.
   */
  readonly underWayMs?: number;
  /** At most 25 characters, and the same for the same posting of a part in every run. */
  readonly nonceOf: (part: number, since: Date) => string;
}

interface Known {
  readonly since: Date;
  readonly id: string | null;
  /** Null where somebody else has posted it, or a request of ours got no answer. */
  readonly shown: Shown | null;
  /** Its request was answered, and not by a yes: it is under way no more. */
  readonly answered?: boolean;
}
type Posted = Known & { readonly id: string };

/** A yes, and the last look whether it still holds. */
interface Sure<T> {
  readonly answer: T;
  readonly still: Still;
}

const stalenessMs = 2_000;

/** From this part on, far behind any body, it is for the asking person alone: what a place sees never becomes private. */
export const firstPersonPart = 1_000;
const surfaceOf = (part: number): Surface => (part < firstPersonPart ? "place" : "person");

/** The parts of one reply on its platform: each is posted once, whatever was interrupted, and edited from then on. */
export class PostedParts {
  readonly #options: PostedPartsOptions;
  readonly #known: Map<number, Known>;

  constructor(options: PostedPartsOptions) {
    this.#options = options;
    const rows = options.delivery.parts.map(({ part, since, id }): [number, Known] => [
      part,
      { since, id, shown: null },
    ]);
    this.#known = new Map(rows);
  }

  async put(part: number, shown: Shown): Promise<void> {
    const there = await this.#resolved(part);
    if (there?.shown && isSame(there.shown, shown)) return;
    if (isPosted(there)) await this.#edit(part, there, shown);
    else await this.#create(part, shown);
  }

  /** Removes the parts `from` to below `to`, the last one first. */
  async removeFrom(from: number, to: number): Promise<void> {
    const surplus = [...this.#known.keys()].filter((part) => part >= from && part < to);
    for (const part of surplus.sort((a, b) => b - a)) await this.#remove(part);
  }

  /**
   * What is known of the part, after a look into the history where a request got no answer. If it is not there, it may
   * still be on its way: as long as the nonce is remembered the same one is sent again.
   */
  async #resolved(part: number): Promise<Known | undefined> {
    const there = this.#known.get(part);
    const { clock, nonceMs } = this.#options;
    if (!there || isPosted(there)) return there;
    const id = await this.#sought(part, there);
    if (id === null) return clock.now().getTime() - there.since.getTime() < nonceMs ? there : this.#forget(part);
    await this.#options.delivery.ledger.posted(part, id);
    const posted = { ...there, id, shown: null };
    this.#known.set(part, posted);
    return posted;
  }

  /** Nothing of it is there: it is begun again as if for the first time. */
  async #forget(part: number): Promise<undefined> {
    await this.#options.delivery.ledger.removed(part);
    this.#known.delete(part);
  }

  /** A part that somebody else has removed meanwhile is not forced upon the place again. */
  async #edit(part: number, there: Posted, shown: Shown): Promise<void> {
    const { delivery, wire } = this.#options;
    const { still } = await this.#sure(() => delivery.ledger.check());
    this.#known.set(part, { ...there, shown: null });
    await wire.edit(there.id, { ...shown, part, surface: surfaceOf(part) }, still);
    this.#known.set(part, { ...there, shown });
  }

  /** A platform that knows the nonce answers with what is there, and that may hold an older text. */
  async #create(part: number, shown: Shown): Promise<void> {
    const { delivery, wire, nonceOf } = this.#options;
    const begun = this.#known.has(part);
    const { answer, still } = await this.#sure(() => delivery.ledger.sending(part));
    const { since, id: posted } = answer;
    this.#known.set(part, { since, id: posted, shown: null });
    const wanted = { ...shown, part, nonce: nonceOf(part, since), surface: surfaceOf(part) };
    const id = posted ?? (await wire.create(wanted, still).catch((error) => this.#refused(part, begun, error)));
    await delivery.ledger.posted(part, id);
    const fresh = !begun && posted === null;
    this.#known.set(part, { since, id, shown: fresh ? shown : null });
    if (!fresh) await this.put(part, shown);
  }

  /** What was never sent is begun as if for the first time. */
  #refused(part: number, begun: boolean, error: unknown): never {
    const there = this.#known.get(part);
    if (error instanceof NotSent && !begun) this.#known.delete(part);
    else if (there && !(error instanceof Unanswered)) this.#known.set(part, { ...there, answered: true });
    throw error;
  }

  /** What it may show it may show now, and still when it is sent. */
  async #sure<T>(step: () => Promise<T>): Promise<Sure<T>> {
    const { gone } = this.#options.delivery;
    const { answer, still } = await this.#prompt(step);
    gone.throwIfAborted();
    const all = async (): Promise<void> => {
      await still();
      gone.throwIfAborted();
    };
    return { answer, still: Object.assign(all, { isOld: () => gone.aborted || still.isOld() }) };
  }

  /** A yes that was long on its way is asked for again: a process that stood still meanwhile may have been replaced. */
  async #prompt<T>(step: () => Promise<T>): Promise<Sure<T>> {
    const { clock } = this.#options;
    let began = 0;
    const isStale = (): boolean => clock.now().getTime() - began > stalenessMs;
    const ask = async (): Promise<T> => {
      began = clock.now().getTime();
      const answer = await step();
      return isStale() ? ask() : answer;
    };
    const answer = await ask();
    const still = async (): Promise<void> => void (isStale() && (await ask()));
    return { answer, still: Object.assign(still, { isOld: isStale }) };
  }

  async #remove(part: number): Promise<void> {
    const there = this.#known.get(part);
    const id = there?.id ?? (await this.#sought(part, there));
    if (id !== null) {
      const { still } = await this.#prompt(() => this.#options.delivery.ledger.removing());
      await this.#options.wire.remove(id, still);
    }
    await this.#forget(part);
  }

  /** Looks for a part that was begun. Rejects where it is not there, and may come yet. */
  async #sought(part: number, begun: Known | undefined): Promise<string | null> {
    const id = await this.#find(part);
    const { clock, underWayMs = 0 } = this.#options;
    const age = begun && !begun.answered ? clock.now().getTime() - begun.since.getTime() : underWayMs;
    if (id === null && age < underWayMs) throw new Unanswered("A part may still be under way.", null);
    return id;
  }

  #find(part: number): Promise<string | null> {
    const known = [...this.#known.values()].filter(isPosted).map(({ id }) => id);
    return this.#options.wire.find(surfaceOf(part), known);
  }
}

const isSame = (one: Shown, other: Shown): boolean =>
  one.text === other.text && one.growing === other.growing && one.actions.join() === other.actions.join();

const isPosted = (known: Known | undefined): known is Posted => known !== undefined && known.id !== null;
