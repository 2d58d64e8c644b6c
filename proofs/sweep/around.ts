/** Is told of every call that passes a port. */
export interface Watch {
  /** There is such a method. */
  known(method: string): void;
  begins(method: string): Call;
}

export interface Call {
  /** It gave a promise: others may run, or nothing any more, before it goes on. */
  waits(): void;
  ends(): void;
}

/** Paths that are not looked into: they lead to what is watched under another name. */
const elsewhere = /\.open\(…\)/;

/**
 * A port of which every call is watched, and every port that it hands out: what methods return, what callbacks are
 * given, what an async iterable yields one by one.
 */
export function watched<P extends object>(name: string, port: P, watch: Watch): P {
  for (const [key, value] of Object.entries(port)) if (typeof value === "function") watch.known(`${name}.${key}`);
  const methods = new Map<PropertyKey, unknown>();
  return new Proxy(port, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === "symbol") return value;
      if (!methods.has(key)) methods.set(key, watchedValue(`${name}.${key}`, value, target, watch));
      return typeof value === "function" || isPort(value) ? methods.get(key) : value;
    },
  });
}

type Method = (...args: readonly unknown[]) => unknown;

const watchedValue = (path: string, value: unknown, owner: object, watch: Watch): unknown =>
  typeof value === "function" ? watchedMethod(path, value.bind(owner) as Method, watch) : handedOut(path, value, watch);

function watchedMethod(path: string, method: Method, watch: Watch): Method {
  return (...args) => {
    const call = watch.begins(path);
    const result = method(...args.map((arg) => handedIn(`${path}(…)`, arg, watch)));
    if (!(result instanceof Promise)) return handedOut(`${path}()`, result, watch);
    call.waits();
    return result.finally(call.ends).then((value) => handedOut(`${path}()`, value, watch));
  };
}

function handedIn(path: string, value: unknown, watch: Watch): unknown {
  if (typeof value !== "function") return handedOut(path, value, watch);
  const told = (...args: readonly unknown[]): unknown => value(...args.map((arg) => handedOut(path, arg, watch)));
  // A permission carries beside itself whether it has grown old.
  return Object.assign(told, value);
}

function handedOut(path: string, value: unknown, watch: Watch): unknown {
  if (elsewhere.test(path)) return value;
  if (isIterable(value)) return watchedIterable(path, value, watch);
  return isPort(value) ? watched(path, value, watch) : value;
}

const isIterable = (value: unknown): value is AsyncIterable<unknown> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value;

const watchedIterable = (path: string, iterable: AsyncIterable<unknown>, watch: Watch): AsyncIterable<unknown> => ({
  [Symbol.asyncIterator]: () => {
    const iterator = iterable[Symbol.asyncIterator]();
    const next = watchedMethod(`${path}.next`, iterator.next.bind(iterator) as Method, watch);
    const back = iterator.return?.bind(iterator);
    return { next: next as typeof iterator.next, ...(back && { return: back }) };
  },
});

/** A plain object with methods, or with objects that have some. What a class of the platform makes is let alone. */
const isPort = (value: unknown): value is object =>
  isPlain(value) && Object.values(value).some((one) => typeof one === "function" || (isPlain(one) && hasMethod(one)));

const hasMethod = (value: object): boolean => Object.values(value).some((one) => typeof one === "function");

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
