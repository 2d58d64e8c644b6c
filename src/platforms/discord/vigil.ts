import { GatewayOpcodes, SimpleShardingStrategy } from "discord.js";

type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** After so much silence the gateway is asked whether it is there, and after as much again it is not. */
const silenceMs = 4_000;
/** The library's own patience with a connection that is being made is longer than anybody's. */
const connectMs = 5_000;

/** Each of them tells that somebody is there. */
const signs = ["hello", "ready", "resumed", "dispatch", "heartbeat"] as const;

/**
 * Keeps watch over the gateway's connections. One that looks open and is dead is found by the library alone after more
 * than a minute, and given up half a minute later; here it is cut off within ten seconds, and the session is resumed.
 */
export function vigil(manager: Manager): SimpleShardingStrategy {
  Object.assign(manager.options, { handshakeTimeout: connectMs, helloTimeout: connectMs });
  const strategy = new SimpleShardingStrategy(manager);
  const watches = new Map<number, NodeJS.Timeout>();
  /** A gateway that has never answered a heartbeat is not dead because it does not answer one. */
  let answers = false;
  const ask = async (shard: number): Promise<void> => {
    const session = await manager.options.retrieveSessionInfo(shard);
    await strategy.send(shard, { op: GatewayOpcodes.Heartbeat, d: session?.sequence ?? null });
  };
  const cutOff = (shard: number): void => strategy["shards"].get(shard)?.["connection"]?.terminate();
  const watch = (shard: number, then: () => void): void => {
    clearTimeout(watches.get(shard));
    watches.set(shard, setTimeout(then, silenceMs).unref());
  };
  const heard = (shard: number): void =>
    watch(shard, () => {
      watch(shard, () => answers && cutOff(shard));
      ask(shard).catch(() => cutOff(shard));
    });
  const on = (event: string, hear: (told: { readonly shardId: number }) => void): void =>
    void manager.on(event as never, hear as never);
  for (const sign of signs) on(sign, ({ shardId }) => heard(shardId));
  on("ready", ({ shardId }) => void ask(shardId).catch(() => {}));
  on("heartbeat", () => {
    answers = true;
  });
  on("closed", ({ shardId }) => clearTimeout(watches.get(shardId)));
  return strategy;
}
