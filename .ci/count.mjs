/** Counts the tests in a vitest JSON report; with --require WORD fails when no passed test has that word in its name. */
import { existsSync, readFileSync } from "node:fs";

const [report, , word] = process.argv.slice(2);
const results = report && existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).testResults : [];
const tests = results.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ file: name, ...test })));
const count = (status) => tests.filter((test) => test.status === status).length;
const silent = results.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);

if (word) {
  const named = tests.filter(({ file, fullName }) => `${file} ${fullName}`.toLowerCase().includes(word.toLowerCase()));
  const seen = named.some(({ status }) => status === "passed");
  if (!seen) console.error(`No test of ${word} has run, so nothing is known about it.`);
  process.exitCode = seen ? 0 : 1;
} else {
  console.log(`${count("passed")} passed, ${count("failed") + silent.length} failed`);
}
