import { causeOf, codeOf } from "./failures.ts";
import type { View } from "./forms.ts";
import type { Requests } from "./requests.ts";

/** Slack takes a trigger for so long. */
const triggerMs = 3_000;

/** Forms that people fill in. Each request rejects with a PlatformError. */
export class Views {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** At once or not at all. A trigger opens one form, however often it is heard. */
  async open(trigger: string, view: View): Promise<void> {
    const { client } = this.#requests;
    const request = () => client.views.open({ trigger_id: trigger, view });
    try {
      await this.#requests.inTime(triggerMs, () => this.#requests.look("views.open", request));
    } catch (error) {
      if (codeOf(causeOf(error)) !== "exchanged_trigger_id") throw error;
    }
  }
}
