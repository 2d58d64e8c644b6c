/** A record that is still being written. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
