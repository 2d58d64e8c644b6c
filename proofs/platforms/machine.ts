/**
 * The machine that the program under proof runs on, loaded before it: its clock is as far ahead as it is told, and it
 * leaves nothing behind when whoever has started it is gone.
 */
const ahead = Number(process.env["PROOF_AHEAD"] ?? 0);
const Real = Date;

globalThis.Date = new Proxy(Real, {
  construct: (target, args: unknown[], made) =>
    Reflect.construct(target, args.length === 0 ? [Real.now() + ahead] : args, made === globalThis.Date ? Real : made),
  get: (target, key, receiver) =>
    key === "now" ? () => Real.now() + ahead : (Reflect.get(target, key, receiver) as unknown),
});

const { ppid } = process;
setInterval(() => {
  if (process.ppid !== ppid) process.exit(1);
}, 1_000).unref();
