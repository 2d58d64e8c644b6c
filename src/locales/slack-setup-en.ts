/** What `familiar setup slack` tells, in Slack's own names for what is to be clicked. */
export const slackSetupWords = {
  botTokenMissing: () =>
    'Bot token: SLACK_BOT_TOKEN is not set. https://api.slack.com/apps > Create New App > From a manifest, with what "npm run --silent familiar -- slack-manifest" prints. Then Install App > Install to Workspace, and put the Bot User OAuth Token into SLACK_BOT_TOKEN, or into a file that SLACK_BOT_TOKEN_FILE names.',
  botTokenRefused: () =>
    "Bot token: Slack does not take the one in SLACK_BOT_TOKEN as a bot's. https://api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token (it begins with xoxb-), then put that there.",
  botToken: (workspace: string, bot: string) =>
    `Bot token: Slack knows it, the workspace is ${workspace}, and the bot is ${bot}.`,
  scopes: () => "Scopes: it has every one that it needs.",
  scopesMissing: (scopes: readonly string[]) =>
    `Scopes: it lacks ${scopes.join(", ")}. https://api.slack.com/apps > your app > OAuth & Permissions > Bot Token Scopes > Add an OAuth Scope, then Reinstall to Workspace.`,
  assistantScopeMissing: () =>
    "assistant:write is not granted. Everything else works without it; with it Slack offers first questions where people open the app, and names their conversations there. https://api.slack.com/apps > your app > OAuth & Permissions > Bot Token Scopes > Add an OAuth Scope, then Reinstall to Workspace.",
  scopesUntold: () => "Scopes: this server does not tell which ones are granted.",
  appToken: () => "Socket Mode: Slack opens sockets for the token in SLACK_APP_TOKEN.",
  appTokenRefused: () =>
    "Socket Mode: Slack does not take the token in SLACK_APP_TOKEN. https://api.slack.com/apps > your app > Basic Information > App-Level Tokens > Generate Token and Scopes > connections:write (it begins with xapp-), then put that there.",
  appScopeMissing: () =>
    "Socket Mode: the token in SLACK_APP_TOKEN lacks connections:write. https://api.slack.com/apps > your app > Basic Information > App-Level Tokens > generate one with that scope, then put it there.",
  noWay: () =>
    "Socket Mode: SLACK_APP_TOKEN is not set. https://api.slack.com/apps > your app > Basic Information > App-Level Tokens > Generate Token and Scopes > connections:write. Put it into SLACK_APP_TOKEN; or, to be reached by requests instead, set SLACK_SIGNING_SECRET and SLACK_PORT.",
  http: (port: number, path: string) =>
    `Signed requests: Slack has to reach port ${port} of this machine by https, at ${path}. Whether it does only Slack can see: https://api.slack.com/apps > your app > Event Subscriptions says "Verified" while the program runs.`,
  unseen: () =>
    'Events, the command and buttons are not seen from here: they are right where the app was made from what "npm run --silent familiar -- slack-manifest" prints.',
  invite: (bot: string, command: string) => `In a channel: /invite @${bot}, then mention it, or type /${command}.`,
  left: (steps: number) =>
    steps === 1
      ? "Slack is not ready: what stands behind the cross is left to do."
      : `Slack is not ready: ${steps} things are left to do, those behind the crosses.`,
};
