import { kindness, type PlatformFaults } from "../platform-faults.ts";

/** How unkind the platform is: as any of them can be. */
export type Faults = PlatformFaults;

export const kind: Faults = kindness;
