/** Takes a flag of a subcommand, and the value behind it, out of the command line: `--url X` or `--url=X`. */
export function ownFlag(
  argv: readonly string[],
  name: string,
): { readonly value: string | null; readonly others: readonly string[] } {
  const at = argv.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = argv[at];
  if (word === undefined) return { value: null, others: argv };
  const apart = word === name;
  return {
    value: apart ? (argv[at + 1] ?? "") : word.slice(name.length + 1),
    others: argv.toSpliced(at, apart ? 2 : 1),
  };
}
