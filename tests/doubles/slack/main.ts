/** Slack as a process of its own: options as JSON in the first argument, its address as one line on stdout. */
import { slackDouble } from "./slack.ts";

const { address } = await slackDouble(JSON.parse(process.argv[2] ?? "{}"));
process.stdout.write(`${address}\n`);
// Nobody is left behind: it ends with whoever has started it.
process.stdin.on("end", () => process.exit(0)).resume();
