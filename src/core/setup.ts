/** One thing that setting up has looked at, as a line: right, left to do, or only worth knowing. */
export type Finding =
  | { readonly state: "right" | "hint"; readonly text: string }
  | {
      readonly state: "left";
      /** With what to click where. */
      readonly text: string;
      readonly code: SetupCode;
    };

type SetupCode =
  | ("E-DISCORD-TOKEN" | "E-DISCORD-PERMISSION" | "E-DISCORD-SETUP")
  | ("E-SLACK-TOKEN" | "E-SLACK-SCOPE" | "E-SLACK-SETUP");
