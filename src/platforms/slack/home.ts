import type { Page } from "../../core/home/page.ts";
import { homeView } from "./home-view.ts";
import type { Requests } from "./requests.ts";

/** A page tells of a moment: later than this it is not shown any more. */
const worthMs = 10_000;

/** The Home tab of the app, one for each person. */
export class Home {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** Shows it to this person and to nobody else, now or not at all. Rejects with a PlatformError. */
  async publish(user: string, page: Page): Promise<void> {
    const view = homeView(page) as never;
    const { client } = this.#requests;
    await this.#requests.inTime(worthMs, () =>
      this.#requests.look("views.publish", () => client.views.publish({ user_id: user, view })),
    );
  }
}
