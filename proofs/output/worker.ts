/** Tries one share of the outputs in a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { tally } from "./share.ts";

parentPort?.postMessage(tally(workerData, (line) => parentPort?.postMessage(line)));
